import type { z } from 'zod';
import type { generateTargetPlan as contract } from '#domain/targets/contract.ts';
import { generatedLines, withLines } from '#domain/targets/plan-lines.ts';
import { refuseTarget } from '#domain/targets/refusals.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { planBefore, writePlan } from './write-target-plan.ts';

/**
 * 一键生成: every item that applies and has no line gets one, with the target, months and day that the scheme asks for and
 * whoever holds the post of which it speaks. Nothing that was written is changed.
 * @throws NoItemsInYear, PlanYearClosed, PlanYearAhead, FactChanged, PlanHasAll
 */
export async function generateTargetPlan(call: Call, { organisation, year, version }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  await demandIn(call, 'fillTargetPlans', organisation);
  const { entry, state, text, ground: { place, items } } = await planBefore(call, organisation, year, version);
  const lines = withLines(items, state.lines, generatedLines(place, items, state.lines));
  const added = lines.filter(({ item }) => !state.lines.some((line) => line.item === item)).length;
  if (added === 0) throw refuseTarget('PlanHasAll', {});
  return { ...(await writePlan(call, entry, { ...state, stage: 'draft', lines }, text)), added };
}
