import { refuseActivity } from '#domain/activities/refusals.ts';
import { refuseObjection } from '#domain/objections/refusals.ts';
import { type Correcting, noWays } from '#server/facts/correcting.ts';
import { placeOfFact } from './make-up-entry.ts';

/** A make-up is put right in its day and way, or taken back where nobody made anything up; whose it is stays. */
export const makeUpCorrecting: Correcting<'makeUp'> = {
  ways: (_, { state: { person, day, way } }, whose) =>
    Promise.resolve(whose.id === person ? { ...noWays, ways: ['makeUp', 'withdraw'], makeUp: { day, way } } : { ...noWays, ways: ['withdraw'] }),

  corrected: async (call, { state, period }, correction) => {
    if (correction.kind !== 'makeUp') throw refuseObjection('CorrectionNotAllowed', {});
    const { day, way } = correction;
    const session = await placeOfFact(call, state.session);
    if (day > call.today) throw refuseActivity('FutureDay', { day });
    if (day < session.day) throw refuseActivity('MakeUpTooEarly', { day: session.day });
    return { state: { ...state, day, way }, period };
  },
};
