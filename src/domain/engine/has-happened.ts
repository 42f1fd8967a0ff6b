import type { CivilDate, Period } from '#domain/calendar/civil-date.ts';
import type { UpTo } from './evaluation.ts';

/** Whether a fact is among what an evaluation looks at: by its day, or at the end of a month by its period. */
export const hasHappened = ({ day, period }: { readonly day: CivilDate; readonly period: Period }, upTo: UpTo): boolean =>
  (upTo.period === undefined ? day <= upTo.date : period <= upTo.period);

/**
 * Whether a day is over, so that what was due on it is a gap. Where a month is looked at as a whole, its last day is: a
 * sheet of November must not call November's meetings open still (序时).
 */
export const isOver = (day: CivilDate, upTo: UpTo): boolean => (upTo.period === undefined ? day < upTo.date : day <= upTo.date);
