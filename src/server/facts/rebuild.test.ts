import { afterAll, beforeAll, expect, it } from 'vitest';
import { rawSql, identifier, sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { rebuild } from './rebuild.ts';
import { amendFact, recordFact, withdrawFact } from './record-fact.ts';
import { typedTables } from './typed-rows.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

const derived = [...new Set(typedTables), 'fact', 'fact_person', 'standing'];

async function picture(): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(derived.map(async (table) => {
    const rows = await bureau.database.withBureau('alpha', {}, (tx) => tx.many<{ row: unknown }>(sql`SELECT to_jsonb(t) AS row FROM ${identifier(table)} t ORDER BY t::text`));
    return [table, rows.map((it) => it.row)] as const;
  }));
  return Object.fromEntries(tables);
}

it('P2: everything but the log can be dropped and comes back equal', async () => {
  const person = bureau.cast.person.wenlan;
  await bureau.within(async (call) => {
    const leave = await recordFact(call, { kind: 'leave', state: { person, reason: 'sickLeave', from: '2026-11-02', to: '2026-11-03' } });
    await amendFact(call, { kind: 'leave', factId: leave.factId, version: 1, state: { person, reason: 'sickLeave', from: '2026-11-02', to: '2026-11-06' } });
    const mistaken = await recordFact(call, { kind: 'leave', state: { person, reason: 'annualLeave', from: '2026-12-01', to: '2026-12-02' } });
    await withdrawFact(call, { factId: mistaken.factId, version: 1 });
  });
  const before = await picture();
  expect(before['leave']).toHaveLength(1);
  await bureau.within((call) => call.tx.run(rawSql('DELETE FROM membership')));
  const facts = await bureau.within((call) => rebuild(call.tx));
  expect(facts).toBeGreaterThan(30);
  expect(await picture()).toEqual(before);
});

it('P2: while an amendment waits, a rebuild names whom the versions name that may be in force, and nobody else', async () => {
  const { wenlan, zhengqi, tangyue } = bureau.cast.person;
  const duty = (persons: string[]) => ({ persons, from: '2026-10-05', to: '2026-10-11', studyAtPost: false });
  await bureau.within(async (call) => {
    const { factId } = await recordFact(call, { kind: 'closedDuty', state: duty([wenlan]) });
    await amendFact(call, { kind: 'closedDuty', factId, version: 1, state: duty([zhengqi]) });
    await amendFact(call, { kind: 'closedDuty', factId, version: 2, state: duty([tangyue]), standing: 'proposed' });
  });
  const before = await picture();
  await bureau.within((call) => rebuild(call.tx));
  expect(await picture(), 'P2: a table did not come back').toEqual(before);
});
