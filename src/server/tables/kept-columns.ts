import type { z } from 'zod';
import type { keepColumns as keepContract, readKeptColumns as readContract } from '#domain/tables/columns-contract.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';

/** More tables than the product has; what was changed longest ago makes room. */
const TABLES_MOST = 300;

/** One's own, whoever asks. */
export async function readKeptColumns({ tx, actor }: Call): Promise<z.output<typeof readContract.output>> {
  return { items: await tx.many(sql`SELECT table_name AS "table", away FROM kept_columns WHERE account_id = ${actor.account} ORDER BY table_name`) };
}

/** One's own, in place of what was kept of the table before. */
export async function keepColumns(call: Call, { table, away }: z.output<typeof keepContract.input>): Promise<Record<string, never>> {
  const { tx, actor, now } = call;
  await tx.run(sql`
    INSERT INTO kept_columns (account_id, table_name, away, kept_at) VALUES (${actor.account}, ${table}, ${[...new Set(away)].sort()}::text[], ${now})
    ON CONFLICT (account_id, table_name) DO UPDATE SET away = excluded.away, kept_at = excluded.kept_at`);
  await tx.run(sql`
    DELETE FROM kept_columns WHERE account_id = ${actor.account} AND table_name IN (
      SELECT table_name FROM kept_columns WHERE account_id = ${actor.account} ORDER BY kept_at DESC, table_name OFFSET ${TABLES_MOST})`);
  return {};
}
