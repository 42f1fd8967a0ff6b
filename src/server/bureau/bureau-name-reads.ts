import type { WhoAmI } from '#domain/access/contract.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

/** The card of a bureau with the name that it gave itself, if it did. */
export async function named(tx: Tx, bureau: WhoAmI['bureau']): Promise<WhoAmI['bureau']> {
  const row = await tx.one<{ zh: string; en: string }>(sql`SELECT zh, en FROM bureau_name ORDER BY id DESC LIMIT 1`);
  return row ? { ...bureau, ...row } : bureau;
}
