import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

/** A row for the ledger; {@link postEntries} is the only way in. */
export interface NewLedgerEntry {
  readonly person: string;
  readonly kind: 'raw' | 'limit' | 'share';
  readonly of: string;
  readonly part: string;
  readonly window: string;
  readonly fact: string;
  readonly value: number;
  readonly reverses: number | null;
  readonly forPeriod: string;
  readonly bookedIn: string;
  readonly seq: number;
}

/** Adds rows to the ledger and the same sums to the standings: one statement each, in the recording transaction. */
export async function postEntries(tx: Tx, entries: readonly NewLedgerEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((it) => ({
    person_id: it.person, kind: it.kind, of: it.of, part: it.part, window_key: it.window, fact_id: it.fact, value: it.value,
    reverses: it.reverses, for_period: it.forPeriod, booked_in: it.bookedIn, seq: it.seq,
  }));
  await tx.run(sql`
    WITH posted AS (
      INSERT INTO ledger_entry (person_id, kind, of, part, window_key, fact_id, value, reverses, for_period, booked_in, seq)
      SELECT person_id, kind, of, part, window_key, fact_id, value, reverses, for_period, booked_in, seq
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new(person_id uuid, kind text, of text, part text, window_key text,
        fact_id uuid, value int, reverses bigint, for_period text, booked_in text, seq bigint)
      RETURNING person_id, part, left(window_key, 4)::int AS year, value)
    INSERT INTO standing (person_id, part, year, value)
    SELECT person_id, part, year, sum(value) FROM posted GROUP BY person_id, part, year
    ON CONFLICT (person_id, part, year) DO UPDATE SET value = standing.value + excluded.value`);
}
