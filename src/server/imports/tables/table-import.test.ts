import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as batches from '#domain/imports/batch-contract.ts';
import * as tables from '#domain/imports/table-contract.ts';
import { readOrganisations } from '#domain/orgs/contract.ts';
import { enterPerson } from '#domain/people/contract.ts';
import { listAbsences } from '#domain/rota/absence-contract.ts';
import { readRoster } from '#domain/activities/contract.ts';
import { listShiftTeams, placePeople } from '#domain/rota/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { footprint } from '#test/operations/footprint.ts';
import { runJobs } from '#test/run-jobs.ts';
import { archive, sheetXml, tableOf, workbook, workbookParts } from '#test/workbooks.ts';

let bureau: TestBureau;
// Each file is read in a process of its own, and many are.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => { bureau = await testBureau(); });
afterAll(() => bureau.drop());

type Rows = readonly (readonly string[])[];
async function check(table: tables.ImportTable, rows: Rows, who: CastName) {
  const { id } = await bureau.as(who).call(tables.checkTable, { table, fileName: `${table}.xlsx` }, { file: await workbook(rows) });
  await runJobs(bureau);
  return bureau.as(who).call(tables.readTableImport, { import: id });
}
async function bring(table: tables.ImportTable, rows: Rows, who: CastName, skipFaulty = false) {
  const { id } = await check(table, rows, who);
  await bureau.as(who).call(tables.carryOutTable, { import: id, skipFaulty });
  await runJobs(bureau);
  const done = await bureau.as(who).call(tables.readTableImport, { import: id });
  return { id, batch: done.outcome?.batch ?? '', outcome: done.outcome };
}
const withdraw = (who: CastName, batch: string) => bureau.as(who).call(batches.withdrawImportBatch, { batch, reason: '导错了文件' });
const refused = (who: CastName, batch: string) => bureau.as(who).refusal(batches.withdrawImportBatch, { batch, reason: '导错了文件' });
const batchIn = async (who: CastName, table: tables.ImportTable, batch: string) => (await bureau.as(who).call(batches.listImportBatches, { table })).items.find((it) => it.batch === batch);

describe('organisations', () => {
  const TITLES = ['组织编号', '组织全称', '组织简称', '组织类别', '上级组织', '成立日期'];
  const rows = (mark: string, parent = '机关党委'): Rows => [TITLES, [`${mark}01`, `第一党小组`, '', '党小组', `${mark}支部`, '2021-01-01'], [mark, `中共示例市公安局${mark}支部委员会`, `${mark}支部`, '631', parent, '2020-01-01']];
  const named = async (mark: string) => (await bureau.as('fangmin').call(readOrganisations, {})).items.filter(({ number }) => number.startsWith(mark)).map(({ number, category, founded }) => `${number} ${category} ${founded}`).toSorted();
  const parentOf = async () => (await bureau.as('fangmin').call(readOrganisations, {})).items.find(({ id }) => id === bureau.cast.organisation.organs)?.shortName ?? '';

  test('are founded in one batch, twice is once, and taken back while nobody belongs to them', async () => {
    const table = rows('X', await parentOf());
    const first = await bring('organisations', table, 'fangmin');
    expect(first.outcome).toMatchObject({ created: 2, there: 0, leftOut: 0 });
    expect(await named('X')).toEqual(['X 631 2020-01-01', 'X01 699 2021-01-01']);
    const before = await footprint(bureau);
    expect((await check('organisations', table, 'fangmin')).checked).toMatchObject({ created: 0, there: 2, faulty: 0, notices: [] });
    expect(await bureau.as('fangmin').refusal(tables.carryOutTable, { import: (await check('organisations', table, 'fangmin')).id, skipFaulty: false })).toBe('SheetNothingNew');
    expect((await footprint(bureau))['fact_log']).toEqual(before['fact_log']);
    expect(await batchIn('shenyi', 'organisations', first.batch)).toMatchObject({ by: '方敏', recorded: 2, people: 0, withdrawal: { allowed: true } });
    await withdraw('fangmin', first.batch);
    expect(await named('X')).toEqual([]);
    expect((await bring('organisations', table, 'fangmin')).outcome).toMatchObject({ created: 2 });
  });

  test('are offered to whoever had them checked and left, until they are carried out', async () => {
    const offered = async (who: CastName) => (await bureau.as(who).call(batches.listImportBatches, { table: 'organisations' })).unfinished?.import ?? null;
    const { id } = await check('organisations', rows('U', await parentOf()), 'fangmin');
    expect([await offered('fangmin'), await offered('shenyi')]).toEqual([id, null]);
    await bureau.as('fangmin').call(tables.carryOutTable, { import: id, skipFaulty: false });
    await runJobs(bureau);
    expect(await offered('fangmin')).toBeNull();
    await check('organisations', rows('U', await parentOf()), 'fangmin');
    expect(await offered('fangmin')).toBeNull();
  });

  test('that are there without a short name get it from a table, once, and lose it when the batch is taken back', async () => {
    const name = '中共示例市公安局S支部委员会';
    const table = (shortName: string): Rows => [TITLES, ['S', name, shortName, '631', '机关党委', '2020-01-01']];
    const called = async () => (await bureau.as('fangmin').call(readOrganisations, {})).items.find(({ number }) => number === 'S')?.shortName;
    await bring('organisations', table(''), 'fangmin');
    expect(await called()).toBe(name);
    expect((await check('organisations', table('S党支部'), 'fangmin')).checked).toMatchObject({ created: 0, changed: 1, there: 0, notices: [{ zh: '第 2 行的组织原来没有简称，按本表补上。' }] });
    const { outcome, batch } = await bring('organisations', table('S党支部'), 'fangmin');
    expect(outcome).toMatchObject({ created: 0, changed: 1, there: 0 });
    expect(await called()).toBe('S党支部');
    expect(await batchIn('fangmin', 'organisations', batch)).toMatchObject({ recorded: 1, withdrawal: { allowed: true } });
    expect((await check('organisations', table('S党支部'), 'fangmin')).checked).toMatchObject({ created: 0, changed: 0, there: 1, notices: [] });
    expect((await check('organisations', table('S支部'), 'fangmin')).checked).toMatchObject({ created: 0, changed: 0, there: 1, notices: [{ zh: expect.stringContaining('内容与表中不同') }] });
    await withdraw('fangmin', batch);
    expect(await called()).toBe(name);
  });

  test('are not taken back once somebody belongs to one', async () => {
    const { batch } = await bring('organisations', rows('Y', await parentOf()), 'fangmin');
    const branch = (await bureau.as('fangmin').call(readOrganisations, {})).items.find(({ number }) => number === 'Y')?.id ?? '';
    await bureau.as('fangmin').call(enterPerson, { number: '880001', name: '石磊', gender: null, birthDate: null, details: {}, organisation: branch, group: null, stage: 'full', staffKind: 'officer', from: '2026-01-01' });
    expect(await refused('fangmin', batch)).toBe('ImportBuiltOn');
    expect((await batchIn('fangmin', 'organisations', batch))?.withdrawal.allowed).toBe(false);
  });

  test('come from the office; faulty rows come back in the same template and are taken when corrected', async () => {
    expect(await bureau.as('luojian').refusal(tables.readTableTemplate, { table: 'organisations' })).toBe('NotAllowed');
    const [, group, branch] = rows('W', await parentOf());
    const sent = await bring('organisations', [TITLES, branch ?? [], [...(group ?? []).slice(0, 5), '2021-02-30']], 'fangmin', true);
    expect(sent.outcome).toMatchObject({ created: 1, leftOut: 1 });
    const [note = [], ...back] = await tableOf(await bureau.as('fangmin').call(tables.readTableErrors, { import: sent.id }) as never as Uint8Array);
    expect(note[0]).toMatch(/^错误行　2026-.*由.*（fangmin）导出$/);
    expect(back).toEqual([[...TITLES, '错误原因'], [...(group ?? []).slice(0, 5), '2021-02-30', expect.stringContaining('成立日期：须为存在的日期')]]);
    expect((await bring('organisations', back.map((row, at) => (at === 0 ? row : row.map((cell) => (cell === '2021-02-30' ? '2021-02-28' : cell)))), 'fangmin')).outcome).toMatchObject({ created: 1, leftOut: 0 });
    const [header] = await tableOf(await bureau.as('fangmin').call(tables.readTableTemplate, { table: 'organisations' }) as never as Uint8Array);
    expect(header).toEqual(TITLES);
  });
});

describe('leave and closed duty', () => {
  const rows: Rows = [['警号', '姓名', '假别', '开始日期', '结束日期'], ['wenlan', '温岚', 'sickLeave', '2026-07-06', '2026-07-08'], ['020000', '看守甲', '全封闭执勤', '2026-07-01', '2026-07-20'], ['jiping', '季平', 'sickLeave', '2026-07-06', '2026-07-06']];
  const away = async () => (await bureau.as('luojian').call(listAbsences, { organisation: bureau.cast.organisation.detention, from: '2026-07-01', to: '2026-07-31' })).items.length;

  test('are recorded in one batch, one’s own waits, and all of it is taken back by who keeps the rota', async () => {
    const { batch, outcome } = await bring('leave', rows, 'jiping');
    expect(outcome).toMatchObject({ created: 3, waiting: 1, there: 0 });
    expect(await away()).toBe(3);
    expect((await check('leave', rows, 'jiping')).checked).toMatchObject({ created: 0, there: 3 });
    expect(await batchIn('gucheng', 'leave', batch)).toBeUndefined();
    expect(await refused('gucheng', batch)).toBe('NotFound');
    expect(await batchIn('tangyue', 'leave', batch)).toMatchObject({ by: '季平', recorded: 3 });
    expect(await withdraw('tangyue', batch)).toMatchObject({ withdrawn: 3 });
    expect(await away()).toBe(0);
  });

  test('of people elsewhere are faults that do not say who they are', async () => {
    expect((await check('leave', [rows[0] ?? [], ['gucheng', '', 'sickLeave', '2026-07-06', '2026-07-08']], 'jiping')).checked?.problems).toMatchObject([{ column: '警号', rule: { zh: '没有这个编号，或者其 2026-07-06 不在您登记的党组织。' } }]);
  });
});

describe('shift teams', () => {
  const rows: Rows = [['党组织', '班组', '倒班方式', '轮班首日', '自何日起', '警号', '姓名'], ['看守所党支部', '甲组', '三班两运转', '2026-01-01', '2026-01-05', '020001', '看守乙'], ['看守所党支部', '甲组', '', '', '2026-01-05', '020002', '看守丙']];
  const teams = async () => (await bureau.as('jiping').call(listShiftTeams, { organisation: bureau.cast.organisation.detention })).items.filter(({ name }) => name === '甲组');

  test('are made with their people in one batch, and taken back until somebody is moved', async () => {
    const first = await bring('shiftTeams', rows, 'jiping');
    expect((await teams()).map(({ known, anchor, from, people }) => [known, anchor, from, people.length])).toEqual([['threeTeamsTwoShifts', '2026-01-01', '2026-01-05', 2]]);
    expect((await check('shiftTeams', rows, 'jiping')).checked).toMatchObject({ created: 0, there: 2 });
    await withdraw('jiping', first.batch);
    expect(await teams()).toEqual([]);
    const second = await bring('shiftTeams', rows, 'jiping');
    const [team] = await teams();
    await bureau.as('jiping').call(placePeople, { organisation: bureau.cast.organisation.detention, team: null, persons: [team?.people[0]?.person.id ?? ''], from: '2026-11-01' });
    expect(await refused('jiping', second.batch)).toBe('ImportBuiltOn');
  });

  test('rows that are faulty come back in the same template with the reason, and are taken when corrected', async () => {
    const [titles = []] = rows;
    const wrong = ['看守所党支部', '乙组', '', '', '2026-01-05', '029999', '看守戊'];
    const sent = await bring('shiftTeams', [titles, ['看守所党支部', '乙组', '三班两运转', '2026-01-01', '2026-01-05', '020003', '看守丁'], wrong], 'jiping', true);
    expect(sent.outcome).toMatchObject({ created: 1, leftOut: 1 });
    const [note = [], ...back] = await tableOf(await bureau.as('jiping').call(tables.readTableErrors, { import: sent.id }) as never as Uint8Array);
    expect(note[0]).toMatch(/^错误行　2026-.*由.*（jiping）导出$/);
    expect(back).toEqual([[...titles, '错误原因'], [...wrong, expect.stringContaining('警号：没有这个编号')]]);
    expect((await bring('shiftTeams', back.map((row) => row.map((cell) => (cell === '029999' ? '020004' : cell))), 'jiping')).outcome).toMatchObject({ created: 1, leftOut: 0 });
    const named = (await bureau.as('jiping').call(listShiftTeams, { organisation: bureau.cast.organisation.detention })).items.filter(({ name }) => name === '乙组');
    expect(named.map(({ people }) => people.map(({ person }) => person.name).toSorted())).toEqual([['看守丁', '看守戊']]);
  });
});

describe('days on duty', () => {
  const rows: Rows = [['值班表', '', ''], ['日期', '带班领导', '值班民警'], ['2026-09-07', '罗建', '看守丁、看守 戊'], ['2026年9月14日、21日', '', '看守丁 看守戊'], ['2026-09-28至30', '', '季平']];
  const away = async () => (await bureau.as('luojian').call(listAbsences, { organisation: bureau.cast.organisation.detention, from: '2026-09-01', to: '2026-09-30' })).items;

  test('excuse day by day, one’s own wait, twice is once, and all of it is taken back', async () => {
    const { batch, outcome } = await bring('dutyDates', rows, 'jiping');
    expect(outcome).toMatchObject({ created: 3, waiting: 1, there: 0, leftOut: 0 });
    const items = await away();
    expect(items.length).toBe(10);
    expect(items.filter(({ people }) => people.some(({ name }) => name === '看守戊')).map((it) => [it.from, it.to])).toEqual(expect.arrayContaining([['2026-09-07', '2026-09-07'], ['2026-09-14', '2026-09-14'], ['2026-09-21', '2026-09-21']]));
    const { items: roster } = await bureau.as('jiping').call(readRoster, { organisation: bureau.cast.organisation.detention, activities: 'mondayStudy', sittings: '2026-09-14 19:00-21:00' });
    expect(roster.filter(({ person }) => ['看守丁', '看守戊', '看守己'].includes(person.name)).map((it) => `${it.person.name} ${it.standing}`).toSorted()).toEqual(['看守丁 excused', '看守己 expected', '看守戊 excused']);
    expect((await check('dutyDates', rows, 'jiping')).checked).toMatchObject({ created: 0, there: 3, faulty: 0 });
    expect(await withdraw('tangyue', batch)).toMatchObject({ withdrawn: 10 });
    expect(await away()).toEqual([]);
  });

  test('in a grid of a month excuse day by day; what is faulty comes back in the template and is taken as it is once corrected', async () => {
    const grid: Rows = [['2026年10月值班表', ''], ['姓名', '12', '13', '14', '15'], ['看守丁', '值', '巡', '下', ''], ['看守某', '值', '', '', ''], ['看守戊', '', '√', '', '/']];
    const first = await bring('dutyDates', grid, 'jiping', true);
    expect(first.outcome).toMatchObject({ created: 3, leftOut: 2 });
    const october = async () => (await bureau.as('luojian').call(listAbsences, { organisation: bureau.cast.organisation.detention, from: '2026-10-01', to: '2026-10-31' })).items;
    const days = async () => (await october()).map((it) => `${it.people[0]?.name} ${it.from}`).toSorted();
    expect(await days()).toEqual(['看守丁 2026-10-12', '看守丁 2026-10-14', '看守戊 2026-10-13']);
    const [note = [], ...back] = await tableOf(await bureau.as('jiping').call(tables.readTableErrors, { import: first.id }) as never as Uint8Array);
    expect(back).toEqual([['值班日期', '警号', '姓名', '带班领导', '班次', '错误原因'], ['2026-10-13', '', '看守丁', '', '巡', expect.stringContaining('（Sheet1!C3）班次：“巡”没有确定含义。认得的写法：值、班')], ['2026-10-12', '', '看守某', '', '值班', expect.stringContaining('没有“看守某”')]]);
    const corrected = await bring('dutyDates', [note, ...back].map((row) => row.map((cell) => (cell === '巡' ? '值班' : cell === '看守某' ? '看守己' : cell))), 'jiping');
    expect(corrected.outcome).toMatchObject({ created: 2, leftOut: 0 });
    expect(await days()).toEqual(['看守丁 2026-10-12', '看守丁 2026-10-13', '看守丁 2026-10-14', '看守己 2026-10-12', '看守戊 2026-10-13']);
    expect((await check('dutyDates', grid, 'jiping')).checked).toMatchObject({ created: 0, there: 3, faulty: 2 });
    expect(await withdraw('tangyue', first.batch)).toMatchObject({ withdrawn: 3 });
    expect(await withdraw('tangyue', corrected.batch)).toMatchObject({ withdrawn: 2 });
    expect(await days()).toEqual([]);
  });

  test('of people elsewhere, or on a day of leave, are faults with their cell', async () => {
    const { checked } = await check('dutyDates', [['日期', '姓名'], ['2026-09-07', '方敏、看守丁'], ['2026-02-30', '看守丁'], ['2026-09-07', '']], 'jiping');
    expect(checked?.problems.map(({ row, column, rule }) => `${row} ${column} ${rule.zh}`)).toEqual(['2 姓名 没有“方敏”这个人，或者不在您登记的党组织。', '3 日期 读不出是哪些日期。', '4 姓名 此项必填。']);
    expect(await bureau.as('wenlan').refusal(tables.readTableTemplate, { table: 'dutyDates' })).toBe('NotAllowed');
  });
});

describe('a file on its way', () => {
  test('that somebody cancels leaves nothing, and one that unpacks beyond bounds or has too many rows is refused by name', async () => {
    const send = async (file: Uint8Array) => (await bureau.as('jiping').call(tables.checkTable, { table: 'leave', fileName: 'a.xlsx' }, { file })).id;
    const rows: Rows = [['警号', '请假事由', '开始日期', '结束日期'], ['wenlan', 'sickLeave', '2026-08-03', '2026-08-03']];
    const cancelled = await send(await workbook(rows));
    await bureau.within(({ tx }) => tx.run(sql`UPDATE job SET cancel_asked = true WHERE id = ${cancelled}`));
    const tooMany = await send(await workbook([...rows, ...Array.from({ length: 5_000 }, () => rows[1] ?? [])]));
    await runJobs(bureau);
    expect((await bureau.as('jiping').call(tables.readTableImport, { import: cancelled })).check.state).toBe('cancelled');
    expect(await bureau.as('jiping').refusal(tables.carryOutTable, { import: cancelled, skipFaulty: false })).toBe('SheetNotChecked');
    expect((await bureau.as('jiping').call(tables.readTableImport, { import: tooMany })).check.refusal?.name).toBe('FileManyRows');
    const bomb = await bureau.as('jiping').request(tables.checkTable, { table: 'leave', fileName: 'a.xlsx' }, { file: archive(workbookParts(sheetXml([['警号']]), 60 * 1024 * 1024)) });
    expect(((await bomb.json()) as { name: string }).name).toBe('FileInflates');
  });
});
