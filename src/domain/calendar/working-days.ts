import type { FactState } from '#domain/facts/contract.ts';
import { addDays, type CivilDate, firstOfMonth, type Period, periodOf, weekday, yearOf } from './civil-date.ts';

export type CalendarYear = FactState<'calendarYear'>;
export type HolidayName = CalendarYear['holidays'][number]['names'][number];

/**
 * The years that were announced, laid out by day. Of a year that is not among them nothing is known but its weeks: Monday
 * to Friday count as working days, and every answer that touches it is provisional (engine C, 待公告).
 */
export interface WorkingCalendar {
  readonly years: ReadonlySet<number>;
  readonly holidays: ReadonlyMap<CivilDate, readonly HolidayName[]>;
  /** 调休上班: days at weekends on which one works. */
  readonly workdays: ReadonlySet<CivilDate>;
}

/** A day that was reckoned in working days. Provisional while a year that was touched is not announced. */
export interface ReckonedDay {
  readonly day: CivilDate;
  readonly provisional: boolean;
}

const FRIDAY = 5;

export function workingCalendar(years: readonly CalendarYear[]): WorkingCalendar {
  const holidays = years.flatMap((it) => it.holidays).flatMap(({ from, to, names }) => daysOf(from, to).map((day) => [day, names] as const));
  return { years: new Set(years.map(({ year }) => year)), holidays: new Map(holidays), workdays: new Set(years.flatMap(({ workdays }) => workdays)) };
}

/** The year of the day is not announced yet (待公告). */
export const isProvisional = (calendar: WorkingCalendar, day: CivilDate): boolean => !calendar.years.has(yearOf(day));

/** What the days off are called to which the day belongs; none for any other day, be it a Sunday. */
export const holidayOn = (calendar: WorkingCalendar, day: CivilDate): readonly HolidayName[] => calendar.holidays.get(day) ?? [];

export function isWorkingDay(calendar: WorkingCalendar, day: CivilDate): { readonly working: boolean; readonly provisional: boolean } {
  const working = calendar.workdays.has(day) || (weekday(day) <= FRIDAY && !calendar.holidays.has(day));
  return { working, provisional: isProvisional(calendar, day) };
}

/**
 * The n-th working day after a day, which itself does not count (five working days after Friday: the next Friday).
 * @throws RangeError when n is not a whole number from 1 on.
 */
export function workingDaysAfter(calendar: WorkingCalendar, after: CivilDate, n: number): ReckonedDay {
  demandCount(n);
  let provisional = false;
  let left = n;
  let day = after;
  while (left > 0) {
    day = addDays(day, 1);
    const it = isWorkingDay(calendar, day);
    provisional ||= it.provisional;
    if (it.working) left -= 1;
  }
  return { day, provisional };
}

/**
 * The n-th working day of a month, or null when the month has fewer.
 * @throws RangeError when n is not a whole number from 1 on.
 */
export function nthWorkingDayOfMonth(calendar: WorkingCalendar, period: Period, n: number): { readonly day: CivilDate | null; readonly provisional: boolean } {
  const { day, provisional } = workingDaysAfter(calendar, addDays(firstOfMonth(period), -1), n);
  // What lies beyond the month says nothing about it, so the month alone decides whether the answer may still change.
  return periodOf(day) === period ? { day, provisional } : { day: null, provisional: isProvisional(calendar, firstOfMonth(period)) };
}

/** How many working days lie after one day and up to another, which counts; none when it is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, after: CivilDate, until: CivilDate): { readonly days: number; readonly provisional: boolean } {
  const found = daysOf(addDays(after, 1), until).map((day) => isWorkingDay(calendar, day));
  return { days: found.filter(({ working }) => working).length, provisional: found.some(({ provisional }) => provisional) };
}

/** Whether a limit in working days has run out. One that is provisional never has: nobody loses a right to a guess (engine C). */
export const hasRunOut = (limit: ReckonedDay, today: CivilDate): boolean => !limit.provisional && limit.day < today;

function daysOf(from: CivilDate, to: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function demandCount(n: number): void {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`${n} is no number of working days`);
}
