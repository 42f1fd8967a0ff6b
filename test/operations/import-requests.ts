import { writeXlsx } from 'hucre/xlsx';
import * as batches from '#domain/imports/batch-contract.ts';
import * as imports from '#domain/imports/contract.ts';
import * as tables from '#domain/imports/table-contract.ts';
import { dropWaitingJobs, runJobs } from '#test/run-jobs.ts';
import { asking, askingWith, type Asked, type Bench } from './bench.ts';

const FROM = '2026-11-01';
const TITLES = ['姓名', '人员类别', '所在党支部', '人员身份', '警号'];

/** A roster of one new person; with `faulty` of a branch that does not exist as well. */
const roster = (bench: Bench, faulty: boolean): Promise<Uint8Array> => {
  const row = (branch: string): string[] => ['石磊', '正式党员', branch, '民警', `T${String(bench.next()).padStart(5, '0')}`];
  return writeXlsx({ sheets: [{ name: '花名册', rows: [TITLES, row('看守所党支部'), ...(faulty ? [row('没有的党支部')] : [])] }] });
};
const sent = async (bench: Bench, faulty = false): Promise<{ import: string }> => {
  const { id } = await bench.as('fangmin').call(imports.checkRoster, { fileName: '花名册.xlsx', from: FROM }, { file: await roster(bench, faulty) });
  return { import: id };
};
const checked = async (bench: Bench, faulty = false): Promise<{ import: string }> => {
  await dropWaitingJobs(bench.bureau);
  const it = await sent(bench, faulty);
  await runJobs(bench.bureau);
  return it;
};

/** A roster of one new person that has been imported. */
const imported = async (bench: Bench): Promise<{ batch: string; reason: string }> => {
  const it = await checked(bench);
  await bench.as('fangmin').call(imports.carryOutRoster, { ...it, skipFaulty: false });
  await runJobs(bench.bureau);
  const { outcome } = await bench.as('fangmin').call(imports.readRosterImport, it);
  return { batch: outcome?.batch ?? '', reason: '导错了文件' };
};

/** A table of one leave; with `faulty` of a number that nobody has as well. */
const leaves = (bench: Bench, faulty: boolean): Promise<Uint8Array> => {
  const day = bench.pastDay();
  const row = (number: string): string[] => [number, 'sickLeave', day, day];
  return writeXlsx({ sheets: [{ name: '请假勤务', rows: [['警号', '请假事由', '开始日期', '结束日期'], row('wenlan'), ...(faulty ? [row('nobody')] : [])] }] });
};
const LEAVE = { fileName: '请假.xlsx', table: 'leave' } as const;
const sentTable = async (bench: Bench, faulty = false): Promise<{ import: string }> => ({ import: (await bench.as('jiping').call(tables.checkTable, LEAVE, { file: await leaves(bench, faulty) })).id });
const checkedTable = async (bench: Bench, faulty = false): Promise<{ import: string }> => {
  await dropWaitingJobs(bench.bureau);
  const it = await sentTable(bench, faulty);
  await runJobs(bench.bureau);
  return it;
};

export const importRequests: readonly Asked[] = [
  asking(imports.readRosterTemplate, 'fangmin', () => ({})),
  asking(imports.readRosterImports, 'fangmin', () => ({})),
  askingWith(imports.checkRoster, 'fangmin', async (bench) => ({ input: { fileName: '花名册.xlsx', from: FROM }, file: await roster(bench, false) })),
  asking(imports.readRosterImport, 'fangmin', sent),
  asking(imports.carryOutRoster, 'fangmin', async (bench) => ({ ...(await checked(bench)), skipFaulty: false })),
  asking(tables.readTableTemplate, 'jiping', () => ({ table: 'leave' as const })),
  askingWith(tables.checkTable, 'jiping', async (bench) => ({ input: LEAVE, file: await leaves(bench, false) })),
  asking(tables.readTableImport, 'jiping', sentTable),
  asking(tables.carryOutTable, 'jiping', async (bench) => ({ ...(await checkedTable(bench)), skipFaulty: false })),
  asking(tables.readTableErrors, 'jiping', (bench) => checkedTable(bench, true)),
  asking(batches.listImportBatches, 'fangmin', () => ({ table: 'roster' as const })),
  asking(batches.withdrawImportBatch, 'fangmin', imported),
  asking(imports.readRosterErrors, 'fangmin', (bench) => checked(bench, true)),
];
