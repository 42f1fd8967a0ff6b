import { type CivilDate, compareDates, isWithin, weekday, yearOf } from './civil-date.ts';
import { refuseCalendar } from './refusals.ts';
import type { CalendarYear } from './working-days.ts';

const SATURDAY = 6;

/**
 * An announcement as it goes into the log: holidays and make-up workdays by day, each once. A holiday over the turn of the
 * year is two spans in two years, so that each year says all about its own days.
 * @throws DayOutsideYear, HolidayEndsBeforeItBegins, HolidaysOverlap, WorkdayNotAtWeekend, WorkdayInHoliday
 */
export function calendarYearOf({ year, holidays, workdays }: CalendarYear): CalendarYear {
  const sorted: CalendarYear = {
    year,
    holidays: holidays.map(({ names, from, to }) => ({ names: [...new Set(names)], from, to })).toSorted((a, b) => compareDates(a.from, b.from)),
    workdays: [...new Set(workdays)].toSorted(compareDates),
  };
  demandHolidays(sorted);
  demandWorkdays(sorted);
  return sorted;
}

function demandHolidays({ year, holidays }: CalendarYear): void {
  for (const [at, { from, to }] of holidays.entries()) {
    demandInYear(year, from);
    demandInYear(year, to);
    if (to < from) throw refuseCalendar('HolidayEndsBeforeItBegins', { from, to });
    const before = holidays[at - 1];
    if (before && from <= before.to) throw refuseCalendar('HolidaysOverlap', { first: before, second: { from, to } });
  }
}

function demandWorkdays({ year, holidays, workdays }: CalendarYear): void {
  for (const day of workdays) {
    demandInYear(year, day);
    if (holidays.some((it) => isWithin(day, it))) throw refuseCalendar('WorkdayInHoliday', { day });
    if (weekday(day) < SATURDAY) throw refuseCalendar('WorkdayNotAtWeekend', { day });
  }
}

function demandInYear(year: number, day: CivilDate): void {
  if (yearOf(day) !== year) throw refuseCalendar('DayOutsideYear', { day, year });
}
