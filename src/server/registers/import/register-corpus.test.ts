import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as registers from '#domain/registers/contract.ts';
import * as imports from '#domain/registers/import-contract.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { runJobs } from '#test/run-jobs.ts';

let bureau: TestBureau;
// Each file is read in a process of its own, and many are.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => { bureau = await testBureau(); });
afterAll(() => bureau.drop());

/** Tables as offices keep them, written by other programs than ours; what must stand in the register afterwards. */
const corpus: readonly { readonly file: string; readonly shows: string; readonly register: string; readonly entries: readonly string[] }[] = [
  { file: 'merged-titles', shows: 'merged titles and notes above the header, other titles, name and number apart, a line of totals', register: 'honour', entries: ['2026-03-05 看守甲', '2026-03-06 看守乙'] },
  { file: 'hidden-sheets', shows: 'a hidden list of choices and a cover before the table, a draft and examples behind it', register: 'honour', entries: ['2026-04-08 看守丙、看守丁'] },
  { file: 'calc', shows: 'a table of Calc: rich text, values of formulas, a filtered row, a sheet that reaches to its end', register: 'honour', entries: ['2026-05-08 看守戊', '2026-05-09 看守己'] },
  { file: 'blank-rows', shows: 'blank lines within the table and formatted ones below it, blank columns', register: 'dues', entries: ['2026-01-10', '2026-02-10', '2026-03-10'] },
  { file: 'full-width', shows: 'full-width digits, marks that nobody sees, blanks around and units behind the numbers', register: 'dues', entries: ['2026-05-10', '2026-06-10', '2026-07-10'] },
  { file: 'dates-1904', shows: 'days counted from 1904, shortly before midnight', register: 'dues', entries: ['2026-08-10'] },
];

const entriesIn = async (register: string): Promise<Map<string, string>> => {
  const { items } = await bureau.as('jiping').call(registers.listRegisterEntries, { register, size: 200 });
  return new Map(items.map(({ entry, day, persons }) => [entry, [day, ...(persons.length > 0 ? [persons.map(({ name }) => name).join('、')] : [])].join(' ')]));
};

test.each(corpus)('$file: $shows', async ({ file, register, entries }) => {
  const before = await entriesIn(register);
  const { id } = await bureau.as('jiping').call(imports.checkRegisterTable, { register, fileName: `${file}.xlsx` }, { file: readFileSync(`test/corpus/registers/${file}.xlsx`) });
  await runJobs(bureau);
  const { check, checked } = await bureau.as('jiping').call(imports.readRegisterImport, { import: id });
  expect([check.refusal, checked?.problems]).toEqual([null, []]);
  expect(checked).toMatchObject({ rows: entries.length, created: entries.length });
  await bureau.as('jiping').call(imports.carryOutRegisterTable, { import: id, skipFaulty: false });
  await runJobs(bureau);
  const fresh = [...(await entriesIn(register))].flatMap(([entry, line]) => (before.has(entry) ? [] : [line]));
  expect(fresh.toSorted()).toEqual(entries);
});
