import { may } from '#domain/access/policy.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { refuseObjection } from '#domain/objections/refusals.ts';
import { leaveReasonsOf } from '#domain/rota/leave-reasons.ts';
import { refuseRota } from '#domain/rota/refusals.ts';
import { type Correcting, noWays } from '#server/facts/correcting.ts';
import { homeOf, lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';
import { demandLeaveReason, demandNoOverlap, demandSpell } from './leave-checks.ts';
import { lockPersons } from './rota-reads.ts';

/**
 * Leave is put right in its dates and reason, or taken back. Who may not read reasons is not shown the one that stands
 * there: he chooses one, or takes the leave back.
 */
export const leaveCorrecting: Correcting<'leave'> = {
  ways: async (call, entry, whose) => {
    const { person, from, to, reason } = entry.state;
    if (whose.id !== person) return noWays;
    const scheme = await schemeOn(call.tx, from);
    const reasons = scheme === undefined ? [] : leaveReasonsOf(scheme).map(({ id, label }) => ({ id, label }));
    return { ...noWays, ways: ['leave', 'withdraw'], reasons, leave: (await readsReasons(call, entry)) ? { from, to, reason } : null };
  },

  corrected: async (call, { factId, state }, correction) => {
    if (correction.kind !== 'leave') throw refuseObjection('CorrectionNotAllowed', {});
    const { from, to, reason } = correction;
    demandSpell({ from, to });
    if (!(await homeOf(call.tx, state.person, from))) throw refuseRota('PersonNotOfBranch', { day: from });
    await demandLeaveReason(call.tx, reason, from);
    await lockPersons(call.tx, [state.person]);
    await demandNoOverlap(call.tx, 'leave', [state.person], { from, to }, factId);
    return { state: { ...state, from, to, reason }, period: from.slice(0, 7) };
  },
};

async function readsReasons({ tx, actor }: Call, { state: { person, from } }: LogEntryOf<'leave'>): Promise<boolean> {
  if (actor.person === person) return true;
  const home = await homeOf(tx, person, from);
  return home !== undefined && may(actor, 'readReasons', await lineage(tx, home.organisation, from)).allowed;
}
