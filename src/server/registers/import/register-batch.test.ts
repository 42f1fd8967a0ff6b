import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readBranchScore } from '#domain/assessments/contract.ts';
import { readAuditTrail } from '#domain/audit/contract.ts';
import * as registers from '#domain/registers/contract.ts';
import * as imports from '#domain/registers/import-contract.ts';
import { rebuild } from '#server/facts/rebuild.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { footprint } from '#test/operations/footprint.ts';
import { lockMonth } from '#test/lock-month.ts';
import { runJobs } from '#test/run-jobs.ts';
import { workbook } from '#test/workbooks.ts';

let bureau: TestBureau;
// Each file is read in a process of its own, and many are.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => { bureau = await testBureau(); });
afterAll(() => bureau.drop());

let month = 0;
beforeEach(() => { month += 1; });
const days = (count: number): string[] => Array.from({ length: count }, (_, at) => `2026-${String(month).padStart(2, '0')}-${String(at + 1).padStart(2, '0')}`);

/** Renewals of the oath, one a day. */
async function batchOf(count: number, who: CastName = 'jiping', register = 'oathRenewal'): Promise<string> {
  const file = register === 'oathRenewal'
    ? await workbook([['党组织', '发生日期', '参加人数'], ...days(count).map((day) => ['看守所党支部', day, 18])])
    : await workbook([['党组织', '发生日期', '人员', '级别', '文号', '荣誉名称'], ...days(count).map((day) => ['看守所党支部', day, '看守甲(020000)', '嘉奖或机关党委表彰', `批${day}`, '嘉奖'])]);
  const { id } = await bureau.as(who).call(imports.checkRegisterTable, { register, fileName: `${month}月.xlsx` }, { file });
  await runJobs(bureau);
  await bureau.as(who).call(imports.carryOutRegisterTable, { import: id, skipFaulty: false });
  await runJobs(bureau);
  const { outcome } = await bureau.as(who).call(imports.readRegisterImport, { import: id });
  expect(outcome?.created).toBe(count);
  return outcome?.batch ?? '';
}
const withdraw = (who: CastName, batch: string) => bureau.as(who).call(imports.withdrawRegisterBatch, { batch, reason: '导错了文件' });
const refused = (who: CastName, batch: string) => bureau.as(who).refusal(imports.withdrawRegisterBatch, { batch, reason: '导错了文件' });
const batchIn = async (who: CastName, batch: string, register = 'oathRenewal') => (await bureau.as(who).call(imports.listRegisterBatches, { register })).items.find((it) => it.batch === batch);
const entriesIn = async (register = 'oathRenewal') => (await bureau.as('jiping').call(registers.listRegisterEntries, { register, size: 200 })).items.filter(({ day }) => days(28).includes(day));

describe('what was imported at once', () => {
  it('moves the score of the branch, and taken back moves it back', async () => {
    const score = async () => (await bureau.as('jiping').call(readBranchScore, { organisation: bureau.cast.organisation.detention, year: 2026 })).total ?? 0;
    const before = await score();
    const batch = await batchOf(1);
    expect(await score()).toBeGreaterThan(before);
    await withdraw('jiping', batch);
    expect(await score()).toBe(before);
  });

  it('is taken back at once, stays readable with the reason, and can be imported again', async () => {
    const batch = await batchOf(4);
    expect(await batchIn('jiping', batch)).toMatchObject({
      fileName: `${month}月.xlsx`, by: '季平', on: '2026-11-17', created: 4, there: 0, leftOut: 0, organisations: [{ name: '看守所党支部' }], withdrawn: null, withdrawal: { allowed: true, why: null } });
    const [first] = await entriesIn();
    const source = async (who: CastName) => (await bureau.as(who).call(registers.readRegisterEntry, { entry: first?.entry ?? '' })).source;
    expect(await source('jiping')).toEqual({ on: '2026-11-17', by: '季平', fileName: `${month}月.xlsx` });
    expect(await source('wenlan')).toEqual({ on: '2026-11-17', by: '季平', fileName: null });
    expect(await withdraw('jiping', batch)).toEqual({ withdrawn: 4 });
    expect(await entriesIn()).toEqual([]);
    expect(await bureau.as('jiping').call(registers.readRegisterEntry, { entry: first?.entry ?? '' })).toMatchObject({ withdrawn: true, row: { values: { attended: '18' } }, versions: [{ change: 'withdrawn', reason: '导错了文件' }, { change: 'recorded' }] });
    expect(await batchIn('jiping', batch)).toMatchObject({ withdrawn: { by: '季平', on: '2026-11-17' }, withdrawal: { allowed: false, why: { zh: expect.stringContaining('已于 2026-11-17 撤回') } } });
    expect(await refused('jiping', batch)).toBe('BatchWithdrawn');
    await batchOf(4);
    expect((await entriesIn()).length).toBe(4);
  });

  it('leaves what was withdrawn one by one as it is', async () => {
    const batch = await batchOf(3);
    const [entry] = await entriesIn();
    await bureau.as('jiping').call(registers.withdrawRegisterEntry, { entry: entry?.entry ?? '', version: 1, reason: '重复' });
    expect(await withdraw('tangyue', batch)).toEqual({ withdrawn: 2 });
    expect((await bureau.as('jiping').call(registers.readRegisterEntry, { entry: entry?.entry ?? '' })).versions[0]?.reason).toBe('重复');
  });

  it('is not taken back whole once something builds on it, and nothing of it is', async () => {
    const amended = await batchOf(2);
    const [entry] = await entriesIn();
    await bureau.as('jiping').call(registers.amendRegisterEntry, { entry: entry?.entry ?? '', version: 1, day: entry?.day ?? '', until: null, persons: [], values: { attended: '17' } });
    const before = await footprint(bureau);
    expect(await refused('jiping', amended)).toBe('BatchAmended');
    expect(await footprint(bureau)).toEqual(before);
    expect((await batchIn('jiping', amended))?.withdrawal.why?.zh).toContain('1 条在导入后又修改过');

    const confirmed = await batchOf(2, 'jiping', 'honour');
    const [waiting] = await entriesIn('honour');
    await bureau.as('fangmin').call(registers.confirmRegisterEntry, { entry: waiting?.entry ?? '', version: 1 });
    expect(await refused('jiping', confirmed)).toBe('BatchConfirmed');
    expect((await entriesIn('honour')).length).toBe(2);
  });

  it('is not taken back out of a locked month', async () => {
    month = 10;
    const batch = await batchOf(2);
    await lockMonth(bureau, 'fangmin', { organisation: bureau.cast.organisation.organs, period: '2026-10' });
    expect(await refused('jiping', batch)).toBe('BatchMonthLocked');
    expect((await entriesIn()).length).toBe(2);
    month = 5;
  });

  it('is known to those who enter there, and to nobody else', async () => {
    const batch = await batchOf(2, 'fangmin');
    for (const name of ['fangmin', 'shenyi', 'luojian', 'tangyue', 'jiping'] as const) expect((await batchIn(name, batch))?.by, name).toBe('方敏');
    expect(await batchIn('gucheng', batch)).toBeUndefined();
    expect(await refused('gucheng', batch)).toBe('NotFound');
    expect(await refused('zhengqi', batch)).toBe('NotAllowed');
    expect(await bureau.as('wenlan').refusal(imports.listRegisterBatches, { register: 'oathRenewal' })).toBe('NotAllowed');
    expect(await bureau.as('xitong').refusal(imports.listRegisterBatches, { register: 'oathRenewal' })).toBe('NotFound');
  });

  it('is taken back once when two do it at the same moment, and survives a rebuild of what is derived', async () => {
    month = 8;
    const batch = await batchOf(3);
    const both = await Promise.allSettled([withdraw('jiping', batch), withdraw('luojian', batch)]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    const withdrawals = await bureau.within(({ tx }) => tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM fact_log l JOIN import_batch_fact i ON i.fact_id = l.fact_id WHERE i.batch_id = ${batch} AND l.change = 'withdrawn'`));
    expect(withdrawals?.n).toBe(3);
    await bureau.within((call) => rebuild(call.tx));
    expect(await batchIn('jiping', batch)).toMatchObject({ created: 3, withdrawn: { on: '2026-11-17' } });
  });

  it('is told by the trail with how many records it moved, all of them where the batch alone is asked for', async () => {
    const batch = await batchOf(25);
    await withdraw('jiping', batch);
    const told = async (asked: { operation?: string; subject?: string }) => (await bureau.as('shenji').call(readAuditTrail, asked)).items
      .filter(({ operation, subject }) => operation === 'withdrawRegisterBatch' && subject?.id === batch).map(({ changes, more }) => [more, ...changes.map(({ after, count }) => `${after?.zh} ${count}`)]);
    expect(await told({ operation: 'withdrawRegisterBatch' })).toEqual([[5, '已撤回 20']]);
    expect(await told({ subject: batch })).toEqual([[0, '已撤回 25']]);
  });
});
