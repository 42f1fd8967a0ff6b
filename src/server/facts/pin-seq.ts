import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

/**
 * The number up to which the log is complete for ever: what a number pinned "as of" it was computed from cannot
 * grow any more. An entry has its number before its transaction ends, so the highest number that can be seen may have a
 * lower one still to come; therefore this waits for everybody who is recording, and whoever comes meanwhile waits for
 * the end of this transaction. Ask for it first, before anything is recorded or locked, and end soon after.
 *
 * The log itself grants nobody a lock (it can only be added to), so recorders and pinners meet in the table of last
 * states, which a recorder holds from before he has his numbers (`appendEntries`).
 * @returns 0 while the log is empty.
 */
export async function pinSeq(tx: Tx): Promise<number> {
  await tx.run(sql`LOCK TABLE fact IN SHARE ROW EXCLUSIVE MODE`);
  // A statement of its own: it must look only after the wait.
  return (await tx.one<{ seq: number }>(sql`SELECT coalesce(max(seq), 0) AS seq FROM fact_log`))?.seq ?? 0;
}
