import { refuseDay } from './refusals.ts';
import { yearOf, type CivilDate } from './civil-date.ts';

/** The first day that may still change: this year and the last one are open (A-6 will close years by a fact). */
export const firstOpenDay = (today: CivilDate): CivilDate => `${yearOf(today) - 1}-01-01`;

/** @throws DayInFuture */
export function demandPastDay(day: CivilDate, today: CivilDate): void {
  if (day > today) throw refuseDay('DayInFuture', { day, today });
}

/** @throws DayInFuture, YearClosed */
export function demandOpenDay(day: CivilDate, today: CivilDate): void {
  demandPastDay(day, today);
  const open = firstOpenDay(today);
  if (day < open) throw refuseDay('YearClosed', { day, open });
}
