import { addMonths, type CivilDate, firstOfMonth, lastOfMonth, periodOf, yearOf } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { Tx } from '#server/platform/database.ts';
import { logConcerning } from './log-reads.ts';

/**
 * How many months the day of a session may lie from the month it belongs to: a meeting of the year is held until
 * March of the next, and a session of several evenings counts in the month of any of them.
 */
const APART = 3;
/** The week in which a year begins has days of the month before it. */
const WEEK_BEFORE = 1;

/** The years whose points something can change that holds between two days, oldest first. */
export function yearsReached(from: CivilDate, to: CivilDate): readonly number[] {
  const first = yearOf(addMonths(periodOf(from), -APART));
  return Array.from({ length: Math.max(0, yearOf(addMonths(periodOf(to), APART)) - first + 1) }, (_, at) => first + at);
}

/**
 * The part of the log that can change the points of some people in some years, with what lies beside these years and
 * yet counts in them: whatever happened on the days of their sessions, and the days of their weeks.
 */
export const logOfYears = (tx: Tx, persons: readonly string[], first: number, last: number, versions: 'last' | 'all' = 'last'): Promise<LogEntry[]> =>
  logConcerning(tx, persons, firstOfMonth(addMonths(`${first}-01`, -WEEK_BEFORE)), lastOfMonth(addMonths(`${last}-12`, APART)), versions);
