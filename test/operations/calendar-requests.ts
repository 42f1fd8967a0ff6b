import * as calendar from '#domain/calendar/contract.ts';
import { asking, type Asked, type Bench } from './bench.ts';

let last = 2030;
/** A year that nobody announced before. */
const comingYear = (): number => (last += 1);
const noticeOf = (year: number) => ({ document: '', holidays: [{ names: ['nationalDay' as const], from: `${year}-10-01`, to: `${year}-10-07` }], workdays: [] });
const notice = () => {
  const year = comingYear();
  return { ...noticeOf(year), year: String(year) };
};
const announced = async (bench: Bench): Promise<{ calendar: string; version: number; year: number }> => {
  const year = comingYear();
  return { ...(await bench.as('fangmin').call(calendar.announceCalendar, { year: String(year), ...noticeOf(year) })), year };
};

export const calendarRequests: readonly Asked[] = [
  asking(calendar.readCalendar, 'newcomer', () => ({ year: '2026' })),
  asking(calendar.announceCalendar, 'fangmin', notice),
  asking(calendar.amendCalendar, 'fangmin', async (bench) => {
    const { year, ...read } = await announced(bench);
    return { ...read, ...noticeOf(year), document: '国办发明电〔2099〕1号' };
  }),
  asking(calendar.withdrawCalendar, 'fangmin', async (bench) => {
    const { year: _, ...read } = await announced(bench);
    return read;
  }),
];
