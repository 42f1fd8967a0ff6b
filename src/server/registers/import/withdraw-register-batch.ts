import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { demandOpenEntry } from '#domain/registers/entry-rules.ts';
import type { withdrawRegisterBatch as contract } from '#domain/registers/import-contract.ts';
import { refuseRegister } from '#domain/registers/refusals.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { batchesWhere, holdBatch } from '#server/facts/import-batches.ts';
import { takeBackFacts } from '#server/facts/take-back-batch.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { isWaiting } from '#server/rota/rota-reads.ts';
import { registerOn } from '#server/registers/register-reads.ts';
import { demandEntering } from '#server/registers/register-rights.ts';
import { type BatchEntry, entriesOf, obstacleTo } from './batch-reads.ts';

/**
 * Takes back everything that came in from one file, as long as nothing builds on it; what was withdrawn one by one stays
 * so. The rights are those of withdrawing each entry.
 * @throws NotFound, NotAllowed, BatchWithdrawn, BatchAmended, BatchConfirmed, BatchMonthLocked, YearClosed, OwnEntryChange
 */
export async function withdrawRegisterBatch(call: Call, { batch, reason }: z.output<typeof contract.input>): Promise<{ withdrawn: number }> {
  const { tx } = call;
  await holdBatch(tx, batch);
  const [row] = await batchesWhere(tx, sql`b.kind = 'record' AND b.id = ${batch}`, 1);
  if (!row?.register) throw refuse('NotFound', {});
  const entries = await entriesOf(tx, [batch]);
  await demandWithdrawing(call, row.register, entries);
  const obstacle = await obstacleTo(call, row, entries);
  if (obstacle) throw obstacle;
  const withdrawn = await takeBackFacts(call, batch, entries.filter((it) => !it.withdrawn), (text) => ({ ...text, withdrawal: reason }));
  call.audit({ kind: 'import', id: batch, details: { withdrawn } });
  return { withdrawn };
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
