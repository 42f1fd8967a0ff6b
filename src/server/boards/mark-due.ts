import { EventEmitter } from 'node:events';
import { canMove } from '#domain/boards/reach.ts';
import type { Reaction } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';

/** How a commit reaches the projector of its own process; those of others look from time to time. */
export const moves = new EventEmitter<{ moved: [bureau: string] }>();

/**
 * Writes down, in the transaction that records, that the boards do not know these entries yet. Rows are only ever added,
 * so recordings neither wait for each other here nor for the projector.
 */
export const markDue: Reaction = async ({ tx }, moved) => {
  const seqs = moved.filter(({ entry }) => canMove(entry)).map(({ entry }) => entry.seq);
  if (seqs.length === 0) return;
  await tx.run(sql`INSERT INTO projection_due (seq) SELECT unnest(${seqs}::bigint[])`);
  tx.afterCommit(() => void moves.emit('moved', tx.bureau));
};
