import { type CivilDate, monthOf, type Period, periodOf, yearOf } from '#domain/calendar/civil-date.ts';
import { dayOf, type Sitting } from './sittings.ts';

/** Meetings of a year that are commonly held at the beginning of the next one, on notice (finding 8). */
const yearEndActivities: ReadonlySet<string> = new Set(['criticismMeeting', 'memberAppraisal']);
const LAST_MONTH_FOR_LAST_YEAR = 3;

/**
 * Months to which a session may belong (所属期, A-15), its own first. Any but the first needs a reason in words.
 * @param activities words of the scheme.
 */
export function allowedPeriods(sittings: readonly Sitting[], activities: readonly string[]): Period[] {
  const day = dayOf(sittings);
  const months = new Set([periodOf(day), ...sittings.map((it) => periodOf(it.day))]);
  if (isYearEnd(day, activities)) months.add(`${yearOf(day) - 1}-12`);
  return [...months];
}

function isYearEnd(day: CivilDate, activities: readonly string[]): boolean {
  return monthOf(day) <= LAST_MONTH_FOR_LAST_YEAR && activities.some((it) => yearEndActivities.has(it));
}
