import { afterAll, beforeAll, expect, it } from 'vitest';
import { reactions } from '#server/app.ts';
import { foundDemo } from '#server/demo/found-demo.ts';
import { sql } from '#server/platform/sql.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';

const FOUNDING_MS = 300_000;

let source: TestDatabase;
beforeAll(async () => void (source = await testDatabase()));
afterAll(() => source.drop());

const count = (bureau: string, table: 'session' | 'record' | 'ledger_entry' | 'person'): Promise<number> =>
  source.database.withBureau(bureau, {}, async (tx) => {
    const rows = await tx.many<{ of: string; count: number }>(sql`
      SELECT 'session' AS of, count(*)::int FROM session UNION ALL SELECT 'record', count(*)::int FROM record
      UNION ALL SELECT 'ledger_entry', count(*)::int FROM ledger_entry UNION ALL SELECT 'person', count(*)::int FROM person`);
    return rows.find(({ of }) => of === table)?.count ?? 0;
  });

const filedPlans = (bureau: string): Promise<number> =>
  source.database.withBureau(bureau, {}, async (tx) => (await tx.many(sql`SELECT 1 FROM target_plan WHERE filed_on IS NOT NULL`)).length);

it.each([
  ['alpha', 'late in the year', '2026-11-26T09:00:00+08:00', 71],
  ['beta', 'on the first working days of a year that no calendar announces', '2027-01-05T09:00:00+08:00', 36],
])('%s: a newcomer who starts the demo %s finds people, sessions, registers and points', { timeout: FOUNDING_MS }, async (bureau, _, at, plans) => {
  await foundDemo(source.database, () => new Date(at), reactions, bureau);
  expect(await count(bureau, 'person')).toBeGreaterThan(800);
  expect(await count(bureau, 'record'), 'no register has an entry').toBeGreaterThan(0);
  expect(await count(bureau, 'ledger_entry'), 'nobody has points').toBeGreaterThan(600);
  expect(await filedPlans(bureau), 'a plan too many or too few').toBe(plans);
});
