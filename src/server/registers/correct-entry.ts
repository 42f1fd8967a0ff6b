import type { LogEntryOf } from '#domain/facts/fact.ts';
import { refuseObjection } from '#domain/objections/refusals.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { type Correcting, noWays } from '#server/facts/correcting.ts';
import { withNameKeys } from '#server/facts/name-key-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { entryById, rowsOf } from './entry-reads.ts';
import { personsBelow } from './persons-here.ts';
import { checkedEntry } from './record-entry.ts';
import { registerOn } from './register-reads.ts';

/** An entry is put right in its fields or taken back; the decision stands for it, so it waits for nobody else. */
export const entryCorrecting: Correcting<'record'> = {
  ways: async (call, entry) => {
    const register = await registerOf(call, entry);
    const found = await entryById(call.tx, entry.factId);
    const [row = null] = found ? await rowsOf(call.tx, [found], () => register) : [];
    const people = register.persons === 'none' ? [] : await withNameKeys(call.tx, await personsBelow(call, entry.state.organisation, entry.day < call.today ? entry.day : call.today));
    return { ...noWays, ways: ['values', 'withdraw'], register: registerCardOf(register), row, people };
  },

  corrected: async (call, entry, correction) => {
    if (correction.kind !== 'values') throw refuseObjection('CorrectionNotAllowed', {});
    const { kind: _, ...fields } = correction;
    const before = await entryById(call.tx, entry.factId);
    const { state, period, text } = await checkedEntry(
      call, await registerOf(call, entry), entry.state.organisation, { ...fields, period: entry.period, reason: before?.text?.reason ?? '' }, entry.factId);
    return { state, period, text };
  },
};

const registerOf = ({ tx, today }: Call, { state, day }: LogEntryOf<'record'>): Promise<Register> => registerOn(tx, state.register, day < today ? day : today);
