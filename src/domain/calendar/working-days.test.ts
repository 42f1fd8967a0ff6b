import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always } from '#test/properties.ts';
import { calendarYearOf } from './calendar-year.ts';
import { addDays, type CivilDate, yearOf } from './civil-date.ts';
import { publishedYears } from './published-years.ts';
import {
  type CalendarYear, hasRunOut, holidayOn, isWorkingDay, nthWorkingDayOfMonth, workingCalendar, workingDaysAfter, workingDaysBetween,
} from './working-days.ts';

/** 2025 and 2026 as published; 2024 and 2027 are not announced. */
const calendar = workingCalendar(publishedYears);
const firm = { provisional: false };
const provisional = { provisional: true };

describe('A day', () => {
  it.each([
    ['2026-09-30', true, 'a Wednesday'], ['2026-10-01', false, 'National Day'], ['2026-10-05', false, 'a Monday of it'], ['2026-10-08', true, 'the day after'],
    ['2026-09-20', true, 'a Sunday made up'], ['2026-10-10', true, 'a Saturday made up'], ['2026-10-11', false, 'a Sunday'], ['2026-01-04', true, 'a Sunday made up'],
    ['2025-10-08', false, 'the last of National Day and Mid-Autumn'], ['2026-12-31', true, 'the last of the year'],
  ])('%s is a working day: %s, being %s', (day, working) => expect(isWorkingDay(calendar, day)).toEqual({ working, ...firm }));

  it.each([['2027-01-01', true], ['2027-10-01', true], ['2027-10-02', false], ['2024-10-01', true]])(
    '%s of a year that is not announced goes by the week and is provisional', (day, working) => expect(isWorkingDay(calendar, day)).toEqual({ working, ...provisional }),
  );

  it('says which holidays it belongs to', () => {
    expect(['2025-10-06', '2026-09-26', '2026-10-11', '2026-10-10'].map((day) => holidayOn(calendar, day))).toEqual([['nationalDay', 'midAutumn'], ['midAutumn'], [], []]);
  });
});

describe('Working days after a day', () => {
  it.each([
    ['2026-09-30', 1, '2026-10-08'], ['2026-09-30', 3, '2026-10-10'], ['2026-09-30', 4, '2026-10-12'], ['2026-10-03', 1, '2026-10-08'],
    ['2026-09-18', 1, '2026-09-20'], ['2026-11-13', 5, '2026-11-20'], ['2025-12-31', 1, '2026-01-04'], ['2024-12-31', 1, '2025-01-02'], ['2026-12-24', 5, '2026-12-31'],
  ])('%s and %i is %s', (after, n, day) => expect(workingDaysAfter(calendar, after, n)).toEqual({ day, ...firm }));

  it('are provisional from the first day of a year that is not announced', () => {
    expect(workingDaysAfter(calendar, '2026-12-24', 6)).toEqual({ day: '2027-01-01', ...provisional });
    expect(workingDaysAfter(calendar, '2024-12-30', 2)).toEqual({ day: '2025-01-02', ...provisional });
    expect(workingDaysAfter(workingCalendar([]), '2026-09-30', 1)).toEqual({ day: '2026-10-01', ...provisional });
  });

  it('are whole and at least one', () => {
    for (const n of [0, -1, 1.5, Number.NaN]) expect(() => workingDaysAfter(calendar, '2026-11-16', n)).toThrow(RangeError);
  });

  it('run out on the next day, and never while they are provisional', () => {
    expect(['2026-11-19', '2026-11-20', '2026-11-21'].map((today) => hasRunOut(workingDaysAfter(calendar, '2026-11-13', 5), today))).toEqual([false, false, true]);
    expect(hasRunOut(workingDaysAfter(calendar, '2026-12-31', 5), '2028-01-01')).toBe(false);
  });
});

describe('Working days of a month', () => {
  it.each([
    ['2026-10', 1, '2026-10-08'], ['2026-10', 3, '2026-10-10'], ['2026-10', 18, '2026-10-30'], ['2026-10', 19, null], ['2026-02', 16, '2026-02-28'],
    ['2026-02', 17, null], ['2026-12', 23, '2026-12-31'], ['2026-12', 24, null], ['2026-01', 1, '2026-01-04'],
  ])('in %s the %i. is %s', (period, n, day) => expect(nthWorkingDayOfMonth(calendar, period, n)).toEqual({ day, ...firm }));

  it('are provisional in a year that is not announced', () => {
    expect(nthWorkingDayOfMonth(calendar, '2027-10', 1)).toEqual({ day: '2027-10-01', ...provisional });
    expect(nthWorkingDayOfMonth(calendar, '2027-10', 22)).toEqual({ day: null, ...provisional });
  });
});

describe('Working days between two days', () => {
  it.each([
    ['2026-09-30', '2026-10-12', 4, false], ['2026-09-30', '2026-10-07', 0, false], ['2026-11-16', '2026-11-16', 0, false], ['2026-11-16', '2026-11-10', 0, false],
    ['2026-12-31', '2027-01-04', 2, true], ['2026-12-30', '2026-12-31', 1, false],
  ])('after %s until %s are %i', (after, until, days, open) => expect(workingDaysBetween(calendar, after, until)).toEqual({ days, provisional: open }));
});

/** The same question answered without the calendar's own words: from the notices as they stand, and the weekday of the host. */
function worksBy(years: readonly CalendarYear[], day: CivilDate): boolean {
  const notice = years.find(({ year }) => String(year) === day.slice(0, 4));
  if (notice?.workdays.includes(day)) return true;
  const off = notice?.holidays.some(({ from, to }) => from <= day && day <= to) ?? false;
  return !off && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

const dayIn = (year: number): fc.Arbitrary<CivilDate> => fc.integer({ min: 0, max: 364 }).map((at) => addDays(`${year}-01-01`, at));
const weekend = (day: CivilDate): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** A year with holidays of up to nine days and some weekend days worked for them. */
const noticeOf = (year: number): fc.Arbitrary<CalendarYear> =>
  fc.tuple(fc.uniqueArray(fc.integer({ min: 0, max: 35 }), { minLength: 1, maxLength: 7 }), fc.integer({ min: 1, max: 9 }), fc.array(dayIn(year), { maxLength: 20 })).map(([starts, length, days]) => {
    const holidays = starts.map((at) => ({ names: ['other' as const], from: addDays(`${year}-01-01`, at * 10), to: addDays(`${year}-01-01`, at * 10 + length - 1) }));
    return calendarYearOf({ year, holidays, workdays: days.filter((day) => weekend(day) && !holidays.some(({ from, to }) => from <= day && day <= to)) });
  });

const cases = fc.record({
  // Three years in a row, each of them known or not.
  years: fc.tuple(...[2025, 2026, 2027].map((year) => fc.option(noticeOf(year), { freq: 2 }))).map((all) => all.filter((it) => it !== null)),
  after: fc.oneof(dayIn(2025), dayIn(2026)),
  n: fc.integer({ min: 1, max: 120 }),
});

always('working days: the n-th after a day is a working day, exactly n-1 lie before it, and it is firm only where every year is known', cases, 300, ({ years, after, n }) => {
  const one = workingCalendar(years);
  const { day, provisional: open } = workingDaysAfter(one, after, n);
  expect(worksBy(years, day), 'C: a limit ends on a day on which nobody works').toBe(true);
  let before = 0;
  const touched = new Set<number>();
  for (let at = addDays(after, 1); at <= day; at = addDays(at, 1)) {
    touched.add(yearOf(at));
    if (at < day && worksBy(years, at)) before += 1;
  }
  expect(before, 'C: a working day was left out, or counted twice').toBe(n - 1);
  expect(open, 'C: an answer is firm that a notice can still change').toBe([...touched].some((year) => !years.some((it) => it.year === year)));
  expect(workingDaysBetween(one, after, day)).toEqual({ days: n, provisional: open });
  expect(hasRunOut({ day, provisional: open }, addDays(day, 1)), 'C: a provisional limit took a right away').toBe(!open);
});

always('working days: a month numbers its own from one on, and no other', fc.record({ years: cases.map((it) => it.years), month: fc.integer({ min: 1, max: 12 }) }), 100, ({ years, month }) => {
  const period = `2026-${String(month).padStart(2, '0')}`;
  const days = Array.from({ length: 31 }, (_, at) => addDays(`${period}-01`, at)).filter((day) => day.startsWith(period) && worksBy(years, day));
  const found = Array.from({ length: days.length + 1 }, (_, at) => nthWorkingDayOfMonth(workingCalendar(years), period, at + 1));
  expect(found.map((it) => it.day)).toEqual([...days, null]);
  expect(new Set(found.map((it) => it.provisional))).toEqual(new Set([!years.some(({ year }) => year === 2026)]));
});
