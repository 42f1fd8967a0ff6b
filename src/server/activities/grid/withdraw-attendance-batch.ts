import type { z } from 'zod';
import type { withdrawAttendanceBatch as contract } from '#domain/activities/grid/grid-contract.ts';
import { emptyText } from '#domain/activities/empty-text.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { demandAct } from '#server/activities/rights.ts';
import type { FactText } from '#server/facts/fact-text.ts';
import { withdrawFacts } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { type BatchSession, gridBatchesWhere, gridObstacle, sessionsOf } from './grid-batch-reads.ts';

/**
 * Takes back all sessions that came in from one workbook, as long as nothing builds on them; what was withdrawn one by one
 * stays so. The rights are those of withdrawing each session.
 * @throws NotFound, NotAllowed, GridBatchWithdrawn, GridBatchBuiltOn, GridBatchMonthLocked
 */
export async function withdrawAttendanceBatch(call: Call, { batch, reason }: z.output<typeof contract.input>): Promise<{ withdrawn: number }> {
  const { tx, actor, today } = call;
  // Two who take back the same wait for each other, and nobody amends a session meanwhile.
  await tx.many(sql`SELECT f.fact_id FROM import_batch_fact i JOIN fact f ON f.fact_id = i.fact_id WHERE i.batch_id = ${batch} ORDER BY f.fact_id FOR UPDATE OF f`);
  const [row] = await gridBatchesWhere(tx, sql`b.id = ${batch}`, 1);
  if (!row) throw refuse('NotFound', {});
  const sessions = await sessionsOf(tx, [batch]);
  await demandWithdrawing(call, sessions);
  const obstacle = await gridObstacle(call, row, sessions);
  if (obstacle) throw obstacle;
  const standing = sessions.filter(({ withdrawn }) => !withdrawn);
  const texts = await textsOf(call, standing);
  for (const period of [...new Set(standing.map((it) => it.period))].sort()) {
    await withdrawFacts(call, standing.filter((it) => it.period === period).map(({ factId, version }) => ({ factId, version, text: { ...emptyText, ...texts.get(factId), reason } })));
  }
  await tx.run(sql`INSERT INTO import_batch_withdrawal (batch_id, account_id, person_id, recorded_on) VALUES (${batch}, ${actor.account}, ${actor.person}, ${today})`);
  call.audit({ kind: 'import', id: batch, details: { withdrawn: standing.length } });
  return { withdrawn: standing.length };
}

async function demandWithdrawing(call: Call, sessions: readonly BatchSession[]): Promise<void> {
  const asked = new Map(sessions.map(({ organisation, day }) => [`${organisation} ${day}`, { organisation, day }]));
  for (const { organisation, day } of asked.values()) await demandAct(call, 'recordSessions', organisation, day);
}

/** What was typed beside the log stays readable with the reason. */
async function textsOf({ tx }: Call, sessions: readonly BatchSession[]): Promise<ReadonlyMap<string, FactText>> {
  const rows = await tx.many<{ factId: string; text: FactText }>(sql`
    SELECT fact_id AS "factId", text FROM fact_text WHERE fact_id = ANY(${sessions.map(({ factId }) => factId)}::uuid[]) AND text IS NOT NULL ORDER BY version`);
  return new Map(rows.map(({ factId, text }) => [factId, text]));
}
