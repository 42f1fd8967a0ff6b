import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

/** A list from which somebody chooses, each with the key by which a search finds him. */
export async function withNameKeys<P extends { readonly id: string }>(tx: Tx, people: readonly P[]): Promise<(P & { key: string })[]> {
  const rows = await tx.many<{ id: string; key: string }>(sql`SELECT id, name_key AS key FROM person WHERE id = ANY(${people.map(({ id }) => id)}::uuid[])`);
  const keys = new Map(rows.map(({ id, key }) => [id, key]));
  return people.map((it) => ({ ...it, key: keys.get(it.id) ?? '' }));
}
