import type { CivilDate, Period } from '#domain/calendar/civil-date.ts';
import type { UpTo } from './evaluation.ts';

/** Whether a fact is among what an evaluation looks at: by its day, or at the end of a month by its period. */
export const hasHappened = ({ day, period }: { readonly day: CivilDate; readonly period: Period }, upTo: UpTo): boolean =>
  (upTo.period === undefined ? day <= upTo.date : period <= upTo.period);
