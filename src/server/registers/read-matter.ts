import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { EntryRow, Matter, readMatter as contract } from '#domain/registers/contract.ts';
import { refuseRegister } from '#domain/registers/refusals.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { Call } from '#server/platform/call.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { allOf, anyOf, entriesWhere, entryById, rowsOf } from './entry-reads.ts';
import { registerOn, registersOn } from './register-reads.ts';
import { demandSight, Reach, visibleIn } from './register-rights.ts';

const ROWS_MOST = 500;

/**
 * 专班名册: a task force has people of many branches, each with an entry of its own under one name; its lesson, team, temporary
 * organisation and meetings are entries of that name as well. All that the reader may know of, on one page.
 * @throws NotFound, NoMatter
 */
export async function readMatter(call: Call, input: z.output<typeof contract.input>): Promise<Matter> {
  const { tx, today } = call;
  const found = await entryById(tx, input.entry);
  if (!found || found.withdrawn) throw refuse('NotFound', {});
  const register = await registerOn(tx, found.state.register, found.state.day < today ? found.state.day : today);
  await demandSight(call, register, found.state);
  const [field] = mattersOf(register);
  const key = field === undefined ? undefined : found.state.values[field];
  const [entry] = await rowsOf(tx, [found], () => register);
  const matter = field === undefined ? undefined : entry?.values[field];
  if (typeof key !== 'string' || typeof matter !== 'string' || !entry) throw refuseRegister('NoMatter', {});
  const registers = await registersOn(tx, today);
  const rows = await sameMatter(call, registers, key);
  const inOrder = [register, ...registers.filter(({ id }) => id !== register.id)];
  return {
    matter, register: registerCardOf(register), entry,
    groups: inOrder.flatMap((it) => {
      const items = rows.filter((row) => row.register === it.id).toSorted(byBranchAndDay);
      return items.length === 0 ? [] : [{ register: registerCardOf(it), items }];
    }),
  };
}

const mattersOf = ({ fields = [] }: Register): readonly string[] => fields.filter(({ kind }) => kind === 'matter').map(({ id }) => id);

async function sameMatter(call: Call, registers: readonly Register[], key: string): Promise<EntryRow[]> {
  const reach = new Reach(call);
  const conditions: Sql[] = [];
  for (const register of registers) {
    const matters = mattersOf(register);
    if (matters.length > 0) conditions.push(allOf([await visibleIn(call, reach, register), anyOf(matters.map((field) => sql`f.state->'values'->>${field} = ${key}`))]));
  }
  const found = await entriesWhere(call.tx, anyOf(conditions.map((it) => sql`(${it})`)), ROWS_MOST);
  return rowsOf(call.tx, found, (id) => registers.find((register) => register.id === id));
}

function byBranchAndDay(left: EntryRow, right: EntryRow): number {
  const [one, other] = [`${left.organisation.name} ${left.day}`, `${right.organisation.name} ${right.day}`];
  return one < other ? -1 : one > other ? 1 : 0;
}
