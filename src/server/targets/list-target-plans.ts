import type { z } from 'zod';
import { scopesOf } from '#domain/access/policy.ts';
import type { listTargetPlans as contract, TargetPlanRow } from '#domain/targets/contract.ts';
import { isLate } from '#domain/targets/plan-standing.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { branchesAmong } from '#server/points/points-reads.ts';
import { homeBranch } from './target-plan-rights.ts';
import { deadlinesOf, lineCounts, plansOf } from './target-plan-reads.ts';

/** The branches whose plans one may see, by number: who has handed in, who has not, and how much of it has somebody and a day. */
export async function listTargetPlans(call: Call, { year }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx, actor, today } = call;
  const own = await homeBranch(call);
  const branches = await branchesAmong(tx, [...(await subtree(tx, scopesOf(actor, 'readTargetPlans'), today)), ...(own === null ? [] : [own])]);
  const deadlines = (await deadlinesOf(tx, year)) ?? { filing: null, assigning: null };
  const plans = new Map((await plansOf(tx, branches.map(({ id }) => id), year)).map((entry) => [entry.state.organisation, entry]));
  const items = branches.map((organisation): TargetPlanRow => {
    const plan = plans.get(organisation.id);
    if (!plan) return { organisation, stage: 'none', filedOn: null, late: null, planned: 0, assigned: 0, assignedOn: null };
    const { stage, filedOn, assignedOn } = plan.state;
    return { organisation, stage, filedOn, assignedOn, late: isLate(plan.state, deadlines), ...lineCounts(plan) };
  });
  return { year, deadlines, items };
}
