import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { recordLeave } from '#domain/rota/absence-contract.ts';
import * as batches from '#domain/imports/batch-contract.ts';
import * as imports from '#domain/imports/contract.ts';
import { changePerson, readPeople, readPerson } from '#domain/people/contract.ts';
import { rebuild } from '#server/facts/rebuild.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { lockMonth } from '#test/lock-month.ts';
import { footprint } from '#test/operations/footprint.ts';
import { runJobs } from '#test/run-jobs.ts';
import { workbook } from '#test/workbooks.ts';

let bureau: TestBureau;
// Each file is read in a process of its own, and many are.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => { bureau = await testBureau(); });
afterAll(() => bureau.drop());

const TITLES = ['名字', '民警编号', '政治面貌', '所在支部', '人员身份', '学历', '党内职务'];
type Row = readonly [string, string, string, string, string, string, string];
const newcomer = (number: string, name = '石磊', branch = '看守所党支部'): Row => [name, number, '中共党员', branch, '民警', '大学本科', ''];

/** Imports a roster that holds from a day. @returns its batch and what was said of it. */
async function importRoster(rows: readonly Row[], from = '2026-11-01', who: CastName = 'fangmin') {
  const { id } = await bureau.as(who).call(imports.checkRoster, { fileName: '花名册.xlsx', from }, { file: await workbook([TITLES, ...rows]) });
  await runJobs(bureau);
  await bureau.as(who).call(imports.carryOutRoster, { import: id, skipFaulty: false });
  await runJobs(bureau);
  const done = await bureau.as(who).call(imports.readRosterImport, { import: id });
  expect(done.outcome).not.toBeNull();
  return { batch: done.outcome?.batch ?? '', outcome: done.outcome, notices: done.checked?.notices.map((it) => it.zh) ?? [] };
}
const withdraw = (batch: string, who: CastName = 'fangmin') => bureau.as(who).call(batches.withdrawImportBatch, { batch, reason: '导错了文件' });
const refused = (batch: string, who: CastName = 'fangmin') => bureau.as(who).refusal(batches.withdrawImportBatch, { batch, reason: '导错了文件' });
const listed = async (batch: string, who: CastName = 'fangmin') => (await bureau.as(who).call(batches.listImportBatches, { table: 'roster' })).items.find((it) => it.batch === batch);
const found = async (search: string) => (await bureau.as('fangmin').call(readPeople, { search })).items;

describe('a roster that was imported', () => {
  test('is taken back at once, people belong nowhere, and the same file can be imported again', async () => {
    const rows = [newcomer('990001'), newcomer('990002', '方舟')];
    const { batch, outcome } = await importRoster(rows);
    expect(outcome).toMatchObject({ created: 2, changed: 0 });
    expect(await listed(batch)).toMatchObject({ fileName: '花名册.xlsx', by: '方敏', on: '2026-11-17', people: 2, there: 0, leftOut: 0, withdrawn: null, withdrawal: { allowed: true } });
    expect(await withdraw(batch)).toMatchObject({ people: 2 });
    expect(await found('9900')).toEqual([]);
    expect(await listed(batch)).toMatchObject({ withdrawn: { by: '方敏', on: '2026-11-17' }, withdrawal: { allowed: false } });
    expect(await refused(batch)).toBe('ImportTakenBack');
    // The first file had the wrong name for the number.
    const again = await importRoster([newcomer('990001', '石毅'), newcomer('990002', '方舟')]);
    expect(again.outcome).toMatchObject({ created: 2 });
    expect((await found('9900')).map((it) => `${it.number} ${it.name}`)).toEqual(['990001 石毅', '990002 方舟']);
    expect((await importRoster([newcomer('990001', '石毅'), newcomer('990002', '方舟')])).outcome).toMatchObject({ created: 0, changed: 0, unchanged: 2, batch: null });
    await bureau.within((call) => rebuild(call.tx));
    expect((await found('9900')).length).toBe(2);
  });

  test('that moved people and changed particulars puts them back as they were', async () => {
    const first = await importRoster([newcomer('990101', '石峰')], '2026-03-01');
    const [person] = await found('990101');
    const state = async () => {
      const { memberships, posts, details } = await bureau.as('fangmin').call(readPerson, { person: person?.id ?? '' });
      return { spells: memberships.map((it) => [it.branch.name, it.from, it.to]), posts: posts.map((it) => [it.post, it.from, it.to]), details };
    };
    const before = await state();
    const second = await importRoster([['石峰', '990101', '中共党员', '指挥中心党支部', '民警', '研究生', '组织委员']], '2026-11-01');
    expect((await state()).spells.length).toBe(2);
    expect(await refused(first.batch)).toBe('ImportBuiltOn');
    await withdraw(second.batch);
    expect(await state()).toEqual(before);
    // What was put back is a new version of what the first one wrote, so that one stays.
    expect((await listed(first.batch))?.withdrawal).toMatchObject({ allowed: false, why: { zh: expect.stringContaining('项已由人修改') } });
  });

  test('is not taken back once something builds on it, and nothing of it is', async () => {
    const { batch } = await importRoster([newcomer('990201', '石坚'), newcomer('990202', '石强')]);
    const [person] = await found('990201');
    const { leave } = await bureau.as('jiping').call(recordLeave, { organisation: bureau.cast.organisation.detention, person: person?.id ?? '', reason: 'sickLeave', from: '2026-11-10', to: '2026-11-12' });
    expect(leave).not.toBe('');
    const before = await footprint(bureau);
    expect(await refused(batch)).toBe('ImportBuiltOn');
    expect(await footprint(bureau)).toEqual(before);
    expect((await listed(batch))?.withdrawal.why?.zh).toContain('已有 1 条后续登记');

    const other = await importRoster([newcomer('990203', '石勇')]);
    const [edited] = await found('990203');
    await bureau.as('fangmin').call(changePerson, { person: edited?.id ?? '', number: '990203', name: '石勇', gender: 'male', birthDate: null, details: { education: '大学本科' } });
    expect(await refused(other.batch)).toBe('ImportBuiltOn');
  });

  test('is not taken back out of a month that was locked since', async () => {
    const { batch } = await importRoster([newcomer('990301', '石刚')], '2026-10-01');
    await lockMonth(bureau, 'fangmin', { organisation: bureau.cast.organisation.organs, period: '2026-10' });
    expect(await refused(batch)).toBe('ImportMonthLocked');
    expect(await withdraw((await importRoster([newcomer('990302', '石宁')])).batch)).toMatchObject({ people: 1 });
  });

  test('is known to those who import there, and to nobody else', async () => {
    const { batch } = await importRoster([newcomer('990401', '石涛')]);
    expect((await listed(batch, 'shenyi'))?.by).toBe('方敏');
    expect(await bureau.as('luojian').refusal(batches.listImportBatches, { table: 'roster' })).toBe('NotAllowed');
    for (const who of ['luojian', 'jiping', 'xitong'] as const) expect(await refused(batch, who), who).toBe('NotFound');
    const both = await Promise.allSettled([withdraw(batch), withdraw(batch, 'shenyi')]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  });

  test('does not move the one who takes it back', async () => {
    const { batch } = await importRoster([['沈奕', 'shenyi', '中共党员', '看守所党支部', '民警', '', '']]);
    expect(await refused(batch, 'shenyi')).toBe('ImportMovesYou');
    await withdraw(batch);
  });
});

test('people who may be there already are told and never merged', async () => {
  await importRoster([newcomer('090501', '石岩')]);
  const { outcome, notices } = await importRoster([newcomer('990502', '石岩')]);
  expect(outcome).toMatchObject({ created: 1 });
  expect(notices.join()).toContain('第 2 行“石岩”与系统中编号 090501 的人员');
  expect((await found('石岩')).length).toBe(2);
  const { id } = await bureau.as('fangmin').call(imports.checkRoster, { fileName: 'a.xlsx', from: '2026-11-01' }, { file: await workbook([TITLES, newcomer('90501', '石岩')]) });
  await runJobs(bureau);
  expect((await bureau.as('fangmin').call(imports.readRosterImport, { import: id })).checked?.problems).toMatchObject([{ column: '民警编号', value: '90501', suggestion: { zh: expect.stringContaining('前面的 0') } }]);
  expect(await bureau.within(({ tx }) => tx.one(sql`SELECT count(*)::int AS n FROM person WHERE name = '石岩'`))).toEqual({ n: 2 });
});
