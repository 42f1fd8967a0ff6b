import type { LedgerRow } from '#domain/engine/ledger-diff.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

/**
 * What some people hold in some years, oldest first: what the next difference is taken from. Raw values come row by row,
 * because a reversal names one; a limit or share moves with every session of the year and comes as its net.
 */
export const ledgerOf = (tx: Tx, persons: readonly string[], years: readonly number[]): Promise<LedgerRow[]> =>
  tx.many<LedgerRow>(sql`
    SELECT min(id)::text AS id, person_id AS person, kind, of, part, window_key AS window, fact_id AS fact,
      sum(value)::int AS value, min(reverses)::text AS reverses
    FROM ledger_entry WHERE person_id = ANY(${[...persons]}::uuid[]) AND left(window_key, 4) = ANY(${years.map(String)})
    GROUP BY person_id, kind, of, part, window_key, fact_id, CASE WHEN kind = 'raw' THEN id END ORDER BY min(ledger_entry.id)`);
