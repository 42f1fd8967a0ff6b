import { isAddedUp, type SummedEntry, type SummedPlace } from '#domain/registers/sum-grounds.ts';
import { typedValues } from '#domain/registers/typed-values.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { entriesWhere, FROM, rowsOf } from './entry-reads.ts';

/** What the fields that can be added up come to over the entries that meet a condition, all from one statement, in the order of the register. */
export async function sumsOf(tx: Tx, register: Register, condition: Sql): Promise<{ field: string; sum: string; entries: number }[]> {
  const fields = (register.fields ?? []).filter(isAddedUp).map(({ id }) => id);
  if (fields.length === 0) return [];
  const rows = await tx.many<{ field: string; sum: number; entries: number }>(sql`
    SELECT asked.field, sum((f.state->'values'->>asked.field)::bigint)::bigint AS sum, count(*) AS entries
    ${FROM} CROSS JOIN unnest(${fields}::text[]) AS asked (field) WHERE ${condition} AND f.state->'values'->>asked.field IS NOT NULL GROUP BY asked.field`);
  return fields.flatMap((field) => rows.filter((row) => row.field === field).map(({ sum, entries }) => ({ field, sum: String(typedValues(register, { [field]: sum }, {})[field] ?? ''), entries })));
}

/** What one field comes to in each organisation. */
export const sumByPlace = (tx: Tx, field: string, condition: Sql): Promise<SummedPlace[]> => tx.many<SummedPlace>(sql`
  SELECT o.id, o.short_name AS name, sum((f.state->'values'->>${field})::bigint)::bigint AS value, count(*) AS entries
  ${FROM} WHERE ${condition} AND f.state->'values'->>${field} IS NOT NULL GROUP BY o.id, o.short_name ORDER BY o.short_name, o.id`);

/** The entries that have the field, the latest first. */
export async function entriesWith(tx: Tx, register: Register, field: string, condition: Sql, most: number): Promise<SummedEntry[]> {
  const found = await entriesWhere(tx, sql`${condition} AND f.state->'values'->>${field} IS NOT NULL`, most);
  const rows = new Map((await rowsOf(tx, found, () => register)).map((row) => [row.entry, row]));
  return found.flatMap(({ entry, state }) => {
    const row = rows.get(entry);
    return row ? [{ entry, day: row.day, place: row.organisation.id, persons: row.persons.map(({ name }) => name), waiting: row.waiting, value: Number(state.values[field]) }] : [];
  });
}
