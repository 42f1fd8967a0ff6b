import { type ScoredAspect, scoredAspects } from '#domain/assessments/branch-score.ts';
import { shareOfFull } from '#domain/assessments/item-standing.ts';
import { quarterBefore } from '#domain/assessments/quarter-before.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { explain } from '#domain/engine/explain.ts';
import type { Reading } from '#domain/engine/reading.ts';
import { resultOf } from '#domain/engine/results.ts';
import { branch } from '#domain/engine/subject.ts';
import { EVALUATOR } from '#domain/months/evaluator-version.ts';
import { ruleOfYear } from '#domain/reviews/result-of-year.ts';
import { scoredBranch } from '#domain/reviews/scoring.ts';
import type { PointsPart } from '#domain/schemes/scheme.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { hashOfGrounds } from '#server/points/known-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { logOfBranchesYear } from './branch-log-reads.ts';
import { readUpTo } from './branch-year-reads.ts';

/** What the year of one branch comes to on the board. */
interface Counted {
  readonly organisation: string;
  readonly grounds: Grounds | null;
  /** As it stood at the end of the quarter before. */
  readonly before: Grounds | null;
  readonly aspects: readonly ScoredAspect[];
}

/**
 * Counts a year of some branches anew from one part of the log, never from what the board had: done twice it is done once.
 * What a year that is over comes to under the result of its review is kept as well, so that whoever scores need not.
 */
export async function countBranchYears(tx: Tx, organisations: readonly string[], year: number, today: CivilDate): Promise<void> {
  const schemes = await adoptedSchemes(tx);
  const log = await logOfBranchesYear(tx, organisations, year);
  const reading = readUpTo(schemes, log, today);
  const quarter = quarterBefore(year, today);
  const earlier = quarter === null ? null : readUpTo(schemes, log, quarter);
  const tree = reading.book.forWindow(String(year))?.scheme.indicators ?? null;
  const counted = organisations.map((organisation): Counted => {
    const grounds = tree === null ? null : explain(reading, branch(organisation), year);
    const aspects = grounds && tree ? scoredAspects(grounds, tree, today >= `${year}-12-31`) : [];
    return { organisation, grounds, aspects, before: earlier && explain(earlier, branch(organisation), year) };
  });
  await clear(tx, organisations, year);
  await writeWholes(tx, counted, year, today, tree);
  await writeItems(tx, counted, year);
  if (today > `${year}-12-31`) await writeResults(tx, reading, organisations, year, today);
}

async function clear(tx: Tx, organisations: readonly string[], year: number): Promise<void> {
  for (const table of [sql`branch_item`, sql`branch_year`, sql`branch_result`]) {
    await tx.run(sql`DELETE FROM ${table} WHERE organisation_id = ANY(${[...organisations]}::uuid[]) AND year = ${year}`);
  }
}

function writeWholes(tx: Tx, counted: readonly Counted[], year: number, today: CivilDate, tree: PointsPart | null): Promise<number> {
  const wholes = counted.flatMap(({ organisation, grounds, before, aspects }) => [
    { organisation, aspect: '', value: grounds?.value ?? null, full: tree?.full ?? null, progress: grounds && tree ? shareOfFull({ value: grounds.value, full: tree.full }) : null, before: before?.value ?? null },
    ...aspects.map(({ id, value, full, progressToDate }) =>
      ({ organisation, aspect: id, value, full, progress: progressToDate, before: before?.children.find((child) => child.id === id)?.value ?? null })),
  ]);
  return tx.run(sql`
    INSERT INTO branch_year (organisation_id, year, aspect, value, full_mark, progress_to_date, quarter_value, counted_on)
    SELECT organisation, ${year}, aspect, value, "full", progress, before, ${today} FROM jsonb_to_recordset(${JSON.stringify(wholes)}::jsonb)
      AS one(organisation uuid, aspect text, value int, "full" int, progress int, before int)`);
}

function writeItems(tx: Tx, counted: readonly Counted[], year: number): Promise<number> {
  const rows = counted.flatMap(({ organisation, aspects }) => aspects.flatMap((aspect) => aspect.items.map((item) => ({ ...item, organisation, aspect: aspect.id }))));
  return tx.run(sql`
    INSERT INTO branch_item (organisation_id, year, aspect, item, value, full_mark, state, progress_to_date, lacks)
    SELECT organisation, ${year}, aspect, id, value, "full", state, "progressToDate", lacks FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS item(organisation uuid, aspect text, id text, value int, "full" int, state text, "progressToDate" int, lacks jsonb)`);
}

async function writeResults(tx: Tx, reading: Reading, organisations: readonly string[], year: number, today: CivilDate): Promise<void> {
  const rule = ruleOfYear(reading.book, year);
  if (rule === null) return;
  const { id, version } = rule.version.scheme;
  const branches = organisations.map((organisation) => scoredBranch(resultOf(reading, rule.result, organisation, year), rule.result, hashOfGrounds));
  await tx.run(sql`
    INSERT INTO branch_result (organisation_id, year, counted_on, scheme, scheme_version, evaluator, branch)
    SELECT (branch->>'organisation')::uuid, ${year}, ${today}, ${id}, ${version}, ${EVALUATOR}, branch FROM jsonb_array_elements(${JSON.stringify(branches)}::jsonb) AS branch`);
}
