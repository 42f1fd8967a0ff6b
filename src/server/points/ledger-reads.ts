import type { LedgerRow } from '#domain/engine/ledger-diff.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

/** Rows of some people in some years, oldest first: what the next difference is taken from. */
export const ledgerOf = (tx: Tx, persons: readonly string[], years: readonly number[]): Promise<LedgerRow[]> =>
  tx.many<LedgerRow>(sql`
    SELECT id::text, person_id AS person, kind, of, part, window_key AS window, fact_id AS fact, value, reverses::text FROM ledger_entry
    WHERE person_id = ANY(${[...persons]}::uuid[]) AND left(window_key, 4) = ANY(${years.map(String)}) ORDER BY ledger_entry.id`);
