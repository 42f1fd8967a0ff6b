import { describe, expect, it } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import { calendarYearOf } from './calendar-year.ts';
import { publishedYears } from './published-years.ts';
import type { CalendarYear } from './working-days.ts';

const holiday = (from: string, to: string) => ({ names: ['nationalDay' as const], from, to });
const october = holiday('2026-10-01', '2026-10-07');
const refused = (change: Partial<CalendarYear>): string => {
  try {
    calendarYearOf({ year: 2026, holidays: [october], workdays: [], ...change });
  } catch (error) {
    if (error instanceof Refused) return error.refusal.name;
    throw error;
  }
  return 'taken';
};

describe('An announcement of a year', () => {
  it('is kept by day, each day and each name once', () => {
    expect(calendarYearOf({
      year: 2026, holidays: [october, { names: ['newYear', 'newYear'], from: '2026-01-01', to: '2026-01-03' }], workdays: ['2026-10-10', '2026-09-20', '2026-10-10'],
    })).toEqual({ year: 2026, holidays: [{ names: ['newYear'], from: '2026-01-01', to: '2026-01-03' }, october], workdays: ['2026-09-20', '2026-10-10'] });
  });

  it.each<[string, Partial<CalendarYear>, string]>([
    ['a holiday that begins in the year before', { holidays: [holiday('2025-12-31', '2026-01-02')] }, 'DayOutsideYear'],
    ['a holiday that ends in the next year', { holidays: [holiday('2026-12-31', '2027-01-02')] }, 'DayOutsideYear'],
    ['a make-up workday of another year', { workdays: ['2027-01-03'] }, 'DayOutsideYear'],
    ['a holiday that ends before it begins', { holidays: [holiday('2026-10-07', '2026-10-01')] }, 'HolidayEndsBeforeItBegins'],
    ['holidays that share a day', { holidays: [october, holiday('2026-10-07', '2026-10-08')] }, 'HolidaysOverlap'],
    ['the same holiday twice', { holidays: [october, october] }, 'HolidaysOverlap'],
    ['a make-up workday inside a holiday', { workdays: ['2026-10-03'] }, 'WorkdayInHoliday'],
    ['a make-up workday that is a Friday', { workdays: ['2026-10-09'] }, 'WorkdayNotAtWeekend'],
  ])('is refused with %s', (_, change, name) => expect(refused(change)).toBe(name));

  it('may have holidays that touch, and Saturdays and Sundays to work on', () => {
    expect(refused({ holidays: [october, holiday('2026-10-08', '2026-10-08')], workdays: ['2026-09-20', '2026-10-10'] })).toBe('taken');
  });

  it.each(publishedYears.map((it) => [it.year, it] as const))('as published for %i is sound and in order', (_, { document, ...year }) => {
    expect(calendarYearOf(year)).toEqual(year);
    expect(document).toMatch(/^国办发明电〔20\d\d〕\d+号$/);
  });
});
