import type { FactKind } from '#domain/facts/contract.ts';
import type { Reaction } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';

/** What is only announced, and what is decided on a score, moves none. */
const aside: ReadonlySet<FactKind> = new Set(['arrangement', 'calendarYear', 'branchReview', 'selfReview', 'objection']);

/**
 * Writes down, in the transaction that records, that the score board does not know these entries yet. Rows are only ever
 * added, so recordings neither wait for each other here nor for the projector (decision 18).
 */
export const markAssessmentsDue: Reaction = async ({ tx }, moved) => {
  const seqs = moved.filter(({ entry }) => !aside.has(entry.kind)).map(({ entry }) => entry.seq);
  if (seqs.length > 0) await tx.run(sql`INSERT INTO assessment_due (seq) SELECT unnest(${seqs}::bigint[])`);
};
