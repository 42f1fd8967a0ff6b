import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuseScheme } from '#domain/schemes/refusals.ts';
import type { CheckedScheme } from '#domain/schemes/format/check-scheme.ts';
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
  const rows = await tx.many<AdoptionRow>(sql`
    SELECT a.text_hash AS hash, a.from_day FROM scheme_adoption a JOIN fact f ON f.fact_id = a.fact_id ORDER BY a.from_day, f.seq`);
  return Promise.all(rows.map(async (row) => ({ scheme: await schemeOf(tx, row.hash), from: row.from_day })));
}

/** Schemes by the hash of their text. */
export const schemesByHash = async (tx: Tx, hashes: readonly string[]): Promise<ReadonlyMap<string, Scheme>> =>
  new Map(await Promise.all([...new Set(hashes)].map(async (hash) => [hash, await schemeOf(tx, hash)] as const)));

async function schemeOf(tx: Tx, hash: string): Promise<Scheme> {
  const known = parsed.get(hash);
  if (known) return known;
  const row = await tx.one<{ text: string }>(sql`SELECT text FROM scheme_text WHERE hash = ${hash}`);
  const read = row ? readScheme(row.text) : undefined;
  if (!read || !('scheme' in read)) throw new Error(`the adopted scheme ${hash} cannot be read`);
  parsed.set(hash, read.scheme);
  return read.scheme;
}

/** The scheme that a text is. @throws SchemeHasProblems with every place. */
export function demandSound(text: string): CheckedScheme {
  const read = readScheme(text);
  if ('scheme' in read) return read;
  const places = read.problems.map((it) => ({ at: `${it.line}:${it.column}`, words: it.words }));
  throw refuseScheme('SchemeHasProblems', { count: places.length }, places);
}

/** What begins a form that chooses among the words of a scheme. @throws SchemeMissing before the first adoption. */
export async function demandScheme(tx: Tx): Promise<void> {
  if (!(await tx.one(sql`SELECT 1 FROM scheme_adoption LIMIT 1`))) throw refuseScheme('SchemeMissing', {});
}

/** The version in force on a day; before the first adoption, the first one, so that a calendar can name its activities. */
export async function schemeOn(tx: Tx, day: CivilDate): Promise<Scheme | undefined> {
  const adopted = await adoptedSchemes(tx);
  return (adopted.findLast((it) => it.from <= day) ?? adopted[0])?.scheme;
}
