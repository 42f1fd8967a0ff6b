import * as registers from '#domain/registers/contract.ts';
import { listWithdrawnEntries, restoreRegisterEntry } from '#domain/registers/restoring-contract.ts';
import { readBrands, readFeatures } from '#domain/registers/showcase-contract.ts';
import { readRegisterSum } from '#domain/registers/sum-contract.ts';
import * as imports from '#domain/registers/import-contract.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { workbook } from '#test/workbooks.ts';
import { accountNamed, asking, askingWith, type Asked, type Bench } from './bench.ts';

const honour = async (bench: Bench) => ({
  day: '2026-10-12', until: null, persons: [{ person: await bench.newPerson(), as: null }],
  values: { level: 'commendation', document: `表彰〔2026〕${bench.next()}号`, title: '嘉奖' },
});
/** An honour that the recorder of the detention branch entered; the office confirms it. */
const entered = async (bench: Bench): Promise<{ entry: string; version: number }> => {
  const { entry, version } = await bench.as('jiping').call(registers.recordRegisterEntry, { organisation: bench.on('detention'), register: 'honour', ...(await honour(bench)) });
  return { entry, version };
};

const oath = { register: 'oathRenewal', fileName: '重温誓词.xlsx' };
const table = (bench: Bench): Promise<Uint8Array> => workbook([['发生日期', '参加人数'], [bench.pastDay(), '20']]);
const sent = async (bench: Bench): Promise<{ import: string }> => ({ import: (await bench.as('jiping').call(imports.checkRegisterTable, oath, { file: await table(bench) })).id });
/** As a check leaves it behind; reading a file in a process of its own a hundred times over would take too long here. */
async function checked(bench: Bench): Promise<{ import: string }> {
  const [account, file, errors, check] = [await accountNamed(bench.bureau, 'jiping'), newId(), newId(), newId()];
  const bytes = Buffer.from(await table(bench));
  const result = { checked: { rows: 2, created: 1, waiting: 0, there: 0, faulty: 1, problems: [], notices: [] }, errors };
  await bench.bureau.within(async ({ tx }) => {
    for (const id of [file, errors]) await tx.run(sql`INSERT INTO file (id, name, media_type, sha256, bytes, account_id) VALUES (${id}, 'a.xlsx', 'text/plain', '', ${bytes}, ${account})`);
    await tx.run(sql`INSERT INTO job (id, kind, account_id, input, state, result) VALUES (${check}, 'checkRegisterTable', ${account}, ${JSON.stringify({ ...oath, file })}, 'done', ${JSON.stringify(result)})`);
  });
  return { import: check };
}
/** An entry of the recorder that came in with a batch. */
async function imported(bench: Bench): Promise<{ batch: string }> {
  const { entry } = await bench.as('jiping').call(registers.recordRegisterEntry, {
    organisation: bench.on('detention'), register: 'oathRenewal', day: bench.pastDay(), until: null, persons: [], values: { attended: '20' } });
  const [account, batch] = [await accountNamed(bench.bureau, 'jiping'), newId()];
  await bench.bureau.within(async ({ tx }) => {
    await tx.run(sql`INSERT INTO import_batch (id, kind, register, account_id, person_id, file_name, there, left_out, recorded_on)
      VALUES (${batch}, 'record', 'oathRenewal', ${account}, ${bench.person('jiping')}, 'a.xlsx', 0, 0, '2026-11-17')`);
    await tx.run(sql`INSERT INTO import_batch_fact (fact_id, batch_id) VALUES (${entry}, ${batch})`);
  });
  return { batch };
}

export const registerRequests: readonly Asked[] = [
  asking(registers.readMatter, 'jiping', async (bench) => ({ entry: (await entered(bench)).entry })),
  asking(registers.listRegisters, 'jiping', () => ({})),
  asking(registers.listRegisterEntries, 'jiping', () => ({ register: 'honour' })),
  asking(readRegisterSum, 'jiping', () => ({ register: 'oathRenewal', field: 'attended' })),
  asking(registers.exportRegister, 'jiping', async (bench) => {
    await entered(bench);
    return { register: 'honour' };
  }),
  asking(registers.readRegisterForm, 'jiping', (bench) => ({ register: 'honour', organisation: bench.on('detention') })),
  asking(registers.readRegisterEntry, 'jiping', async (bench) => ({ entry: (await entered(bench)).entry })),
  asking(registers.recordRegisterEntry, 'jiping', async (bench) => ({ organisation: bench.on('detention'), register: 'honour', ...(await honour(bench)) })),
  asking(registers.amendRegisterEntry, 'jiping', async (bench) => ({ ...(await entered(bench)), ...(await honour(bench)) })),
  asking(registers.withdrawRegisterEntry, 'jiping', async (bench) => ({ ...(await entered(bench)), reason: '重复登记' })),
  asking(restoreRegisterEntry, 'jiping', async (bench) => {
    const { entry, version } = await entered(bench);
    await bench.as('jiping').call(registers.withdrawRegisterEntry, { entry, version, reason: '重复登记' });
    return { entry, version: version + 1 };
  }),
  asking(listWithdrawnEntries, 'jiping', () => ({ register: 'honour' })),
  asking(registers.confirmRegisterEntry, 'fangmin', entered),
  asking(readBrands, 'jiping', () => ({})),
  asking(readFeatures, 'jiping', () => ({})),
  asking(imports.readRegisterTemplate, 'jiping', () => ({ register: 'oathRenewal' })),
  askingWith(imports.checkRegisterTable, 'jiping', async (bench) => ({ input: oath, file: await table(bench) })),
  asking(imports.readRegisterImport, 'jiping', sent),
  asking(imports.readRegisterErrors, 'jiping', checked),
  asking(imports.carryOutRegisterTable, 'jiping', async (bench) => ({ ...(await checked(bench)), skipFaulty: true })),
  asking(imports.listRegisterBatches, 'jiping', () => ({ register: 'oathRenewal' })),
  asking(imports.withdrawRegisterBatch, 'jiping', async (bench) => ({ ...(await imported(bench)), reason: '导错了文件' })),
];
