import { addDays, type CivilDate } from './civil-date.ts';
import type { MarkedDays } from './contract.ts';
import { holidayOn, isProvisional, type WorkingCalendar } from './working-days.ts';

/** What a page shows of the days of one month: those off with their names, those worked at a weekend, or that nobody knows. */
export function markedDays(calendar: WorkingCalendar, from: CivilDate, to: CivilDate): MarkedDays {
  const marked: MarkedDays = { announced: !isProvisional(calendar, from), holidays: [], workdays: [] };
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const names = holidayOn(calendar, day);
    if (names.length > 0) marked.holidays.push({ day, names: [...names] });
    if (calendar.workdays.has(day)) marked.workdays.push(day);
  }
  return marked;
}

/** What the days off are called to which one of the marked days belongs; none for any other day. */
export const holidayAmong = ({ holidays }: MarkedDays, day: CivilDate): MarkedDays['holidays'][number]['names'] =>
  holidays.find((it) => it.day === day)?.names ?? [];
