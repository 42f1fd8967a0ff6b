import { setImmediate } from 'node:timers/promises';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { read } from '#domain/engine/reading.ts';
import { resultOf } from '#domain/engine/results.ts';
import { EVALUATOR } from '#domain/months/evaluator-version.ts';
import { refuseReview } from '#domain/reviews/refusals.ts';
import { type ReviewRule, ruleOfYear } from '#domain/reviews/result-of-year.ts';
import type { BranchReview, ReviewedBranch } from '#domain/reviews/review.ts';
import { scoredBranch } from '#domain/reviews/scoring.ts';
import { logOfBranchesYear, logOfBranchYear } from '#server/assessments/branch-log-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { hashOfGrounds, type Known } from '#server/points/known-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

/** The year of one branch, scored by what was known. */
export interface ScoredBranch {
  readonly rule: ReviewRule;
  readonly branch: ReviewedBranch;
  readonly grounds: Grounds;
  readonly pin: NonNullable<BranchReview['pin']>;
}

/** @param date of what had happened by then: a work report of January belongs to the year before. @throws NoBranchResult */
export const scoreBranch = (known: Known, organisation: string, year: number, date: string): ScoredBranch => scorerOf(known, year, date)(organisation);

/** Scores one branch after the other from a log that is read once. @throws NoBranchResult */
function scorerOf({ seq, log, schemes }: Known, year: number, date: string): (organisation: string) => ScoredBranch {
  const reading = read({ schemes, log, upTo: { seq, date } });
  const rule = ruleOfYear(reading.book, year);
  if (rule === null) throw refuseReview('NoBranchResult', { year });
  const { id, version } = rule.version.scheme;
  const pin = { scheme: id, schemeVersion: version, evaluator: EVALUATOR, asOfSeq: seq, date };
  return (organisation) => {
    const value = resultOf(reading, rule.result, organisation, year);
    return { rule, branch: scoredBranch(value, rule.result, hashOfGrounds), grounds: value.grounds, pin };
  };
}

/** The same from the part of the log that concerns the branch, as it is now and up to a number of it (P1). */
export const scoreBranchNow = async ({ tx, today }: Call, organisation: string, year: number, seq = Number.MAX_SAFE_INTEGER): Promise<ScoredBranch> =>
  scoreBranch({ seq, log: await logOfBranchYear(tx, organisation, year), schemes: await adoptedSchemes(tx) }, organisation, year, today);

/** Several branches from one part of the log; other requests are answered in between. */
export async function scoreBranchesNow({ tx, today }: Call, organisations: readonly string[], year: number, seq: number): Promise<ReviewedBranch[]> {
  const score = scorerOf({ seq, log: await logOfBranchesYear(tx, organisations, year), schemes: await adoptedSchemes(tx) }, year, today);
  const scored: ReviewedBranch[] = [];
  for (const organisation of organisations) {
    scored.push(score(organisation).branch);
    await setImmediate();
  }
  return scored;
}
