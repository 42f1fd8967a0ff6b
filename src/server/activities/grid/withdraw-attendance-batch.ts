import type { z } from 'zod';
import type { withdrawAttendanceBatch as contract } from '#domain/activities/grid/grid-contract.ts';
import { emptyText } from '#domain/activities/empty-text.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { demandAct } from '#server/activities/rights.ts';
import { batchesWhere, holdBatch } from '#server/facts/import-batches.ts';
import { takeBackFacts } from '#server/facts/take-back-batch.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { type BatchSession, gridObstacle, sessionsOf } from './grid-batch-reads.ts';

/**
 * Takes back all sessions and make-ups that came in from one workbook, as long as nothing builds on them; what was withdrawn one by one
 * stays so. The rights are those of withdrawing each session.
 * @throws NotFound, NotAllowed, GridBatchWithdrawn, GridBatchBuiltOn, GridBatchMonthLocked
 */
export async function withdrawAttendanceBatch(call: Call, { batch, reason }: z.output<typeof contract.input>): Promise<{ withdrawn: number }> {
  const { tx } = call;
  await holdBatch(tx, batch);
  const [row] = await batchesWhere(tx, sql`b.kind = 'session' AND b.id = ${batch}`, 1);
  if (!row) throw refuse('NotFound', {});
  const sessions = await sessionsOf(tx, [batch]);
  await demandWithdrawing(call, sessions);
  const obstacle = await gridObstacle(call, row, sessions);
  if (obstacle) throw obstacle;
  const withdrawn = await takeBackFacts(call, batch, sessions.filter((it) => !it.withdrawn), (text) => (text === undefined ? { reason } : { ...emptyText, ...text, reason }));
  call.audit({ kind: 'import', id: batch, details: { withdrawn } });
  return { withdrawn };
}

async function demandWithdrawing(call: Call, sessions: readonly BatchSession[]): Promise<void> {
  const asked = new Map(sessions.map(({ organisation, day }) => [`${organisation} ${day}`, { organisation, day }]));
  for (const { organisation, day } of asked.values()) await demandAct(call, 'recordSessions', organisation, day);
}
