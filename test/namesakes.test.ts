import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as grids from '#domain/activities/grid/grid-contract.ts';
import { enterPerson } from '#domain/people/contract.ts';
import { listRegisterEntries } from '#domain/registers/contract.ts';
import * as imports from '#domain/registers/import-contract.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName, CastOrganisation } from '#test/cast.ts';
import { runJobs } from '#test/run-jobs.ts';
import { workbook } from '#test/workbooks.ts';

let bureau: TestBureau;
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => {
  bureau = await testBureau();
  const enter = (number: string, organisation: CastOrganisation, group: CastOrganisation | null) => bureau.as('fangmin').call(enterPerson, {
    number, name: '石磊', gender: null, birthDate: null, details: {}, organisation: bureau.cast.organisation[organisation], group: group && bureau.cast.organisation[group], stage: 'full', staffKind: 'officer', from: '2026-01-01' });
  await enter('030001', 'detention', 'groupA');
  await enter('030002', 'detention', 'groupB');
  await enter('030003', 'command', null);
});
afterAll(() => bureau.drop());

const NAMES = ['罗建', '唐悦', '季平', '郑琦', '温岚', ...[...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'].map((it) => `看守${it}`)];

async function attendance(titles: readonly string[], first: readonly CellValue[], second: readonly CellValue[]) {
  const rows: CellValue[][] = [['姓名', ...titles, '2026-09-07'], ...NAMES.map((name) => [name, ...titles.map(() => ''), '√']), ['石磊', ...first, '√'], ['石磊', ...second, '缺']];
  const { id } = await bureau.as('jiping').call(grids.checkAttendanceTable, { fileName: '考勤.xlsx', activity: 'mondayStudy' }, { file: await writeXlsx({ sheets: [{ name: '看守所党支部', rows }] }) });
  await runJobs(bureau);
  return (await bureau.as('jiping').call(grids.readAttendanceImport, { import: id })).checked;
}

it('two of one name on a sheet of attendance are told apart by where the sheet says that they belong', async () => {
  const alone = await attendance([], [], []);
  expect(alone?.problems.map(({ rule, suggestion }) => `${rule.zh}${suggestion.zh}`)).toEqual(Array(2).fill('有 2 名“石磊”。请填写警号（内部编号），或加一列“单位”写明各在哪个支部、小组。'));
  expect(await attendance(['单位'], ['第一党小组'], ['看守所第二党小组'])).toMatchObject({ created: 1, faulty: 0, notices: [], sheets: [{ sessions: [{ counts: { expected: 22, present: 21, absent: 1 } }] }] });
  // The unit says nothing when it is the same for both; another column may.
  expect(await attendance(['部门', '党小组'], ['看守所', 'A118-1'], ['看守所', '第二 党小组'])).toMatchObject({ created: 1, faulty: 0 });
  expect(await attendance(['单位'], ['看守所'], ['看守所'])).toMatchObject({ created: 0, faulty: 1 });
});

async function honours(who: CastName, titles: readonly string[], ...rows: readonly (readonly CellValue[])[]) {
  const file = await workbook([[...titles, '发生日期', '姓名', '级别', '文号', '荣誉名称'], ...rows.map((it) => [...it.slice(0, titles.length), '2026-10-12', '石磊', '嘉奖或机关党委表彰', ...it.slice(titles.length), '嘉奖'])]);
  const { id } = await bureau.as(who).call(imports.checkRegisterTable, { register: 'honour', fileName: '荣誉.xlsx' }, { file });
  await runJobs(bureau);
  const { checked, check } = await bureau.as(who).call(imports.readRegisterImport, { import: id });
  return { id, checked, says: checked?.problems.map(({ rule }) => rule.zh) ?? [check.refusal?.name] };
}

it('two of one name in a table of a register likewise; where it names no organisation, the unit may be one', async () => {
  expect((await honours('jiping', ['党组织'], ['看守所党支部', '一号'])).says).toEqual(['该党组织当日有 2 名“石磊”。']);
  const { id, says } = await honours('jiping', ['党组织', '单位'], ['看守所党支部', '第二党小组', '二号']);
  expect(says).toEqual([]);
  await bureau.as('jiping').call(imports.carryOutRegisterTable, { import: id, skipFaulty: false });
  await runJobs(bureau);
  const { items } = await bureau.as('jiping').call(listRegisterEntries, { register: 'honour' });
  expect(items.map(({ persons }) => persons.map(({ number }) => number))).toEqual([['030002']]);
  const byUnit = await honours('fangmin', ['单位'], ['指挥中心', '三号'], ['看守所', '四号'], ['拘留所', '五号']);
  expect([byUnit.checked?.created, byUnit.says]).toEqual([1, ['该党组织当日有 2 名“石磊”。', expect.stringContaining('按人员可能是')]]);
});
