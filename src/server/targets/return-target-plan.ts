import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import type { returnTargetPlan as contract } from '#domain/targets/contract.ts';
import { refuseTarget } from '#domain/targets/refusals.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { demandOpenYear } from './target-plan-rights.ts';
import { planTextOf } from './target-plan-reads.ts';
import { writePlan } from './write-target-plan.ts';

/** 退回, with the reason; that it was handed in, and when, stays. @throws PlanNotFiled, PlanYearClosed, FactChanged */
export async function returnTargetPlan(call: Call, { plan, version, reason }: z.output<typeof contract.input>): Promise<{ version: number }> {
  const entry = await factOf(call.tx, 'targetPlan', plan);
  if (!entry) throw refuse('NotFound', {});
  await demandIn(call, 'returnTargetPlans', entry.state.organisation);
  demandOpenYear(call, entry.state.year);
  if (entry.version !== version) throw refuseFact('FactChanged', { read: version, current: entry.version });
  if (entry.state.stage !== 'filed') throw refuseTarget('PlanNotFiled', {});
  const text = await planTextOf(call.tx, entry);
  return { version: (await writePlan(call, entry, { ...entry.state, stage: 'returned' }, { ...text, reason })).version };
}
