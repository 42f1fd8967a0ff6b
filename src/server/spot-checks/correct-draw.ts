import { refuseObjection } from '#domain/objections/refusals.ts';
import { type Correcting, noWays } from '#server/facts/correcting.ts';
import { textOf } from '#server/facts/fact-reads.ts';

/** A draw stands once somebody is drawn; only an upheld objection makes it void, and then it is drawn anew (C). */
export const drawCorrecting: Correcting<'draw'> = {
  ways: (_, entry) => Promise.resolve(entry.state.stage === 'void' ? noWays : { ...noWays, ways: ['void'] }),
  corrected: async (call, entry, correction) => {
    if (correction.kind !== 'void') throw refuseObjection('CorrectionNotAllowed', {});
    const text = await textOf(call.tx, entry.factId, entry.version);
    return { state: { ...entry.state, stage: 'void' }, period: entry.period, text: text ?? undefined };
  },
};
