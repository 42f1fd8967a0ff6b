import { EVALUATOR } from '#domain/months/evaluator-version.ts';
import type { ReviewRule } from '#domain/reviews/result-of-year.ts';
import type { ReviewedBranch } from '#domain/reviews/review.ts';
import { yearsReached } from './years-reached.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';

/** Entries whose reach is asked for; with more of them waiting, everything is counted. */
const ENTRIES = 1000;

/**
 * What the score board has counted today, by the same rule and evaluator, of branches that nothing has moved since: what
 * scoring need not count again. Ask after `pinSeq`, in its transaction: until its end nobody records, so what the board
 * knows cannot be newer than the number that is pinned.
 */
export async function countedBranches({ tx, today }: Call, { version }: ReviewRule, organisations: readonly string[], year: number): Promise<ReadonlyMap<string, ReviewedBranch>> {
  const waiting = await tx.many<{ seq: number }>(sql`SELECT seq FROM assessment_due WHERE organisation_id IS NULL LIMIT ${ENTRIES + 1}`);
  if (waiting.length > ENTRIES) return new Map();
  const reached = await yearsReached(tx, waiting.map(({ seq }) => seq), today);
  const moved = reached.filter((key) => key.year === year).map(({ organisation }) => organisation);
  const rows = await tx.many<{ branch: ReviewedBranch }>(sql`
    SELECT branch FROM branch_result known
    WHERE year = ${year} AND organisation_id = ANY(${[...organisations]}::uuid[]) AND organisation_id <> ALL(${moved}::uuid[])
      AND counted_on = ${today} AND evaluator = ${EVALUATOR} AND scheme = ${version.scheme.id} AND scheme_version = ${version.scheme.version}
      AND NOT EXISTS (SELECT 1 FROM assessment_due due WHERE due.organisation_id = known.organisation_id AND due.year = known.year)`);
  return new Map(rows.map(({ branch }) => [branch.organisation, branch]));
}
