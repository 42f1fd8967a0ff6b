import { firstOfMonth, lastOfMonth } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { inPeriods, logOf } from '#server/points/log-reads.ts';

/** Of a session only what it was counts here, not who was there. */
const WITHOUT_MARKS = sql`CASE WHEN kind = 'session' THEN state || '{"marks": []}'::jsonb ELSE state END`;

/**
 * The part of the log from which the labels of a year are counted: sessions and register lines of some organisations, what
 * confirms them, the schemes that tag them, and the tree.
 */
export function logOfLabels(tx: Tx, organisations: readonly string[], year: number): Promise<LogEntry[]> {
  const [from, to] = [firstOfMonth(`${year}-01`), lastOfMonth(`${year}-12`)];
  const facts = sql`ARRAY(
    WITH tagged AS (
      SELECT fact_id FROM fact WHERE organisation_id = ANY(${[...organisations]}::uuid[]) AND kind IN ('session', 'record', 'assignment')
        AND (left(period, 4) = ${String(year)} OR (standing = 'proposed' AND version > 1)))
    SELECT fact_id FROM tagged
    UNION SELECT fact_id FROM fact WHERE kind IN ('organisation', 'schemeAdoption')
    UNION SELECT fact_id FROM confirmation WHERE confirmed_id IN (SELECT fact_id FROM tagged))`;
  return logOf(tx, facts, inPeriods(from, to), 'last', WITHOUT_MARKS);
}
