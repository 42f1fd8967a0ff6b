import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { demandOpenEntry } from '#domain/registers/entry-rules.ts';
import type { withdrawRegisterBatch as contract } from '#domain/registers/import-contract.ts';
import { refuseRegister } from '#domain/registers/refusals.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { withdrawFacts } from '#server/facts/record-fact.ts';
import type { FactText } from '#server/facts/fact-text.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { isWaiting } from '#server/rota/rota-reads.ts';
import { registerOn } from '#server/registers/register-reads.ts';
import { demandEntering } from '#server/registers/register-rights.ts';
import { type BatchEntry, batchesWhere, entriesOf, obstacleTo } from './batch-reads.ts';

/**
 * Takes back everything that came in from one file, as long as nothing builds on it; what was withdrawn one by one stays
 * so. The rights are those of withdrawing each entry.
 * @throws NotFound, NotAllowed, BatchWithdrawn, BatchAmended, BatchConfirmed, BatchMonthLocked, YearClosed, OwnEntryChange
 */
export async function withdrawRegisterBatch(call: Call, { batch, reason }: z.output<typeof contract.input>): Promise<{ withdrawn: number }> {
  const { tx, actor, today } = call;
  // Two who take back the same wait for each other, and nobody amends an entry meanwhile.
  await tx.many(sql`SELECT f.fact_id FROM import_batch_fact i JOIN fact f ON f.fact_id = i.fact_id WHERE i.batch_id = ${batch} ORDER BY f.fact_id FOR UPDATE OF f`);
  const [row] = await batchesWhere(tx, sql`b.id = ${batch}`, 1);
  if (!row) throw refuse('NotFound', {});
  const entries = await entriesOf(tx, [batch]);
  await demandWithdrawing(call, row.register, entries);
  const obstacle = await obstacleTo(call, row, entries);
  if (obstacle) throw obstacle;
  const standing = entries.filter(({ withdrawn }) => !withdrawn);
  const texts = await textsOf(call, standing);
  for (const period of [...new Set(standing.map((it) => it.period))].sort()) {
    await withdrawFacts(call, standing.filter((it) => it.period === period).map(({ factId, version }) => ({ factId, version, text: { ...texts.get(factId), withdrawal: reason } })));
  }
  await tx.run(sql`INSERT INTO import_batch_withdrawal (batch_id, account_id, person_id, recorded_on) VALUES (${batch}, ${actor.account}, ${actor.person}, ${today})`);
  call.audit({ kind: 'import', id: batch, details: { withdrawn: standing.length } });
  return { withdrawn: standing.length };
}

/** What the withdrawal of each entry would ask: the right to enter there that day, an open year, and nobody for himself. */
async function demandWithdrawing(call: Call, id: string, entries: readonly BatchEntry[]): Promise<void> {
  const asked = new Set<string>();
  const registers = new Map<string, Register>();
  for (const { factId, withdrawn, state } of entries) {
    const day = state.day < call.today ? state.day : call.today;
    const register = registers.get(day) ?? await registerOn(call.tx, id, day);
    registers.set(day, register);
    if (!asked.has(`${state.organisation} ${day}`)) await demandEntering(call, register, state.organisation, state.day);
    asked.add(`${state.organisation} ${day}`);
    if (withdrawn) continue;
    const named = call.actor.person !== null && state.persons.some(({ person }) => person === call.actor.person);
    if (named && !(await isWaiting(call.tx, factId))) throw refuseRegister('OwnEntryChange', {});
    demandOpenEntry(register, state, call.today);
  }
}

/** What was typed beside the log stays readable with the reason. */
async function textsOf({ tx }: Call, entries: readonly BatchEntry[]): Promise<ReadonlyMap<string, FactText>> {
  const rows = await tx.many<{ factId: string; text: FactText }>(sql`
    SELECT fact_id AS "factId", text FROM fact_text WHERE fact_id = ANY(${entries.map(({ factId }) => factId)}::uuid[]) AND text IS NOT NULL ORDER BY version`);
  return new Map(rows.map(({ factId, text }) => [factId, text]));
}
