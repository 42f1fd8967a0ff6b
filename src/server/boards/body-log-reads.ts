import { addMonths, firstOfMonth, lastOfMonth } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { inPeriods, logOf } from '#server/points/log-reads.ts';

/** What belongs to December may be held until March. */
const MONTHS_AFTER = 3;

/**
 * The part of the log that says what one body held and entered itself in a year, and what the bureau stopped: no people, and
 * nothing of the branches below it.
 */
export function logOfBody(tx: Tx, organisation: string, year: number): Promise<LogEntry[]> {
  const [from, to] = [firstOfMonth(`${year}-01`), lastOfMonth(addMonths(`${year}-12`, MONTHS_AFTER))];
  const own = sql`SELECT fact_id FROM fact WHERE organisation_id = ${organisation} AND kind IN ('session', 'record')`;
  return logOf(tx, sql`ARRAY(
    SELECT ${organisation}::uuid AS fact_id
    UNION SELECT fact_id FROM fact WHERE kind = 'schemeAdoption'
    UNION SELECT fact_id FROM fact WHERE kind = 'studyStop' AND day BETWEEN ${from} AND ${to}
    UNION ${own}
    UNION SELECT fact_id FROM confirmation WHERE confirmed_id IN (${own}))`, inPeriods(from, to), 'all');
}
