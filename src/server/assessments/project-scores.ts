import { type ScoredAspect, scoredAspects } from '#domain/assessments/branch-score.ts';
import { shareOfFull } from '#domain/assessments/item-standing.ts';
import { quarterBefore } from '#domain/assessments/quarter-before.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { explain } from '#domain/engine/explain.ts';
import { branch } from '#domain/engine/subject.ts';
import type { Database, Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { branchYear, readUpTo } from './branch-year-reads.ts';
import { type BranchYearKey, everyYear, yearsReached } from './years-reached.ts';

/** Entries whose reach is asked for at a time. */
const ENTRIES = 1000;

/** Works off what is due in a bureau, one year of one branch in one transaction, until nothing is due or `enough` says so. */
export async function projectScores(database: Database, bureau: string, today: () => CivilDate, enough: () => boolean = () => false): Promise<void> {
  while (!enough() && await database.withBureau(bureau, {}, (tx) => projectNextScore(tx, today()))) { /* one by one */ }
}

/** Drops the board and makes it anew from the facts. */
export async function rebuildScores(tx: Tx, today: CivilDate): Promise<void> {
  await goAlone(tx);
  await tx.run(sql`DELETE FROM branch_item`);
  await tx.run(sql`DELETE FROM branch_year`);
  await tx.run(sql`DELETE FROM assessment_due`);
  for (const key of await everyYear(tx, today)) await project(tx, key, today);
}

/** False when nothing was due. A year that nobody has counted yet, or not since yesterday, is due as well. */
export async function projectNextScore(tx: Tx, today: CivilDate): Promise<boolean> {
  await goAlone(tx);
  if (await resolve(tx, today)) return true;
  const due = await tx.one<BranchYearKey>(sql`
    SELECT organisation_id AS organisation, year FROM assessment_due WHERE organisation_id IS NOT NULL ORDER BY seq LIMIT 1`) ?? await stale(tx, today);
  if (!due) return false;
  await project(tx, due, today);
  await tx.run(sql`DELETE FROM assessment_due WHERE organisation_id = ${due.organisation} AND year = ${due.year}`);
  return true;
}

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

/** What is due moves with the day, in the year that runs; a year that is over was last counted after it. */
async function stale(tx: Tx, today: CivilDate): Promise<BranchYearKey | undefined> {
  const keys = await everyYear(tx, today);
  return tx.one<BranchYearKey>(sql`
    SELECT key.organisation, key.year FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS key(organisation uuid, year int)
    LEFT JOIN branch_year known ON known.organisation_id = key.organisation AND known.year = key.year AND known.aspect = ''
    WHERE known.counted_on IS NULL OR (known.counted_on < ${today} AND known.counted_on <= make_date(key.year, 12, 31)) LIMIT 1`);
}

/** Counts a year anew from the facts, never from what the board had: done twice it is done once. */
async function project(tx: Tx, { organisation, year }: BranchYearKey, today: CivilDate): Promise<void> {
  const { tree, grounds, log } = await branchYear(tx, await adoptedSchemes(tx), organisation, year, today);
  await tx.run(sql`DELETE FROM branch_item WHERE organisation_id = ${organisation} AND year = ${year}`);
  await tx.run(sql`DELETE FROM branch_year WHERE organisation_id = ${organisation} AND year = ${year}`);
  const aspects = grounds && tree ? scoredAspects(grounds, tree, today >= `${year}-12-31`) : [];
  const quarter = quarterBefore(year, today);
  const before = quarter === null ? null : explain(readUpTo(await adoptedSchemes(tx), log, quarter), branch(organisation), year);
  const wholes = [
    { aspect: '', value: grounds?.value ?? null, full: tree?.full ?? null, progress: grounds && tree ? shareOfFull({ value: grounds.value, full: tree.full }) : null, before: before?.value ?? null },
    ...aspects.map(({ id, value, full, progressToDate }) => ({ aspect: id, value, full, progress: progressToDate, before: before?.children.find((child) => child.id === id)?.value ?? null })),
  ];
  await tx.run(sql`
    INSERT INTO branch_year (organisation_id, year, aspect, value, full_mark, progress_to_date, quarter_value, counted_on)
    SELECT ${organisation}, ${year}, aspect, value, "full", progress, before, ${today} FROM jsonb_to_recordset(${JSON.stringify(wholes)}::jsonb)
      AS one(aspect text, value int, "full" int, progress int, before int)`);
  await writeItems(tx, { organisation, year }, aspects);
}

function writeItems(tx: Tx, { organisation, year }: BranchYearKey, aspects: readonly ScoredAspect[]): Promise<number> {
  const rows = aspects.flatMap((aspect) => aspect.items.map((item) => ({ ...item, aspect: aspect.id })));
  return tx.run(sql`
    INSERT INTO branch_item (organisation_id, year, aspect, item, value, full_mark, state, progress_to_date, lacks)
    SELECT ${organisation}, ${year}, aspect, id, value, "full", state, "progressToDate", lacks FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS item(aspect text, id text, value int, "full" int, state text, "progressToDate" int, lacks jsonb)`);
}
