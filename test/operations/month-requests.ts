import { addMonths } from '#domain/calendar/civil-date.ts';
import * as months from '#domain/months/contract.ts';
import { asking, type Asked, type Bench } from './bench.ts';

/** A month before the scheme, which no other request locks or files late for. */
const pastMonth = (bench: Bench): string => addMonths('2025-12', -bench.next());
const closed = async (bench: Bench): Promise<{ closing: string; version: number; period: string }> => {
  const period = pastMonth(bench);
  return { ...(await bench.as('fangmin').call(months.closeMonth, { organisation: bench.on('detention'), period })), period };
};

export const monthRequests: readonly Asked[] = [
  asking(months.readMonths, 'luojian', (bench) => ({ organisation: bench.on('detention') })),
  asking(months.closeMonth, 'fangmin', (bench) => ({ organisation: bench.on('detention'), period: pastMonth(bench) })),
  // Years before the scheme have no month that must be locked first.
  asking(months.closeYear, 'shenyi', (bench) => ({ organisation: bench.on('detention'), year: 2000 + (bench.next() % 20) })),
  asking(months.reopenMonth, 'shenyi', async (bench) => {
    const { closing, version } = await closed(bench);
    return { closing, version, reason: '漏记一次活动' };
  }),
  asking(months.grantLateFiling, 'shenyi', async (bench) => ({
    organisation: bench.on('detention'), period: (await closed(bench)).period, until: '2026-12-31', reason: '纸质记录补录' })),
];
