import type { FactState } from '#domain/facts/contract.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import { refuseTarget } from '#domain/targets/refusals.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { demandOpenYear } from './target-plan-rights.ts';
import { lineCounts, type PlanEntry, planGround, type PlanGround, type PlanText, planTextOf, planToWrite } from './target-plan-reads.ts';

export interface PlanBefore {
  readonly entry: PlanEntry | undefined;
  readonly state: FactState<'targetPlan'>;
  readonly text: PlanText;
  readonly ground: PlanGround;
}

/** The plan of a branch as it may be changed now, by whoever read it in this version. @throws PlanYearClosed, PlanYearAhead, NoItemsInYear, FactChanged */
export async function planBefore(call: Call, organisation: string, year: number, version: number | null): Promise<PlanBefore> {
  demandOpenYear(call, year);
  const entry = await planToWrite(call, organisation, year);
  const ground = await planGround(call, organisation, year, 'people');
  if (ground === null) throw refuseTarget('NoItemsInYear', { year });
  if ((entry?.version ?? null) !== version) throw refuseFact('FactChanged', { read: version ?? 0, current: entry?.version ?? 0 });
  const state = entry?.state ?? { organisation, year, stage: 'draft', lines: [], filedOn: null, assignedOn: null };
  return { entry, state, text: await planTextOf(call.tx, entry), ground };
}

export interface PlanWritten {
  readonly plan: string;
  readonly version: number;
  readonly planned: number;
  readonly assigned: number;
}

/** Every version carries the whole plan and the whole of its text. */
export async function writePlan(call: Call, before: PlanEntry | undefined, state: FactState<'targetPlan'>, { standards, reason }: PlanText): Promise<PlanWritten> {
  const text = { standards, reason };
  const entry = before
    ? await amendFact(call, { kind: 'targetPlan', factId: before.factId, version: before.version, state, text })
    : await recordFact(call, { kind: 'targetPlan', state, text });
  if (entry.kind !== 'targetPlan') throw new Error('a plan was written');
  call.audit({ kind: 'targetPlan', id: entry.factId, organisation: state.organisation, details: { year: state.year, version: entry.version } });
  return { plan: entry.factId, version: entry.version, ...lineCounts(entry) };
}
