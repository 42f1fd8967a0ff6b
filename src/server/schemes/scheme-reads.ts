import { addMonths, type CivilDate } from '#domain/calendar/civil-date.ts';
import { firstOpenDay } from '#domain/calendar/open-year.ts';
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
  const schemes = await schemesByHash(tx, rows.map(({ hash }) => hash));
  return rows.map(({ hash, from_day }) => ({ scheme: demandRead(schemes, hash), from: from_day }));
}

/** Schemes by the hash of their text; whatever nobody has asked for yet is read in one statement. */
export async function schemesByHash(tx: Tx, hashes: readonly string[]): Promise<ReadonlyMap<string, Scheme>> {
  const unknown = [...new Set(hashes)].filter((hash) => !parsed.has(hash));
  const texts = unknown.length === 0 ? [] : await tx.many<{ hash: string; text: string }>(sql`SELECT hash, text FROM scheme_text WHERE hash = ANY(${unknown})`);
  for (const { hash, text } of texts) {
    const read = readScheme(text);
    if ('scheme' in read) parsed.set(hash, read.scheme);
  }
  return new Map(hashes.map((hash) => [hash, demandRead(parsed, hash)]));
}

function demandRead(schemes: ReadonlyMap<string, Scheme>, hash: string): Scheme {
  const scheme = schemes.get(hash);
  if (!scheme) throw new Error(`the adopted scheme ${hash} cannot be read`);
  return scheme;
}

/** The scheme that a text is. @throws SchemeHasProblems with every place. */
export function demandSound(text: string): CheckedScheme {
  const read = readScheme(text);
  if ('scheme' in read) return read;
  const places = read.problems.map((it) => ({ at: `${it.line}:${it.column}`, words: it.words }));
  throw refuseScheme('SchemeHasProblems', { count: places.length }, places);
}

/**
 * The first day from which a new version may be in force: the oldest month that is still open for some branch, in a
 * year that is not settled. A branch that has locked a later month by itself gets differences.
 */
export async function firstMonthOfForce({ tx, today }: { readonly tx: Tx; readonly today: CivilDate }): Promise<CivilDate> {
  const last = await tx.one<{ window: string | null }>(sql`
    WITH RECURSIVE up(branch, id, depth) AS (
      SELECT id, id, 0 FROM organisation WHERE category IN ('631', '632', '931', '932') AND (dissolved IS NULL OR dissolved > ${today})
      UNION ALL
      SELECT up.branch, o.parent_id, up.depth + 1 FROM up JOIN organisation o ON o.id = up.id WHERE o.parent_id IS NOT NULL AND up.depth < 20)
    SELECT CASE WHEN length(c.window_key) = 4 THEN c.window_key || '-12' ELSE c.window_key END AS window
    FROM closing c JOIN up ON up.id = c.organisation_id WHERE c.stage = 'closed'
    GROUP BY c.window_key HAVING count(DISTINCT up.branch) = (SELECT count(DISTINCT branch) FROM up) ORDER BY 1 DESC LIMIT 1`);
  const open = firstOpenDay(today);
  const after = last?.window ? `${addMonths(last.window, 1)}-01` : open;
  return after > open ? after : open;
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
