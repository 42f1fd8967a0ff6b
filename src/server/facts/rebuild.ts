import type { LogEntry } from '#domain/facts/fact.ts';
import type { Tx } from '#server/platform/database.ts';
import { identifier, rawSql, sql } from '#server/platform/sql.ts';
import { wholeLog } from './fact-reads.ts';
import { writeLastStates, writeNamed, writeTypedRows } from './fact-writes.ts';
import { typedTables } from './typed-rows.ts';

/** Facts rebuilt at a time, so that a large log does not become one statement. */
const BATCH = 2000;

/**
 * Drops everything that follows from the log and writes it anew: last states, persons named, typed rows, and the
 * standings from the ledger. Nobody else may write meanwhile; the lock says so.
 * @returns how many facts there are.
 */
export async function rebuild(tx: Tx): Promise<number> {
  await tx.run(sql`LOCK TABLE fact IN EXCLUSIVE MODE`);
  for (const table of [...new Set(typedTables), 'fact_person', 'fact']) await tx.run(sql`DELETE FROM ${identifier(table)}`);
  const log = await wholeLog(tx);
  const last = new Map(log.map((entry): [string, LogEntry] => [entry.factId, entry]));
  const entries = [...last.values()];
  for (let at = 0; at < entries.length; at += BATCH) {
    const some = entries.slice(at, at + BATCH);
    await writeLastStates(tx, some);
    await writeTypedRows(tx, some);
  }
  // Where a version waits, whom the one in force names stays named, and whom those waiting after it name.
  const inForce = new Map(log.filter((it) => it.standing === 'counted').map((it) => [it.factId, it.version]));
  await writeNamed(tx, log.filter((it) => last.get(it.factId)?.standing === 'proposed' && it.version >= (inForce.get(it.factId) ?? 0)));
  await tx.run(sql`DELETE FROM standing`);
  await tx.run(rawSql(`INSERT INTO standing (person_id, part, year, value)
    SELECT person_id, part, left(window_key, 4)::int, sum(value) FROM ledger_entry GROUP BY 1, 2, 3`));
  return entries.length;
}
