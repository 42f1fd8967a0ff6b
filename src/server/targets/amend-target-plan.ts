import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { amendTargetPlan as contract } from '#domain/targets/contract.ts';
import { peopleHere } from '#domain/targets/plan-items.ts';
import { changedLine, withLines } from '#domain/targets/plan-lines.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { planBefore, writePlan } from './write-target-plan.ts';

/**
 * Target, months, person, day and standard of some items, as the branch wants them. What was filed becomes a draft until
 * it is filed again.
 * @throws NotFound for an item that the scheme does not have, FactChanged, and whatever {@link changedLine} finds wrong
 */
export async function amendTargetPlan(call: Call, { organisation, year, version, lines }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  await demandIn(call, 'fillTargetPlans', organisation);
  const { entry, state, text, ground: { place, items } } = await planBefore(call, organisation, year, version);
  const here = peopleHere(place);
  const before = new Map(state.lines.map((line) => [line.item, line.responsible]));
  const changed = lines.map((line) => {
    const item = items.find(({ node }) => node.id === line.item);
    if (!item) throw refuse('NotFound', {});
    // Who has moved away since may stay on a line that is changed otherwise; he cannot be named anew.
    return changedLine(place, item, line, (person) => here.has(person) || before.get(line.item) === person);
  });
  const standards = { ...text.standards, ...Object.fromEntries(lines.map((line) => [line.item, line.standard])) };
  return writePlan(call, entry, { ...state, stage: 'draft', lines: withLines(items, state.lines, changed) }, { ...text, standards });
}
