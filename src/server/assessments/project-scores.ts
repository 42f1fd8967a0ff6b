import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Database, Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { countBranchYears } from './count-branch-years.ts';
import { everyYear, yearsReached } from './years-reached.ts';

/** Entries whose reach is asked for at a time. */
const ENTRIES = 1000;
/** Branches of one year that are counted at a time: of one alone, asking for its facts costs as much as counting it. */
const AT_ONCE = 25;

/** Works off what is due in a bureau, one year of some branches in one transaction, until nothing is due or `enough` says so. */
export async function projectScores(database: Database, bureau: string, today: () => CivilDate, enough: () => boolean = () => false): Promise<void> {
  while (!enough() && await database.withBureau(bureau, {}, (tx) => projectNextScore(tx, today()))) { /* one by one */ }
}

/** Drops the board and makes it anew from the facts. */
export async function rebuildScores(tx: Tx, today: CivilDate): Promise<void> {
  await goAlone(tx);
  await tx.run(sql`DELETE FROM branch_item`);
  await tx.run(sql`DELETE FROM branch_year`);
  await tx.run(sql`DELETE FROM branch_result`);
  await tx.run(sql`DELETE FROM assessment_due`);
  const keys = await everyYear(tx, today);
  for (const year of new Set(keys.map((key) => key.year))) {
    const branches = keys.filter((key) => key.year === year).map(({ organisation }) => organisation);
    for (let at = 0; at < branches.length; at += AT_ONCE) await countBranchYears(tx, branches.slice(at, at + AT_ONCE), year, today);
  }
}

/** False when nothing was due. A year that nobody has counted yet, or not since yesterday, is due as well. */
export async function projectNextScore(tx: Tx, today: CivilDate): Promise<boolean> {
  await goAlone(tx);
  if (await resolve(tx, today)) return true;
  const due = await dueNext(tx) ?? await stale(tx, today);
  if (!due) return false;
  await countBranchYears(tx, due.organisations, due.year, today);
  await tx.run(sql`DELETE FROM assessment_due WHERE organisation_id = ANY(${[...due.organisations]}::uuid[]) AND year = ${due.year}`);
  return true;
}

/** Branches of which one year is counted together. */
interface OneYear {
  readonly year: number;
  readonly organisations: readonly string[];
}

/** The year that has waited longest, with others of it that wait. */
const dueNext = (tx: Tx): Promise<OneYear | undefined> => tx.one(sql`
  WITH first AS (SELECT year FROM assessment_due WHERE organisation_id IS NOT NULL ORDER BY seq LIMIT 1),
    these AS (SELECT due.organisation_id, due.year FROM assessment_due due JOIN first ON first.year = due.year
      GROUP BY due.organisation_id, due.year ORDER BY min(due.seq) LIMIT ${AT_ONCE})
  SELECT year, array_agg(organisation_id) AS organisations FROM these GROUP BY year`);

/** Two projectors that count the same year could leave the older count (decision 18). */
const goAlone = (tx: Tx): Promise<number> => tx.run(sql`LOCK TABLE assessment_due IN SHARE UPDATE EXCLUSIVE MODE`);

/** Puts the years that the oldest entries reach in the place of the entries. */
async function resolve(tx: Tx, today: CivilDate): Promise<boolean> {
  const entries = await tx.many<{ seq: number }>(sql`
    DELETE FROM assessment_due WHERE organisation_id IS NULL AND seq IN (
      SELECT seq FROM assessment_due WHERE organisation_id IS NULL ORDER BY seq LIMIT ${ENTRIES})
    RETURNING seq`);
  const seqs = entries.map(({ seq }) => seq);
  if (seqs.length === 0) return false;
  const keys = await yearsReached(tx, seqs, today);
  await tx.run(sql`INSERT INTO assessment_due (seq, organisation_id, year)
    SELECT ${Math.min(...seqs)}::bigint, organisation, year FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS key(organisation uuid, year int)`);
  return true;
}

/**
 * What is due moves with the day, in the year that runs and in one of which a review is not decided yet; another year that is
 * over was last counted after it.
 */
async function stale(tx: Tx, today: CivilDate): Promise<OneYear | undefined> {
  const keys = await everyYear(tx, today);
  return tx.one<OneYear>(sql`
    WITH old AS (
      SELECT key.organisation, key.year FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS key(organisation uuid, year int)
      LEFT JOIN branch_year known ON known.organisation_id = key.organisation AND known.year = key.year AND known.aspect = ''
      WHERE known.counted_on IS NULL OR (known.counted_on < ${today} AND (known.counted_on <= make_date(key.year, 12, 31)
        OR EXISTS (SELECT 1 FROM branch_review review WHERE review.year = key.year AND review.stage IN ('opened', 'scored'))))),
      these AS (SELECT organisation, year FROM old WHERE year = (SELECT min(year) FROM old) LIMIT ${AT_ONCE})
    SELECT year, array_agg(organisation) AS organisations FROM these GROUP BY year`);
}
