import * as registers from '#domain/registers/contract.ts';
import { asking, type Asked, type Bench } from './bench.ts';

const honour = async (bench: Bench) => ({
  day: '2026-10-12', until: null, persons: [{ person: await bench.newPerson(), as: null }],
  values: { level: 'commendation', document: `表彰〔2026〕${bench.next()}号`, title: '嘉奖' },
});
/** An honour that the recorder of the detention branch entered; the office confirms it. */
const entered = async (bench: Bench): Promise<{ entry: string; version: number }> => {
  const { entry, version } = await bench.as('jiping').call(registers.recordRegisterEntry, { organisation: bench.on('detention'), register: 'honour', ...(await honour(bench)) });
  return { entry, version };
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
];
