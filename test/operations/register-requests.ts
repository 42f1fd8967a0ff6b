import * as registers from '#domain/registers/contract.ts';
import * as imports from '#domain/registers/import-contract.ts';
import { runJobs } from '#test/run-jobs.ts';
import { workbook } from '#test/workbooks.ts';
import { asking, askingWith, type Asked, type Bench } from './bench.ts';

const honour = async (bench: Bench) => ({
  day: '2026-10-12', until: null, persons: [{ person: await bench.newPerson(), as: null }],
  values: { level: 'commendation', document: `表彰〔2026〕${bench.next()}号`, title: '嘉奖' },
});
/** An honour that the recorder of the detention branch entered; the office confirms it. */
const entered = async (bench: Bench): Promise<{ entry: string; version: number }> => {
  const { entry, version } = await bench.as('jiping').call(registers.recordRegisterEntry, { organisation: bench.on('detention'), register: 'honour', ...(await honour(bench)) });
  return { entry, version };
};

/** A table with one renewal of the oath; with `faulty` one of a day that does not exist as well. */
const table = (bench: Bench, faulty = false): Promise<Uint8Array> => workbook([
  ['发生日期', '参加人数'], [bench.pastDay(), '20'], ...(faulty ? [['2026-02-30', '20']] : [])]);
const oath = { register: 'oathRenewal', fileName: '重温誓词.xlsx' };
const sent = async (bench: Bench, faulty = false): Promise<{ import: string }> => ({
  import: (await bench.as('jiping').call(imports.checkRegisterTable, oath, { file: await table(bench, faulty) })).id });
const checked = async (bench: Bench, faulty = false): Promise<{ import: string }> => {
  const it = await sent(bench, faulty);
  await runJobs(bench.bureau);
  return it;
};
const imported = async (bench: Bench): Promise<{ batch: string }> => {
  const it = await checked(bench);
  await bench.as('jiping').call(imports.carryOutRegisterTable, { ...it, skipFaulty: false });
  await runJobs(bench.bureau);
  const { outcome } = await bench.as('jiping').call(imports.readRegisterImport, it);
  return { batch: outcome?.batch ?? '' };
};

export const registerRequests: readonly Asked[] = [
  asking(registers.listRegisters, 'jiping', () => ({})),
  asking(registers.listRegisterEntries, 'jiping', () => ({ register: 'honour' })),
  asking(registers.exportRegister, 'jiping', () => ({ register: 'honour' })),
  asking(registers.readRegisterForm, 'jiping', (bench) => ({ register: 'honour', organisation: bench.on('detention') })),
  asking(registers.readRegisterEntry, 'jiping', async (bench) => ({ entry: (await entered(bench)).entry })),
  asking(registers.recordRegisterEntry, 'jiping', async (bench) => ({ organisation: bench.on('detention'), register: 'honour', ...(await honour(bench)) })),
  asking(registers.amendRegisterEntry, 'jiping', async (bench) => ({ ...(await entered(bench)), ...(await honour(bench)) })),
  asking(registers.withdrawRegisterEntry, 'jiping', async (bench) => ({ ...(await entered(bench)), reason: '重复登记' })),
  asking(registers.confirmRegisterEntry, 'fangmin', entered),
  asking(imports.readRegisterTemplate, 'jiping', () => ({ register: 'oathRenewal' })),
  askingWith(imports.checkRegisterTable, 'jiping', async (bench) => ({ input: oath, file: await table(bench) })),
  asking(imports.readRegisterImport, 'jiping', sent),
  asking(imports.readRegisterErrors, 'jiping', (bench) => checked(bench, true)),
  asking(imports.carryOutRegisterTable, 'jiping', async (bench) => ({ ...(await checked(bench)), skipFaulty: false })),
  asking(imports.listRegisterBatches, 'jiping', () => ({ register: 'oathRenewal' })),
  asking(imports.withdrawRegisterBatch, 'jiping', async (bench) => ({ ...(await imported(bench)), reason: '导错了文件' })),
];
