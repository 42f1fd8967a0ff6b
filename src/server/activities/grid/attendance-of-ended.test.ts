import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as grids from '#domain/activities/grid/grid-contract.ts';
import { nameKey } from '#server/facts/name-key.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { runJobs } from '#test/run-jobs.ts';

let bureau: TestBureau;
/** One of those who belonged there. */
let moved = '';
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => {
  bureau = await testBureau();
  await bureau.within(async (call) => {
    const [branch, ...people] = [newId(), newId(), newId()];
    moved = people[0] ?? '';
    for (const [at, id] of people.entries()) {
      const [number, name] = [`04000${at}`, ['石磊', '方舟'][at] ?? ''];
      await call.tx.run(sql`INSERT INTO person (id, number, name, name_key) VALUES (${id}, ${number}, ${name}, ${nameKey(name, number)})`);
    }
    await recordFacts(call, [
      { kind: 'organisation', factId: branch, state: { category: '631', number: 'E01', name: '中共示例市公安局拘留所支部委员会', shortName: '拘留所党支部', founded: '2020-01-01', dissolved: '2026-06-30', placements: [{ parent: bureau.cast.organisation.organs, from: '2020-01-01' }] } },
      ...people.map((person) => ({ kind: 'membership' as const, state: { person, organisation: branch, group: null, stage: 'full' as const, staffKind: 'officer' as const, from: '2020-01-01', to: '2026-06-30' } })),
    ]);
  });
});
afterAll(() => bureau.drop());

const sheetOf = (days: readonly string[]): Promise<Uint8Array> => {
  const rows: CellValue[][] = [['警号', '姓名', ...days], ['040000', '石磊', ...days.map(() => '√')], ['040001', '方舟', ...days.map(() => '√')]];
  return writeXlsx({ sheets: [{ name: '拘留所党支部', rows }] });
};
const checked = async (days: readonly string[], who: CastName) => {
  const { id } = await bureau.as(who).call(grids.checkAttendanceTable, { fileName: '考勤.xlsx', activity: 'mondayStudy' }, { file: await sheetOf(days) });
  await runJobs(bureau);
  return bureau.as(who).call(grids.readAttendanceImport, { import: id });
};
const faultsOf = ({ checked: it }: grids.GridImport) => it?.problems.map(({ rule }) => rule.zh);

it('the office enters what was held in a branch before it ended, and nothing after', async () => {
  const check = await checked(['2026-03-02', '2026-07-06'], 'fangmin');
  expect(check.checked).toMatchObject({ created: 1, faulty: 1, sheets: [{ organisation: { name: '拘留所党支部' } }] });
  expect(faultsOf(check)).toEqual(['“拘留所党支部”已于 2026-06-30 撤销，此后的活动不再记入。']);
  await bureau.as('fangmin').call(grids.carryOutAttendanceTable, { import: check.id, skipFaulty: true });
  await runJobs(bureau);
  expect((await bureau.as('fangmin').call(grids.readAttendanceImport, { import: check.id })).outcome).toMatchObject({ created: 1, leftOut: 1 });
  expect((await checked(['2026-03-02'], 'fangmin')).checked).toMatchObject({ created: 0, there: 1 });
});

it('the recorder of another branch does not', async () => {
  expect(faultsOf(await checked(['2026-03-09'], 'jiping'))).toEqual([expect.stringContaining('没有“拘留所党支部”这个党组织，或者不由您记录活动')]);
});

it('the recorder where its people belong now is told who enters it, whatever branch he chose for the sheet', async () => {
  await bureau.within((call) => recordFacts(call, [{ kind: 'membership', state: { person: moved, organisation: bureau.cast.organisation.detention, group: null, stage: 'full', staffKind: 'officer', from: '2026-07-01', to: null } }]));
  const { id } = await bureau.as('jiping').call(grids.checkAttendanceTable, { fileName: '考勤.xlsx', activity: 'mondayStudy', organisation: bureau.cast.organisation.detention }, { file: await sheetOf(['2026-03-09']) });
  await runJobs(bureau);
  const check = await bureau.as('jiping').call(grids.readAttendanceImport, { import: id });
  expect([faultsOf(check), check.checked?.problems[0]?.suggestion.zh, check.checked?.sheets[0]?.organisation]).toEqual([
    ['“拘留所党支部”已于 2026-06-30 撤销，撤销以前的活动仍归该组织，不由现在的支部补录。'], expect.stringContaining('请把这张表交上级党务办'), null]);
  expect((await checked(['2026-03-16'], 'fangmin')).checked).toMatchObject({ created: 1, faulty: 0 });
});

it('a sheet of the whole bureau is read for each branch of its column 单位, the ended ones among them', async () => {
  const rows: CellValue[][] = [['临江市公安局2026年3月周一集中学习考勤表'], ['序号', '单位', '姓名', '23日', '30日'], [1, '拘留所', '石磊', '√', '√'], [2, null, '方舟', '√', '值'], [3, '看守所', '温岚', '√', '√']];
  const { id } = await bureau.as('fangmin').call(grids.checkAttendanceTable, { fileName: '全局2026年考勤.xlsx', activity: 'mondayStudy' }, { file: await writeXlsx({ sheets: [{ name: '3月', rows }] }) });
  await runJobs(bureau);
  const check = await bureau.as('fangmin').call(grids.readAttendanceImport, { import: id });
  expect(check.checked).toMatchObject({ created: 2, faulty: 2, sheets: [
    { sheet: '3月 拘留所', organisation: { name: '拘留所党支部' }, people: 2, sessions: [{ day: '2026-03-23', counts: { present: 2 } }, { day: '2026-03-30', counts: { present: 1, excused: 1 } }] },
    { sheet: '3月 看守所', organisation: { name: '看守所党支部' }, people: 1 },
  ] });
  expect(check.checked?.problems.map(({ column }) => column)).toEqual(expect.arrayContaining(['3月 看守所!D2', '3月 看守所!E2']));
});
