import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeAccount, reopenAccount } from '#domain/access/account-contract.ts';
import { keepColumns, readKeptColumns } from '#domain/tables/columns-contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { accountNamed } from '#test/operations/bench.ts';
import { footprint, lastTrace, tracesSince } from '#test/operations/footprint.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

const keep = (who: CastName, table: string, away: string[]) => bureau.as(who).call(keepColumns, { table, away });
const kept = async (who: CastName) => (await bureau.as(who).call(readKeptColumns, {})).items.map(({ table, away }) => [table, ...away]);

it('the columns of a table are kept for the account, in place of those before, and for nobody else', async () => {
  await keep('fangmin', 'people', ['group', 'staff', 'group']);
  await keep('fangmin', 'register.dues', ['period']);
  await keep('jiping', 'people', []);
  expect([await kept('fangmin'), await kept('jiping'), await kept('tangyue')]).toEqual([[['people', 'group', 'staff'], ['register.dues', 'period']], [['people']], []]);
  await keep('fangmin', 'people', ['number']);
  await keep('fangmin', 'people', ['number']);
  expect(await kept('fangmin')).toEqual([['people', 'number'], ['register.dues', 'period']]);
});

it('leave no entry in the trail, where a switch of a column would hide what was done', async () => {
  const before = await lastTrace(bureau);
  await keep('tangyue', 'people', ['group']);
  expect(await tracesSince(bureau, before)).toBe(0);
});

it('what names no table and no column is refused and leaves no row', async () => {
  const before = await footprint(bureau);
  for (const [table, away] of [['a b', []], ['people', ['姓名']], ['people', ['']]] as const) {
    expect(await bureau.as('fangmin').refusal(keepColumns, { table, away: [...away] })).toBe('InputInvalid');
  }
  expect(await footprint(bureau)).toEqual(before);
});

it('of more tables than there are, those changed last are kept', async () => {
  const account = await accountNamed(bureau, 'heqing');
  await bureau.within(({ tx }) => tx.run(sql`
    INSERT INTO kept_columns (account_id, table_name, away, kept_at) SELECT ${account}, 'old' || n, ARRAY['a'], '2026-01-01'::timestamptz + n * interval '1 minute' FROM generate_series(1, 300) AS n`));
  await keep('heqing', 'people', ['group']);
  const tables = (await kept('heqing')).map(([table]) => table);
  expect([tables.length, tables.includes('people'), tables.includes('old1'), tables.includes('old2')]).toEqual([300, true, false, true]);
});

it('they go with the account', async () => {
  const account = await accountNamed(bureau, 'jiping');
  await keep('jiping', 'sessions', ['place']);
  await bureau.as('anquan').call(closeAccount, { account });
  await bureau.as('anquan').call(reopenAccount, { account });
  expect(await bureau.within(({ tx }) => tx.many(sql`SELECT table_name FROM kept_columns WHERE account_id = ${account}`))).toEqual([]);
});
