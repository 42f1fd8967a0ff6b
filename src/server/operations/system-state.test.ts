import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSystemState } from '#domain/operations/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

it('shows the system administrator backups and long work, and nothing of what was in it', async () => {
  await bureau.within(async ({ tx, actor }) => {
    await tx.run(sql`INSERT INTO audit_entry (operation, request_id, details) VALUES ('takeBackup', 'x', '{"bytes": 1234, "rows": 9, "encrypted": true, "rehearsed": true}')`);
    for (const [id, kind, state, ended] of [['1', 'importRoster', 'done', true], ['2', 'importRoster', 'waiting', false]] as const) {
      await tx.run(sql`INSERT INTO job (id, kind, account_id, input, state, ended_at) VALUES (${`01890000-0000-7000-8000-00000000000${id}`}, ${kind}, ${actor.account}, '{"name": "罗建"}', ${state}, ${ended ? bureau.now() : null})`);
    }
  });
  const state = await bureau.as('xitong').call(readSystemState, {});
  expect(state.backups).toEqual([{ at: expect.any(String), bytes: 1234, encrypted: true, rehearsed: true }]);
  expect(state.jobs.map((it) => it.state)).toEqual(['waiting', 'done']);
  expect(JSON.stringify(state)).not.toContain('罗建');
  expect(state.release).toMatch(/^\d+\.\d+\.\d+$/);
});

it('tells no other administrator and no office', async () => {
  for (const name of ['anquan', 'shenji', 'shenyi', 'luojian'] as const) expect(await bureau.as(name).refusal(readSystemState, {})).toBe('NotAllowed');
});
