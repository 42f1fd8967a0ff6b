import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import { type CalendarYear, workingCalendar, type WorkingCalendar } from '#domain/calendar/working-days.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

/** One year as it is announced now. */
export interface AnnouncedYear {
  readonly calendar: string;
  readonly version: number;
  readonly state: CalendarYear;
  readonly document: string;
  readonly recordedOn: CivilDate;
}

/** The announcement of a year, or undefined while it is not announced (待公告). */
export const announcedYear = (tx: Tx, year: number): Promise<AnnouncedYear | undefined> =>
  tx.one<AnnouncedYear>(sql`
    SELECT f.fact_id AS calendar, f.version, f.state, f.recorded_on AS "recordedOn", coalesce((SELECT text.text->>'document' FROM fact_text text
      WHERE text.fact_id = f.fact_id AND text.text IS NOT NULL ORDER BY text.version DESC LIMIT 1), '') AS document
    FROM calendar_year y JOIN fact f ON f.fact_id = y.fact_id WHERE y.year = ${year}`);

/** What was withdrawn last of a year, by whom and when. */
export const withdrawnYear = (tx: Tx, year: number): Promise<(Pick<AnnouncedYear, 'state' | 'document'> & { readonly by: string | null; readonly on: CivilDate }) | undefined> =>
  tx.one(sql`
    SELECT f.state, p.name AS by, f.recorded_on AS "on", coalesce((SELECT text.text->>'document' FROM fact_text text
      WHERE text.fact_id = f.fact_id AND text.text->>'document' IS NOT NULL ORDER BY text.version DESC LIMIT 1), '') AS document
    FROM fact f LEFT JOIN person p ON p.id = f.recorded_by
    WHERE f.kind = 'calendarYear' AND f.withdrawn AND (f.state->>'year')::int = ${year} ORDER BY f.seq DESC LIMIT 1`);

/**
 * What the pure functions of `domain/calendar/working-days.ts` reckon with, for every year that a span of days touches.
 * Whoever counts working days ahead of the last day hands over a span that reaches far enough: a year left out is
 * provisional.
 */
export async function calendarBetween(tx: Tx, from: CivilDate, to: CivilDate): Promise<WorkingCalendar> {
  const rows = await tx.many<{ state: CalendarYear }>(sql`
    SELECT f.state FROM calendar_year y JOIN fact f ON f.fact_id = y.fact_id WHERE y.year BETWEEN ${yearOf(from)} AND ${yearOf(to)} ORDER BY y.year`);
  return workingCalendar(rows.map(({ state }) => state));
}
