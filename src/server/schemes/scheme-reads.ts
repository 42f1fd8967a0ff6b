import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { AdoptedScheme, Scheme } from '#domain/schemes/scheme.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { readScheme } from './read-scheme.ts';

interface AdoptionRow {
  readonly hash: string;
  readonly from_day: CivilDate;
}

// Parsed texts by hash: the same text gives the same scheme for ever, so nothing can become stale.
const parsed = new Map<string, Scheme>();

/** Versions in force, oldest first. */
export async function adoptedSchemes(tx: Tx): Promise<readonly AdoptedScheme[]> {
  const rows = await tx.many<AdoptionRow>(sql`SELECT text_hash AS hash, from_day FROM scheme_adoption ORDER BY from_day, version`);
  return Promise.all(rows.map(async (row) => ({ scheme: await schemeOf(tx, row.hash), from: row.from_day })));
}

async function schemeOf(tx: Tx, hash: string): Promise<Scheme> {
  const known = parsed.get(hash);
  if (known) return known;
  const row = await tx.one<{ text: string }>(sql`SELECT text FROM scheme_text WHERE hash = ${hash}`);
  const read = row ? readScheme(row.text) : undefined;
  if (!read || !('scheme' in read)) throw new Error(`the adopted scheme ${hash} cannot be read`);
  parsed.set(hash, read.scheme);
  return read.scheme;
}

/** The version in force on a day; before the first adoption, the first one, so that a calendar can name its activities. */
export async function schemeOn(tx: Tx, day: CivilDate): Promise<Scheme | undefined> {
  const adopted = await adoptedSchemes(tx);
  return (adopted.findLast((it) => it.from <= day) ?? adopted[0])?.scheme;
}
