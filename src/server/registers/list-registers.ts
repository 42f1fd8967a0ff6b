import type { z } from 'zod';
import type { listRegisters as contract, RegisterLine } from '#domain/registers/contract.ts';
import { holds } from '#domain/activities/holders.ts';
import { organisationsOn } from '#server/orgs/organisation-reads.ts';
import { byNumber } from '#domain/orgs/number-order.ts';
import type { Call } from '#server/platform/call.ts';
import type { Sql } from '#server/platform/sql.ts';
import { allOf, anyOf, countsByRegister, filtered } from './entry-reads.ts';
import { registersOn } from './register-reads.ts';
import { Reach, visibleIn } from './register-rights.ts';

/**
 * The registers that the asker may know of: those of his branch that are open, those he keeps or confirms, and those in
 * which he stands himself. What he may not know of is neither listed nor counted.
 */
export async function listRegisters(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const registers = await registersOn(call.tx, call.today);
  const reach = new Reach(call);
  const asked = { lasting: await filtered(call, input, true), single: await filtered(call, input, false) };
  const conditions: Sql[] = [];
  for (const register of registers) conditions.push(allOf([await visibleIn(call, reach, register), ...(register.lasts ? asked.lasting : asked.single)]));
  const counts = new Map((await countsByRegister(call.tx, anyOf(conditions))).map((it) => [it.register, it]));
  const items: RegisterLine[] = [];
  const seen = new Set<string>();
  for (const register of registers) {
    const places = await reach.seeing(register);
    const found = counts.get(register.id);
    if (places.length === 0 && !found) continue;
    for (const place of places) seen.add(place);
    items.push({
      id: register.id, label: register.label, keptBy: register.keptBy, entries: found?.entries ?? 0, waiting: found?.waiting ?? 0,
      mayEnter: (await reach.entering(register)).length > 0,
    });
  }
  return { items, organisations: await placesOf(call, seen) };
}

/** Committees and branches by number; groups and commissions keep no registers. */
async function placesOf({ tx, today }: Call, ids: ReadonlySet<string>): Promise<{ id: string; name: string }[]> {
  const there = (await organisationsOn(tx, today)).filter(({ id, category }) => ids.has(id) && (holds('branch', category) || holds('committee', category)));
  return there.toSorted(byNumber).map(({ id, shortName }) => ({ id, name: shortName }));
}
