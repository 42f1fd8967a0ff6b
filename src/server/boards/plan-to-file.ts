import type { BranchDesk } from '#domain/boards/contract.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import type { Call } from '#server/platform/call.ts';
import { branchesAmong } from '#server/points/points-reads.ts';
import { deadlinesOf, lineCounts, plansOf } from '#server/targets/target-plan-reads.ts';

/** This year's plan while the branch has still to make it, to file it, or to name somebody for each of its items. */
export async function planToFile({ tx, today }: Call, organisation: string): Promise<BranchDesk['plan']> {
  const year = yearOf(today);
  const deadlines = await deadlinesOf(tx, year);
  if (deadlines === null || (await branchesAmong(tx, [organisation])).length === 0) return null;
  const [plan] = await plansOf(tx, [organisation], year);
  // A scheme that asks for no plan leaves it to the branch whether to make one.
  if (!plan && deadlines.filing === null && deadlines.assigning === null) return null;
  const { planned, assigned } = plan ? lineCounts(plan) : { planned: 0, assigned: 0 };
  const open = planned - assigned;
  const stage = plan?.state.stage ?? 'none';
  if (stage === 'filed' && open === 0) return null;
  const filed = plan !== undefined && plan.state.filedOn !== null;
  const due = filed ? (plan.state.assignedOn === null ? deadlines.assigning : null) : deadlines.filing;
  return { year, stage, changed: stage === 'draft' && filed, open, due, overdue: due !== null && due < today };
}
