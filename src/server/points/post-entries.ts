import type { LedgerChange } from '#domain/engine/ledger-diff.ts';
import type { Period } from '#domain/calendar/civil-date.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

/** When a change belongs and when we learned of it. */
export interface Booking {
  readonly forPeriod: Period;
  readonly bookedIn: Period;
  readonly seq: number;
}

/**
 * Adds rows to the ledger and the same sums to the standings, in the recording transaction. This is the only
 * way into the ledger, and it takes nothing but what the evaluator's difference says.
 */
export async function postEntries(tx: Tx, changes: readonly (LedgerChange & Booking)[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((it) => ({
    person_id: it.person, kind: it.kind, of: it.of, part: it.part, window_key: it.window, fact_id: it.fact, moved_by: it.movedBy,
    value: it.value, reverses: it.reverses, for_period: it.forPeriod, booked_in: it.bookedIn, seq: it.seq,
  }));
  await tx.run(sql`
    WITH posted AS (
      INSERT INTO ledger_entry (person_id, kind, of, part, window_key, fact_id, moved_by, value, reverses, for_period, booked_in, seq)
      SELECT person_id, kind, of, part, window_key, fact_id, moved_by, value, reverses, for_period, booked_in, seq
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new(person_id uuid, kind text, of text, part text, window_key text,
        fact_id uuid, moved_by uuid, value int, reverses bigint, for_period text, booked_in text, seq bigint)
      RETURNING person_id, part, left(window_key, 4)::int AS year, value)
    INSERT INTO standing (person_id, part, year, value)
    SELECT person_id, part, year, sum(value) FROM posted GROUP BY person_id, part, year
    ON CONFLICT (person_id, part, year) DO UPDATE SET value = standing.value + excluded.value`);
}
