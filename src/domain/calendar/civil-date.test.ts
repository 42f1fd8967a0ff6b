import { describe, expect, it } from 'vitest';
import {
  addDays, addMonths, compareDates, dayNumber, daysBetween, firstOfMonth, fromDayNumber, isWithin, lastOfMonth,
  monthsTouched, parseCivilDate, weekday,
} from './civil-date.ts';

describe('A civil date', () => {
  it.each(['2026-11-16', '2024-02-29', '2000-02-29', '2100-02-28', '1949-05-01', '0001-01-01', '9999-12-31'])(
    'is read from %s', (text) => expect(parseCivilDate(text)).toBe(text),
  );

  it.each(['2026-02-29', '2100-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '20261116', ' 2026-11-16', ''])(
    'is refused in %j', (text) => expect(parseCivilDate(text)).toBeNull(),
  );

  it.each([
    ['1970-01-01', 0], ['1969-12-31', -1], ['2000-03-01', 11017], ['2026-11-16', 20773], ['2100-03-01', 47541],
  ])('%s is day %i', (date, number) => {
    expect(dayNumber(date)).toBe(number);
    expect(fromDayNumber(number)).toBe(date);
  });

  it('comes back from its number on every day of 400 years', () => {
    let expected = dayNumber('1900-01-01');
    for (const last = dayNumber('2300-01-01'); expected < last; expected += 1) {
      if (dayNumber(fromDayNumber(expected)) !== expected) expect.unreachable(`day ${expected}`);
    }
  });

  it.each([
    ['2026-11-30', 1, '2026-12-01'], ['2026-12-31', 1, '2027-01-01'], ['2024-02-28', 1, '2024-02-29'],
    ['2100-02-28', 1, '2100-03-01'], ['2026-01-01', -1, '2025-12-31'], ['2026-11-16', 0, '2026-11-16'],
  ])('%s and %i days is %s', (date, days, result) => {
    expect(addDays(date, days)).toBe(result);
    expect(daysBetween(date, result)).toBe(days);
  });

  it.each([['2026-11-16', 1], ['2026-11-22', 7], ['1970-01-01', 4], ['1969-12-28', 7], ['2100-01-01', 5], ['2024-02-29', 4]])(
    '%s is weekday %i', (date, day) => expect(weekday(date)).toBe(day),
  );
});

describe('Months and spans', () => {
  it.each([['2026-02-10', '2026-02-01', '2026-02-28'], ['2024-02', '2024-02-01', '2024-02-29'], ['2026-12-31', '2026-12-01', '2026-12-31']])(
    'the month of %s runs from %s to %s', (date, first, last) => {
      expect(firstOfMonth(date)).toBe(first);
      expect(lastOfMonth(date)).toBe(last);
    },
  );

  it.each([['2026-11', 2, '2027-01'], ['2026-01', -1, '2025-12'], ['2026-06', 0, '2026-06'], ['2026-06', -18, '2024-12']])(
    '%s and %i months is %s', (period, months, result) => expect(addMonths(period, months)).toBe(result),
  );

  it('touches every month of which it holds a day, and none when it ends before it begins', () => {
    expect(monthsTouched('2026-11-30', '2027-01-01')).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(monthsTouched('2026-11-16', '2026-11-16')).toEqual(['2026-11']);
    expect(monthsTouched('2026-11-16', '2026-11-15')).toEqual([]);
  });

  it('holds both its ends, and goes on when it has no end', () => {
    const span = { from: '2026-11-02', to: '2026-11-04' };
    expect(['2026-11-01', '2026-11-02', '2026-11-04', '2026-11-05'].map((day) => isWithin(day, span))).toEqual([false, true, true, false]);
    expect(isWithin('2099-01-01', { from: '2026-11-02', to: null })).toBe(true);
  });

  it('sorts dates as days', () => {
    expect(['2026-11-16', '2025-12-31', '2026-02-01'].sort(compareDates)).toEqual(['2025-12-31', '2026-02-01', '2026-11-16']);
    expect(compareDates('2026-11', '2026-11')).toBe(0);
  });
});
