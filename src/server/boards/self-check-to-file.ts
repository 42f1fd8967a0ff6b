import type { BranchDesk } from '#domain/boards/contract.ts';
import { addMonths } from '#domain/calendar/civil-date.ts';
import { branchesBelow, remindedOf, selfChecksOf, standingFor } from '#server/months/self-check-reads.ts';
import { leftOutIn } from '#server/orgs/inclusion-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';

/** Last month's self-check while the branch has still to file it, or to file it again; the office's reminder stands on it. */
export async function selfCheckToFile(call: Call, organisation: string): Promise<BranchDesk['selfCheck']> {
  const period = addMonths(call.today.slice(0, 7), -1);
  const asked = (await schemeOn(call.tx, `${period}-01`))?.indicators ?? null;
  if (asked === null || !(await branchesBelow(call, [organisation], period)).some(({ id }) => id === organisation)) return null;
  if ((await leftOutIn(call.tx, [organisation], period)).size > 0) return null;
  const { state, due } = await standingFor(call, organisation, period);
  const [entry] = await selfChecksOf(call.tx, [organisation], period);
  if (state === 'locked' || entry?.state.stage === 'submitted' || entry?.state.stage === 'locked') return null;
  const reminded = (await remindedOf(call.tx, [organisation], period)).get(organisation) ?? null;
  return { period, due, overdue: state === 'overdue', returned: entry?.state.stage === 'returned', reminded };
}
