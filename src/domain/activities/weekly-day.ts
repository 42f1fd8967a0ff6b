import { addDays, type CivilDate, weekday } from '#domain/calendar/civil-date.ts';
import { holidayOn, isWorkingDay, type WorkingCalendar } from '#domain/calendar/working-days.ts';
import type { Activity } from '#domain/schemes/scheme.ts';

const SUNDAY = 7;

/** The day of the same week on which a weekly activity usually falls. */
export const usualDayIn = ({ weekday: usual }: { readonly weekday: number }, day: CivilDate): CivilDate => addDays(day, usual - weekday(day));

/**
 * When a weekly activity is held that usually falls on a day (engine C): on it, unless it is a statutory holiday; then as the
 * scheme says. It moves no further than to the end of its week, because a week asks for it once; where the rest of the week
 * is off, it is left out. A workday that makes up for a holiday follows its date and brings none. In a year that is not
 * announced nobody knows of holidays.
 * @returns null where it is left out.
 */
export function heldInstead({ holiday }: Pick<Activity, 'holiday'>, usual: CivilDate, calendar: WorkingCalendar): CivilDate | null {
  if (holiday === 'keep' || holidayOn(calendar, usual).length === 0) return usual;
  if (holiday === 'skip') return null;
  for (let day = usual; weekday(day) < SUNDAY;) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day).working) return day;
  }
  return null;
}
