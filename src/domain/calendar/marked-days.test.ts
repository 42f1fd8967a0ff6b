import { expect, test } from 'vitest';
import { holidayAmong, markedDays } from './marked-days.ts';
import { publishedYears } from './published-years.ts';
import { workingCalendar } from './working-days.ts';

const calendar = workingCalendar(publishedYears);

test('the days of a month are marked where they are off, or worked at a weekend', () => {
  const october = markedDays(calendar, '2026-10-01', '2026-10-31');
  expect(october).toMatchObject({ announced: true, workdays: ['2026-10-10'] });
  expect(october.holidays.map(({ day }) => day.slice(8))).toEqual(['01', '02', '03', '04', '05', '06', '07']);
  expect([holidayAmong(october, '2026-10-07'), holidayAmong(october, '2026-10-11')]).toEqual([['nationalDay'], []]);
});

test('nothing is marked in a year that is not announced', () => {
  expect(markedDays(calendar, '2027-10-01', '2027-10-31')).toEqual({ announced: false, holidays: [], workdays: [] });
});
