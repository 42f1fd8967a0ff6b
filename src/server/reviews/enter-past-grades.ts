import type { z } from 'zod';
import { schemeBook } from '#domain/engine/scheme-book.ts';
import type { enterPastGrades as contract } from '#domain/reviews/branch-contract.ts';
import { refuseReview } from '#domain/reviews/refusals.ts';
import type { BranchReview, ReviewedBranch } from '#domain/reviews/review.ts';
import { ruleOfYear, type ReviewRule } from '#domain/reviews/result-of-year.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { auditStep } from './review-steps.ts';
import { branchesReviewed, reviewsOf } from './review-reads.ts';

/** The first year that the bureau reviews here, and by what; null while no scheme has grades for branches. */
export async function firstRule(tx: Tx, year: number): Promise<{ readonly year: number; readonly rule: ReviewRule } | null> {
  const book = schemeBook(await adoptedSchemes(tx));
  for (let at = year - YEARS_BACK; at <= year + 1; at += 1) {
    const rule = ruleOfYear(book, at);
    if (rule) return { year: at, rule };
  }
  return null;
}

/** No bureau has worked with this for longer. */
const YEARS_BACK = 30;

/**
 * 补录往年等次: what a bureau brings along from before its scheme, as its document says: grades without a score, which nothing
 * recomputes. Entered again it is a revision, and what was entered before stays.
 * @throws NoBranchResult, YearUnderScheme, PastGradesDay, PastGradeUnknown
 */
export async function enterPastGrades(call: Call, { organisation, year, on, document, grades }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx, today } = call;
  await demandIn(call, 'runReviews', organisation);
  const first = await firstRule(tx, Number(today.slice(0, 4)));
  if (first === null) throw refuseReview('NoBranchResult', { year });
  if (year >= first.year) throw refuseReview('YearUnderScheme', { year, first: first.year });
  if (on <= `${year}-12-31` || on > today) throw refuseReview('PastGradesDay', { year, today });
  const { result } = first.rule;
  const places = new Set((await branchesReviewed(call, organisation, Number(today.slice(0, 4)))).map(({ id }) => id));
  const known = new Set((result.grades ?? []).map(({ id }) => id));
  const branches = new Set(grades.map((it) => it.organisation));
  if (branches.size < grades.length || grades.some((it) => !known.has(it.grade) || !places.has(it.organisation))) throw refuseReview('PastGradeUnknown', {});
  const revision = (await reviewsOf(tx, organisation, year)).length;
  const state: BranchReview = {
    organisation, result: result.id, year, revision, stage: 'circulated', selfUntil: on, pin: null, branches: grades.map((it) => brought(it.organisation, it.grade)),
    deliberatedOn: null, notice: null, approvedOn: on, circulatedOn: on,
  };
  const { factId, version } = await recordFact(call, { kind: 'branchReview', state, text: { circular: document } });
  auditStep(call, factId, state, version);
  return { review: factId, revision };
}

const brought = (organisation: string, grade: string): ReviewedBranch =>
  ({ organisation, score: null, parts: [], gaps: [], vetoes: [], atMost: null, ties: [], ungraded: null, groundsHash: '0'.repeat(64), proposed: null, grade });
