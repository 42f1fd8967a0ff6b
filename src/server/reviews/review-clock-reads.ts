import { addMonths } from '#domain/calendar/civil-date.ts';
import type { WorkingCalendar } from '#domain/calendar/working-days.ts';
import { calendarBetween } from '#server/calendar/calendar-reads.ts';
import { openObjections } from '#server/objections/objection-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { branchesReviewed, type ReviewEntry } from './review-reads.ts';

/** A notice of five working days never reaches further. */
export const calendarAround = (tx: Tx, day: string): Promise<WorkingCalendar> => calendarBetween(tx, day, `${addMonths(day.slice(0, 7), 2)}-01`);

/** Objections to the year of the branches of a review that are not settled; while one is, nothing becomes final. */
export async function openObjectionsTo(call: Call, { state: { organisation, year } }: ReviewEntry): Promise<readonly string[]> {
  const branches = (await branchesReviewed(call, organisation, year)).map(({ id }) => id);
  const open = await openObjections(call, sql`left(period, 4) = ${String(year)} AND (organisation_id = ANY(${branches}::uuid[]) OR subject_id = ANY(${branches}::uuid[]))`);
  return open.map(({ factId }) => factId);
}
