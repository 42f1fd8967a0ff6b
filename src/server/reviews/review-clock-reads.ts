import { addMonths } from '#domain/calendar/civil-date.ts';
import type { WorkingCalendar } from '#domain/calendar/working-days.ts';
import { calendarBetween } from '#server/calendar/calendar-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import type { ReviewEntry } from './review-reads.ts';

/** A notice of five working days never reaches further. */
export const calendarAround = (tx: Tx, day: string): Promise<WorkingCalendar> => calendarBetween(tx, day, `${addMonths(day.slice(0, 7), 2)}-01`);

/** Objections to the year of the branches of a review that are not settled; while one is, nothing becomes final. */
export const openObjectionsTo = async (_call: Call, _review: ReviewEntry): Promise<readonly string[]> => [];
