import { confirmingAct } from '#domain/registers/keeping.ts';
import type { EntryRow } from '#domain/registers/contract.ts';
import type { Words } from '#domain/words/words.ts';
import type { Call } from '#server/platform/call.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { waits } from '#server/rota/rota-reads.ts';
import { allOf, anyOf, countsByRegister, countWhere, entriesWhere, rowsOf } from './entry-reads.ts';
import { registersOn } from './register-reads.ts';
import { Reach, visibleIn } from './register-rights.ts';

export interface WaitingEntry {
  readonly row: EntryRow;
  readonly label: Words;
}

/**
 * Entries that the actor may confirm now. What the branches confirm themselves stands on the desks of branches alone:
 * @param desks organisations on whose own desk the actor sits.
 */
export async function entriesToConfirm(call: Call, desks: readonly string[], limit: number): Promise<{ items: readonly WaitingEntry[]; total: number }> {
  const { tx, actor, today } = call;
  if (actor.person === null) return { items: [], total: 0 };
  const registers = await registersOn(tx, today);
  const reach = new Reach(call);
  const mine: Sql[] = [];
  for (const register of registers) {
    const places = confirmingAct(register) === 'confirmRegisters' ? desks : await reach.confirming(register);
    if (places.length > 0) mine.push(sql`(r.register = ${register.id} AND r.organisation_id = ANY(${[...places]}::uuid[]))`);
  }
  const condition = allOf([
    anyOf(mine), waits(sql`f`), sql`f.recorded_by IS DISTINCT FROM ${actor.person}`,
    sql`NOT EXISTS (SELECT 1 FROM record_person own WHERE own.fact_id = r.fact_id AND own.person_id = ${actor.person})`,
  ]);
  const rows = await rowsOf(tx, await entriesWhere(tx, condition, limit), (id) => registers.find((it) => it.id === id));
  const items = rows.flatMap((row): WaitingEntry[] => {
    const label = registers.find(({ id }) => id === row.register)?.label;
    return label ? [{ row, label }] : [];
  });
  return { items, total: await countWhere(tx, condition) };
}

/** How many entries of some organisations wait in each register, as far as the actor may know of them. */
export async function waitingByRegister(call: Call, organisations: readonly string[]): Promise<{ id: string; label: Words; waiting: number }[]> {
  const registers = await registersOn(call.tx, call.today);
  const reach = new Reach(call);
  const visible: Sql[] = [];
  for (const register of registers) visible.push(await visibleIn(call, reach, register));
  const counts = await countsByRegister(call.tx, allOf([anyOf(visible), waits(sql`f`), sql`r.organisation_id = ANY(${[...organisations]}::uuid[])`]));
  return registers.flatMap(({ id, label }) => {
    const found = counts.find(({ register }) => register === id);
    return found ? [{ id, label, waiting: found.waiting }] : [];
  });
}
