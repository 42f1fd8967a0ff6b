import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '#domain/calendar/civil-date.ts';
import { publishedYears } from '#domain/calendar/published-years.ts';
import { holidayOn, isWorkingDay, workingCalendar } from '#domain/calendar/working-days.ts';
import { heldInstead, usualDayIn } from './weekly-day.ts';

const calendar = workingCalendar(publishedYears);
const ways = ['skip', 'shift', 'keep'] as const;

describe('a weekly activity on a statutory holiday', () => {
  it.each([
    // National Day 2026 is off from Thursday 1 to Wednesday 7 October.
    ['skip', '2026-10-05', null], ['shift', '2026-10-05', '2026-10-08'], ['keep', '2026-10-05', '2026-10-05'],
    // The Spring Festival is off from Sunday 15 to Monday 23 February: the week of the 16th has no working day left.
    ['shift', '2026-02-16', null], ['shift', '2026-02-23', '2026-02-24'], ['keep', '2026-02-16', '2026-02-16'],
    // A Friday of that holiday is moved to nothing; the Saturday on which one works instead lies in another week.
    ['shift', '2026-02-20', null],
    // On any other day the word says nothing.
    ['skip', '2026-10-12', '2026-10-12'], ['shift', '2026-10-12', '2026-10-12'], ['keep', '2026-10-12', '2026-10-12'],
  ] as const)('%s: what falls on %s is held on %s', (holiday, usual, held) => {
    expect(heldInstead({ holiday }, usual, calendar), 'C: holiday').toBe(held);
  });

  it('falls as scheduled in a year that is not announced', () => {
    for (const holiday of ways) expect(heldInstead({ holiday }, '2026-10-05', workingCalendar([]))).toBe('2026-10-05');
  });

  it('never leaves its week, never moves back, and is held on a holiday only where the scheme keeps it', () => {
    fc.assert(fc.property(fc.constantFrom(...ways), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 729 }), (holiday, on, ahead) => {
      const usual = usualDayIn({ weekday: on }, addDays('2025-01-01', ahead));
      const held = heldInstead({ holiday }, usual, calendar);
      if (held === null) return holiday !== 'keep' && holidayOn(calendar, usual).length > 0;
      const moved = held !== usual;
      return held >= usual && weekday(held) - weekday(usual) === Math.round((Date.parse(held) - Date.parse(usual)) / 86_400_000)
        && (holiday === 'keep' || holidayOn(calendar, held).length === 0) && (!moved || (holiday === 'shift' && isWorkingDay(calendar, held).working));
    }));
  });
});
