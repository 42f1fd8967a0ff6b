import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

export interface LedgerRow {
  readonly id: number;
  readonly person: string;
  readonly kind: 'raw' | 'limit' | 'share';
  readonly of: string;
  readonly part: string;
  readonly window: string;
  readonly fact: string;
  readonly value: number;
  readonly reverses: number | null;
}

/** Rows of some people in some years, oldest first: what the next difference is taken from. */
export const ledgerOf = (tx: Tx, persons: readonly string[], years: readonly number[]): Promise<LedgerRow[]> =>
  tx.many<LedgerRow>(sql`
    SELECT id, person_id AS person, kind, of, part, window_key AS window, fact_id AS fact, value, reverses FROM ledger_entry
    WHERE person_id = ANY(${[...persons]}::uuid[]) AND left(window_key, 4) = ANY(${years.map(String)}) ORDER BY id`);
