import type { Database, Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { nameKey, PINYIN_MARK } from './name-key.ts';

const AT_ONCE = 500;

/**
 * Writes keys of names that were made before they told syllables anew, in every bureau, some at a time; beside a running
 * server, because nobody waits for it: until then people are found by name and number.
 */
export async function renewAllNameKeys(database: Database, bureaus: readonly string[], enough: () => boolean): Promise<void> {
  for (const bureau of bureaus) while (!enough() && (await database.withBureau(bureau, {}, renewNameKeys)));
}

/** A name that is changed meanwhile keeps the key of its change. @returns whether there may be more of them. */
export async function renewNameKeys(tx: Tx): Promise<boolean> {
  const old = await tx.many<{ id: string; name: string; number: string }>(sql`
    SELECT id, name, number FROM person WHERE erased_at IS NULL AND name_key NOT LIKE ${`% ${PINYIN_MARK} %`} ORDER BY id LIMIT ${AT_ONCE} FOR NO KEY UPDATE SKIP LOCKED`);
  const rows = old.map(({ id, name, number }) => ({ id, key: nameKey(name, number) }));
  await tx.run(sql`
    UPDATE person SET name_key = new.key FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new(id uuid, key text) WHERE person.id = new.id`);
  return rows.length === AT_ONCE;
}
