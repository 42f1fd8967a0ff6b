import { schemeBook } from '#domain/engine/scheme-book.ts';
import type { LogEntry, LogEntryOf } from '#domain/facts/fact.ts';
import { isBranch } from '#domain/orgs/categories.ts';
import { type ReviewRule, ruleOfReview, ruleOfYear } from '#domain/reviews/result-of-year.ts';
import type { BranchReview } from '#domain/reviews/review.ts';
import { organisationsIn } from '#server/boards/board-reads.ts';
import { lastEntries } from '#server/facts/fact-reads.ts';
import { lineage, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

export type ReviewEntry = LogEntryOf<'branchReview'>;
const only = (entries: readonly LogEntry[]): ReviewEntry[] => entries.filter((entry) => entry.kind === 'branchReview');

const reviewsWhere = async (tx: Tx, condition: Sql): Promise<ReviewEntry[]> =>
  only(await lastEntries(tx, sql`fact_id IN (SELECT fact_id FROM branch_review WHERE ${condition})`)).toSorted((one, other) => one.state.revision - other.state.revision);

/** The review of a year by an organisation and its revisions, the latest last. */
export const reviewsOf = (tx: Tx, organisation: string, year: number): Promise<ReviewEntry[]> =>
  reviewsWhere(tx, sql`organisation_id = ${organisation} AND year = ${year}`);

/** The review of a year that reaches a branch, by whatever stands above it on the last day of the year, with its revisions. */
export const reviewsReaching = async (tx: Tx, branch: string, year: number): Promise<ReviewEntry[]> =>
  reviewsWhere(tx, sql`year = ${year} AND organisation_id = ANY(${[...(await lineage(tx, branch, `${year}-12-31`))]}::uuid[])`);

/** A review of a year by an organisation, by one above it or by one below: their branches would be the same. */
export async function overlapping(tx: Tx, organisation: string, year: number): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const day = `${year}-12-31`;
  const near = [...(await lineage(tx, organisation, day)), ...(await subtree(tx, [organisation], day))];
  return tx.one(sql`SELECT o.id, o.short_name AS name FROM branch_review r JOIN organisation o ON o.id = r.organisation_id
    WHERE r.year = ${year} AND r.organisation_id = ANY(${near}::uuid[]) LIMIT 1`);
}

export interface ReviewPlace {
  readonly id: string;
  readonly name: string;
  readonly number: string;
}

/** The branches that a review reaches: those there on the last day of the year, or today while it lasts. */
export async function branchesReviewed({ tx, today }: Call, organisation: string, year: number): Promise<ReviewPlace[]> {
  const last = `${year}-12-31`;
  const below = await subtree(tx, [organisation], today < last ? today : last);
  return tx.many(sql`SELECT id, short_name AS name, number FROM organisation
    WHERE id = ANY(${[...below]}::uuid[]) AND category IN ('631', '632', '931', '932') ORDER BY number`);
}

/** Committees above branches, in the order of their numbers, and whether some hang directly under them. */
export async function reviewScopes({ tx, today }: Call, roots: readonly string[], year: number): Promise<{ id: string; name: string; near: boolean }[]> {
  const month = today.slice(0, 4) === String(year) ? today.slice(0, 7) : `${year}-12`;
  const all = await organisationsIn(tx, roots, month);
  const near = new Set(all.filter(({ category }) => isBranch(category)).map(({ parent }) => parent));
  const above = new Set([...near].map((id) => all.find((it) => it.id === id)?.parent ?? null));
  return all.filter(({ id }) => near.has(id) || above.has(id)).map(({ id, name }) => ({ id, name, near: near.has(id) }));
}

/** By what the branches of a year are reviewed, as adopted now; null where the scheme has no grades for branches. */
export const ruleFor = async (tx: Tx, year: number): Promise<ReviewRule | null> => ruleOfYear(schemeBook(await adoptedSchemes(tx)), year);

export const pinnedRule = async (tx: Tx, review: BranchReview): Promise<ReviewRule | null> => ruleOfReview(await adoptedSchemes(tx), review);

export interface SelfReviewRow {
  readonly organisation: string;
  readonly fact: string;
  readonly version: number;
  readonly filedOn: string;
  readonly score: number | null;
  readonly remark: string;
}

/** What branches said of themselves for a year. */
export const selfReviewsOf = (tx: Tx, organisations: readonly string[], year: number): Promise<SelfReviewRow[]> => tx.many(sql`
  SELECT s.organisation_id AS organisation, f.fact_id AS fact, f.version, s.filed_on AS "filedOn", (f.state->>'score')::int AS score,
    coalesce((SELECT t.text->>'remark' FROM fact_text t WHERE t.fact_id = f.fact_id AND t.version = f.version), '') AS remark
  FROM self_review s JOIN fact f ON f.fact_id = s.fact_id WHERE s.year = ${year} AND s.organisation_id = ANY(${[...organisations]}::uuid[])`);

/**
 * Entries for the year of some branches after a number of the log: by the branch or group in which they stand, or by whom
 * they name. Where somebody belonged on the day is left to whoever evaluates.
 */
export const entriesSince = (tx: Tx, organisations: readonly string[], year: number, seq: number): Promise<{ organisation: string; entries: number }[]> => tx.many(sql`
  WITH later AS (
    SELECT DISTINCT l.fact_id FROM fact_log l
    WHERE l.seq > ${seq} AND left(l.period, 4) = ${String(year)} AND l.kind IN ('session', 'makeUp', 'record', 'assignment', 'leave', 'closedDuty', 'confirmation')),
  place AS (
    SELECT id, id AS branch FROM unnest(${[...organisations]}::uuid[]) AS id
    UNION SELECT fact_id, parent_id FROM organisation_placement WHERE parent_id = ANY(${[...organisations]}::uuid[])),
  reached AS (
    SELECT place.branch, later.fact_id FROM later JOIN fact f ON f.fact_id = later.fact_id JOIN place ON place.id = f.organisation_id
    UNION SELECT m.organisation_id, later.fact_id FROM later JOIN fact_person named ON named.fact_id = later.fact_id
      JOIN membership m ON m.person_id = named.person_id AND m.organisation_id = ANY(${[...organisations]}::uuid[]))
  SELECT branch AS organisation, count(*)::int AS entries FROM reached GROUP BY branch`);

/** Whether a review of a year that shares branches with an organisation is still on its way to the approval. */
export async function isUnderReview(tx: Tx, organisation: string, year: number): Promise<boolean> {
  const day = `${year}-12-31`;
  const near = [...(await lineage(tx, organisation, day)), ...(await subtree(tx, [organisation], day))];
  return (await tx.one(sql`SELECT 1 FROM branch_review WHERE year = ${year} AND organisation_id = ANY(${near}::uuid[]) AND stage NOT IN ('approved', 'circulated') LIMIT 1`)) !== undefined;
}
