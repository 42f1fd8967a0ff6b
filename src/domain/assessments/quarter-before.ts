import { addDays, type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import { firstDayOf, windowOf } from '#domain/calendar/window.ts';

/**
 * The last day of the quarter before the one that runs, within the year; null in the first quarter, and in a year that is
 * over the end of its third quarter.
 */
export function quarterBefore(year: number, today: CivilDate): CivilDate | null {
  const day = yearOf(today) > year ? `${year}-12-31` : today;
  const last = addDays(firstDayOf(windowOf('quarter', day)), -1);
  return yearOf(last) === year ? last : null;
}
