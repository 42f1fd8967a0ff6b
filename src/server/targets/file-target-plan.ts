import type { z } from 'zod';
import type { fileTargetPlan as contract } from '#domain/targets/contract.ts';
import { isComplete } from '#domain/targets/plan-lines.ts';
import { isLate } from '#domain/targets/plan-standing.ts';
import { refuseTarget } from '#domain/targets/refusals.ts';
import type { Call } from '#server/platform/call.ts';
import { demandFiling } from './target-plan-rights.ts';
import { planBefore, writePlan } from './write-target-plan.ts';

/**
 * 上报 by the secretary, or by who acts for him. It may come late and then says so, and it may leave items open; the day on
 * which it comes with everybody named is kept, for the scheme may ask for it.
 * @throws PlanNotMade, PlanFiledAlready, NoItemsInYear, PlanYearClosed, PlanYearAhead, FactChanged
 */
export async function fileTargetPlan(call: Call, { organisation, year, version }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  await demandFiling(call, organisation);
  const { entry, state, text, ground: { place, items, deadlines } } = await planBefore(call, organisation, year, version);
  if (entry === undefined || state.lines.length === 0) throw refuseTarget('PlanNotMade', { year });
  if (state.stage === 'filed') throw refuseTarget('PlanFiledAlready', {});
  const complete = isComplete(place, items, state.lines);
  const filedOn = state.filedOn ?? call.today;
  const next = { ...state, stage: 'filed' as const, filedOn, assignedOn: state.assignedOn ?? (complete ? call.today : null) };
  return { ...(await writePlan(call, entry, next, { ...text, reason: null })), late: isLate(next, deadlines), complete };
}
