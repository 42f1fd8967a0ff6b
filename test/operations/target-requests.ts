import type { FactState } from '#domain/facts/contract.ts';
import * as targets from '#domain/targets/contract.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { asking, type Asked, type Bench } from './bench.ts';

const year = 2026;
const line = { item: 'themeDays', unit: 'months' as const, target: 12, split: Array.from({ length: 12 }, () => 1), responsible: null, due: '2026-12-31' };

/** The one plan of the branch for the year, brought into the state that a request needs. */
async function planIn(bench: Bench, state: Pick<FactState<'targetPlan'>, 'stage' | 'lines'>): Promise<{ organisation: string; year: number; plan: string; version: number }> {
  const organisation = bench.on('detention');
  const { factId, version } = await bench.bureau.within(async (call) => {
    const known = await call.tx.one<{ fact: string }>(sql`SELECT fact_id AS fact FROM target_plan WHERE year = ${year} AND organisation_id = ${organisation}`);
    const entry = known && await factOf(call.tx, 'targetPlan', known.fact);
    const next = { organisation, year, filedOn: state.stage === 'draft' ? null : '2026-01-20', assignedOn: null, ...state };
    const text = { standards: {}, reason: null };
    return entry
      ? amendFact(call, { kind: 'targetPlan', factId: entry.factId, version: entry.version, state: next, text })
      : recordFact(call, { kind: 'targetPlan', state: next, text });
  });
  return { organisation, year, plan: factId, version };
}

export const targetRequests: readonly Asked[] = [
  asking(targets.listTargetPlans, 'fangmin', () => ({ year })),
  asking(targets.readTargetPlan, 'luojian', async (bench) => {
    const { organisation } = await planIn(bench, { stage: 'draft', lines: [{ ...line, responsible: bench.person('wenlan') }] });
    return { organisation, year };
  }),
  asking(targets.generateTargetPlan, 'jiping', async (bench) => {
    const { organisation, version } = await planIn(bench, { stage: 'draft', lines: [] });
    return { organisation, year, version };
  }),
  asking(targets.amendTargetPlan, 'jiping', async (bench) => {
    const { organisation, version } = await planIn(bench, { stage: 'draft', lines: [line] });
    const { unit: _, ...change } = line;
    return { organisation, year, version, lines: [{ ...change, responsible: bench.person('wenlan'), standard: '当日记录' }] };
  }),
  asking(targets.fileTargetPlan, 'luojian', async (bench) => {
    const { organisation, version } = await planIn(bench, { stage: 'draft', lines: [line] });
    return { organisation, year, version };
  }),
  asking(targets.returnTargetPlan, 'fangmin', async (bench) => {
    const { plan, version } = await planIn(bench, { stage: 'filed', lines: [line] });
    return { plan, version, reason: '请落实责任人' };
  }),
];
