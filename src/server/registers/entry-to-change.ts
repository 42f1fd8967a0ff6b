import { refuse } from '#domain/contracts/common-refusals.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { demandOpenEntry } from '#domain/registers/entry-rules.ts';
import { refuseRegister } from '#domain/registers/refusals.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { isWaiting } from '#server/rota/rota-reads.ts';
import { registerOn } from './register-reads.ts';
import { demandEntering, demandSight } from './register-rights.ts';

export interface SeenEntry {
  readonly register: Register;
  readonly before: LogEntryOf<'record'>;
  readonly above: readonly string[];
}

/** An entry that the actor may know of, locked. @throws NotFound */
export async function seenEntry(call: Call, factId: string): Promise<SeenEntry> {
  const before = await lastEntry(call.tx, factId);
  if (before?.kind !== 'record') throw refuse('NotFound', {});
  const register = await registerOn(call.tx, before.state.register, before.day < call.today ? before.day : call.today);
  return { register, before, above: await demandSight(call, register, before.state) };
}

/**
 * An entry that the actor may amend or withdraw. Nobody takes back what stands against himself: once it counts, another
 * does it. @throws NotFound, NotAllowed, OwnEntryChange, YearClosed
 */
export async function entryToChange(call: Call, factId: string): Promise<SeenEntry> {
  const seen = await seenEntry(call, factId);
  await demandEntering(call, seen.register, seen.before.state.organisation, seen.before.day);
  const named = call.actor.person !== null && seen.before.state.persons.some(({ person }) => person === call.actor.person);
  if (named && !(await isWaiting(call.tx, factId))) throw refuseRegister('OwnEntryChange', {});
  demandOpenEntry(seen.register, seen.before.state, call.today);
  return seen;
}
