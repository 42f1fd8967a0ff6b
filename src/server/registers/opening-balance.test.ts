import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { recordInclusion, withdrawInclusion } from '#domain/orgs/inclusion-contract.ts';
import { readPoints } from '#domain/points/contract.ts';
import * as registers from '#domain/registers/contract.ts';
import * as imports from '#domain/registers/import-contract.ts';
import { rebuild } from '#server/facts/rebuild.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { footprint } from '#test/operations/footprint.ts';
import { runJobs } from '#test/run-jobs.ts';
import { workbook } from '#test/workbooks.ts';

let bureau: TestBureau;
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => { bureau = await testBureau(); });
afterAll(() => bureau.drop());

const detention = (): string => bureau.cast.organisation.detention;
const wenlan = (): string => bureau.cast.person.wenlan;
const opening = (over: Partial<{ day: string; part: string; points: string; person: string }> = {}) => ({
  organisation: detention(), register: 'openingBalance', day: over.day ?? '2026-10-31', until: null, persons: [{ person: over.person ?? wenlan(), as: null }],
  values: { part: over.part ?? 'task', points: over.points ?? '7.50', document: '看党〔2026〕12号' },
});
const points = () => bureau.as('wenlan').call(readPoints, { person: wenlan(), year: 2026 });
const rowsIn = (grounds: Grounds | null): [string, number | null][] => (grounds === null ? [] : [...(grounds.how.kind === 'fact' && grounds.how.fact.activities.includes('openingBalance') ? [[grounds.id.split(' ')[0] ?? '', grounds.value] as [string, number | null]] : []), ...grounds.children.flatMap(rowsIn)]);
const include = (from: string, version: number | null = null) => bureau.as('shenyi').call(recordInclusion, { organisation: bureau.cast.organisation.organs, version, from });

it('there is nothing to bring forward where everything counts from 1 January', async () => {
  expect((await bureau.as('jiping').call(registers.listRegisters, {})).items.map(({ id }) => id)).not.toContain('openingBalance');
  expect(await bureau.as('jiping').refusal(registers.recordRegisterEntry, opening())).toBe('NotFound');
});

it('points of the time before count once another person has confirmed them, as a row of their own within the limits of the part', async () => {
  await include('2026-11-01');
  const before = (await points()).total ?? 0;
  expect((await bureau.as('jiping').call(registers.readRegisterForm, { register: 'openingBalance' })).begun).toMatchObject({ day: '2026-10-31' });
  const { entry, version, waiting } = await bureau.as('jiping').call(registers.recordRegisterEntry, opening());
  expect(waiting).toBe(true);
  expect((await points()).total).toBe(before);
  expect(await bureau.as('jiping').refusal(registers.confirmRegisterEntry, { entry, version })).toBe('NotAllowed');
  await bureau.as('fangmin').call(registers.confirmRegisterEntry, { entry, version });
  const after = await points();
  expect(after.total).toBe(before + 750);
  expect(rowsIn(after.grounds)).toEqual([['task', 750]]);
  expect(JSON.stringify(after.names)).toContain('期初结转');

  // A kind with a ceiling: 4.00 brought forward, and of an honour of November worth 2.00 there is room for 1.00.
  const brought = await bureau.as('jiping').call(registers.recordRegisterEntry, opening({ part: 'honours', points: '4.00' }));
  await bureau.as('fangmin').call(registers.confirmRegisterEntry, { entry: brought.entry, version: 1 });
  expect((await points()).total).toBe(before + 1150);
  const honour = await bureau.as('jiping').call(registers.recordRegisterEntry, {
    organisation: detention(), register: 'honour', day: '2026-11-05', until: null, persons: [{ person: wenlan(), as: null }], values: { level: 'thirdMerit', document: '表彰〔2026〕7号', title: '三等功' } });
  await bureau.as('fangmin').call(registers.confirmRegisterEntry, { entry: honour.entry, version: 1 });
  expect((await points()).total, 'opening points went past the limit of their kind').toBe(before + 1250);
  await bureau.within((call) => rebuild(call.tx));
  expect((await points()).total).toBe(before + 1250);
});

it('is refused twice, beyond what the kind can hold, with a day of the time that counts, and where a share decides', async () => {
  const stored = await footprint(bureau);
  const refused = (over: Parameters<typeof opening>[0]) => bureau.as('jiping').refusal(registers.recordRegisterEntry, opening(over));
  expect(await refused({ points: '1.00' })).toBe('EntryThere');
  expect(await refused({ part: 'honours', points: '5.01', person: bureau.cast.others[4] ?? '' })).toBe('OpeningTooMuch');
  expect(await refused({ part: 'honours', points: '2.00', day: '2026-11-01', person: bureau.cast.others[4] ?? '' })).toBe('OpeningDayWrong');
  expect(await refused({ part: 'study', points: '30.00' })).toBe('EntryIncomplete');
  expect(await footprint(bureau)).toEqual(stored);
});

it('is refused where facts of that time pay into the same kind already', async () => {
  const honour = { organisation: detention(), register: 'honour', day: '2026-05-04', until: null, persons: [{ person: bureau.cast.others[3] ?? '', as: null }], values: { level: 'thirdMerit', document: '表彰〔2026〕3号', title: '三等功' } };
  const { entry } = await bureau.as('jiping').call(registers.recordRegisterEntry, honour);
  await bureau.as('fangmin').call(registers.confirmRegisterEntry, { entry, version: 1 });
  expect(await bureau.as('jiping').refusal(registers.recordRegisterEntry, opening({ person: bureau.cast.others[3] ?? '', part: 'honours', points: '1.00' }))).toBe('OpeningFactsThere');
});

it('comes from xlsx like any register, with the reasons of the rows that cannot be taken', async () => {
  const file = await workbook([['党组织', '发生日期', '人员', '积分构成', '结转分值', '依据文件'],
    ['看守所党支部', '2026-10-31', '看守甲(020000)', '完成工作任务', '6.00', '看党〔2026〕12号'], ['看守所党支部', '2026-10-31', '看守乙(020001)', '荣誉加分', '9.00', '看党〔2026〕12号']]);
  const { id } = await bureau.as('jiping').call(imports.checkRegisterTable, { register: 'openingBalance', fileName: '结转.xlsx' }, { file });
  await runJobs(bureau);
  const { checked } = await bureau.as('jiping').call(imports.readRegisterImport, { import: id });
  expect(checked).toMatchObject({ created: 1, waiting: 1, faulty: 1 });
  expect(checked?.problems[0]?.rule.zh).toContain('最多结转 5.00 分');
});

it('stays to be read when the day of inclusion was taken back', async () => {
  const { items } = await bureau.as('jiping').call(registers.listRegisterEntries, { register: 'openingBalance' });
  await bureau.as('shenyi').call(withdrawInclusion, { organisation: bureau.cast.organisation.organs, version: 1 });
  expect((await bureau.as('jiping').call(registers.listRegisterEntries, { register: 'openingBalance' })).items.length).toBe(items.length);
  expect(await bureau.as('jiping').refusal(registers.recordRegisterEntry, opening({ part: 'honours', points: '1.00', person: bureau.cast.others[5] ?? '' }))).toBe('OpeningNotNeeded');
});
