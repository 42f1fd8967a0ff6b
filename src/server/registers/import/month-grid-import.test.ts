import { readFileSync } from 'node:fs';
import type { CellValue } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as registers from '#domain/registers/contract.ts';
import * as imports from '#domain/registers/import-contract.ts';
import { sql } from '#server/platform/sql.ts';
import { putIntoForce } from '#server/schemes/put-into-force.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { runJobs } from '#test/run-jobs.ts';
import { tableOf, workbook } from '#test/workbooks.ts';

/** A bureau that keeps what each person paid in a month. */
const OWN_DUES = `
  - id: ownDues
    label: { zh: 个人党费, en: Dues of a person }
    persons: one
    keptBy: branch
    privacy: own
    key: [persons, month]
    fields:
      - { id: amount, label: { zh: 金额, en: Amount }, kind: money, required: true, least: 0.01, most: 10000 }
      - { id: remark, label: { zh: 备注, en: Remark }, kind: text }`;

let bureau: TestBureau;
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => {
  bureau = await testBureau(null, 'none');
  const text = readFileSync('schemes/dezhou.yaml', 'utf8').replace(/^records:.*$/m, (it) => `${it}${OWN_DUES}`);
  await bureau.within((call) => putIntoForce(call, { text, from: '2026-01-01' }), '2026-01-01T09:00:00+08:00');
});
afterAll(() => bureau.drop());

const checkedAs = async (file: Uint8Array, who: CastName = 'jiping', fileName = '党费.xlsx') => {
  const { id } = await bureau.as(who).call(imports.checkRegisterTable, { register: 'ownDues', fileName }, { file });
  await runJobs(bureau);
  return bureau.as(who).call(imports.readRegisterImport, { import: id });
};
const imported = async (id: string, skipFaulty = false) => {
  await bureau.as('jiping').call(imports.carryOutRegisterTable, { import: id, skipFaulty });
  await runJobs(bureau);
  return bureau.as('jiping').call(imports.readRegisterImport, { import: id });
};
const entered = async () => {
  const { items } = await bureau.as('jiping').call(registers.listRegisterEntries, { register: 'ownDues', size: 200 });
  return items.map(({ day, period, persons, values }) => `${period} ${day} ${persons.map(({ name }) => name).join()} ${values.amount}`).toSorted();
};
const logged = () => bureau.within(({ tx }) => tx.one(sql`SELECT (SELECT count(*) FROM fact_log) AS log, (SELECT count(*) FROM import_batch) AS batches`));

const grid = (...rows: readonly (readonly CellValue[])[]): Promise<Uint8Array> =>
  workbook([['看守所党支部2026年党费收缴表'], ['序号', '姓名', '警号', '1月', '2月', '3月份', '合计', '职务'], ...rows]);
const faultless = [[1, '看守甲', '020000', 20, '', '20.5元', 40.5, '民警'], [2, '看守乙', '020001', '—', 15, '', 15, ''], ['', '合计', '', 20, 15, 20.5, '', '']];

it('a sheet of people and months is an entry for each number, and twice changes nothing', async () => {
  const file = await grid(...faultless);
  const { id, checked, check } = await checkedAs(file);
  expect(check.refusal).toBeNull();
  expect(checked).toMatchObject({ rows: 3, created: 3, there: 0, faulty: 0, problems: [] });
  expect(checked?.notices.map(({ zh }) => zh)).toEqual([expect.stringContaining('每人一行、每月一列'), '以下列没有导入：合计、职务。']);
  expect((await imported(id)).outcome).toMatchObject({ created: 3, there: 0 });
  expect(await entered()).toEqual(['2026-01 2026-01-01 看守甲 20.00', '2026-02 2026-02-01 看守乙 15.00', '2026-03 2026-03-01 看守甲 20.50']);

  const after = await logged();
  expect((await checkedAs(file)).checked).toMatchObject({ created: 0, there: 3, faulty: 0 });
  const other = await checkedAs(await grid([1, '看守甲', '020000', 21, '', '20.5', 41.5, '']));
  expect(other.checked).toMatchObject({ created: 0, there: 2 });
  expect(other.checked?.notices.at(-1)?.zh).toMatch(/D3 已经登记，但数与表中不同/);
  expect(await logged()).toEqual(after);
});

it('a faulty cell is told by where it stands, and comes back as a row of an ordinary table that is taken corrected', async () => {
  const checked = await checkedAs(await grid([1, '看守丙', '020002', '二十', 20, '', '', ''], [2, '张三', '', '', '', 30, '', ''], [3, '看守丙', '020002', '', 25, '', '', '']));
  expect(checked.checked).toMatchObject({ rows: 4, created: 1, faulty: 3 });
  expect(checked.checked?.problems.map(({ row, column }) => [row, column])).toEqual([[3, 'Sheet1!D3'], [4, 'Sheet1!F4'], [5, 'Sheet1!E5']]);
  expect((await imported(checked.id, true)).outcome).toMatchObject({ created: 1, leftOut: 3 });

  const [said = [], titles = [], ...rows] = await tableOf(await bureau.as('jiping').call(imports.readRegisterErrors, { import: checked.id }) as never as Uint8Array);
  expect(rows.map((cells) => cells.at(-1))).toEqual([expect.stringContaining('D3'), expect.stringContaining('F4'), expect.stringContaining('E5')]);
  const corrected = rows.slice(0, 1).map((cells) => cells.map((cell) => (cell === '二十' ? 20 : cell)));
  expect((await checkedAs(await workbook([said, titles, ...corrected]))).checked).toMatchObject({ rows: 1, created: 1, faulty: 0 });
});

it('without a year nothing is entered, and the name of the file may say it', async () => {
  const file = await workbook([['姓名', '1月', '2月'], ['看守丁', 20, 30]]);
  expect((await checkedAs(file)).checked).toMatchObject({ created: 0, faulty: 2 });
  expect((await checkedAs(file, 'jiping', '2024年党费.xlsx')).checked?.problems.map(({ rule }) => rule.zh)).toEqual([expect.stringContaining('2024-01-01'), expect.stringContaining('2024-02-01')]);
  expect((await checkedAs(file, 'jiping', '2026年党费.xlsx')).checked).toMatchObject({ created: 2, faulty: 0 });
});

it('of an organisation for which one does not enter, or of people one may not know of, comes back', async () => {
  const file = await grid([1, '方敏', '', 20, '', '', '', ''], [2, '看守戊', '', 20, '', '', '', '']);
  expect((await checkedAs(file)).checked).toMatchObject({ created: 1, faulty: 1 });
});
