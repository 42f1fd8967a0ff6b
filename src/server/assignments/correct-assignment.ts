import { refuseActivity } from '#domain/activities/refusals.ts';
import { refuseObjection } from '#domain/objections/refusals.ts';
import { type Correcting, noWays } from '#server/facts/correcting.ts';

/**
 * A task is put right in the day on which it was handed in, which settles whether it was late; so also one that was given up
 * as not done. Its own dates and what was asked stay. One that was called off counts for nobody.
 */
export const assignmentCorrecting: Correcting<'assignment'> = {
  ways: (_, { state: { person, stage, day, until, handedInOn } }, whose) => Promise.resolve(whose.id !== person || stage === 'cancelled'
    ? noWays : { ...noWays, ways: ['handedIn'], handedIn: { day: handedInOn, from: day, until } }),

  corrected: (call, { state, period }, correction) => {
    if (correction.kind !== 'handedIn' || state.stage === 'cancelled' || correction.day < state.day) throw refuseObjection('CorrectionNotAllowed', {});
    if (correction.day > call.today) throw refuseActivity('FutureDay', { day: correction.day });
    return Promise.resolve({ state: { ...state, stage: 'accepted', handedInOn: correction.day }, period });
  },
};
