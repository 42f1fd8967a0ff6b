import { writeXlsx } from 'hucre/xlsx';
import pino from 'pino';
import * as imports from '#domain/imports/contract.ts';
import { jobKinds, reactions } from '#server/app.ts';
import { accountActs } from '#server/access/access-reads.ts';
import { openJobRunner } from '#server/platform/job-runner.ts';
import { NOW } from '#test/app.ts';
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
  const it = await sent(bench, faulty);
  await openJobRunner({
    database: bench.bureau.database, bureaus: ['alpha'], kinds: jobKinds, clock: () => new Date(NOW), log: pino({ level: 'silent' }), reactions, accountActs,
  }).runWaiting();
  return it;
};

export const importRequests: readonly Asked[] = [
  asking(imports.readRosterTemplate, 'fangmin', () => ({})),
  asking(imports.readRosterImports, 'fangmin', () => ({})),
  askingWith(imports.checkRoster, 'fangmin', async (bench) => ({ input: { fileName: '花名册.xlsx', from: FROM }, file: await roster(bench, false) })),
  asking(imports.readRosterImport, 'fangmin', sent),
  asking(imports.carryOutRoster, 'fangmin', async (bench) => ({ ...(await checked(bench)), skipFaulty: false })),
  asking(imports.readRosterErrors, 'fangmin', (bench) => checked(bench, true)),
];
