import { read } from '#domain/engine/reading.ts';
import { gradesOfYear, type YearGrades } from '#domain/engine/year-grades.ts';
import { EVALUATOR } from '#domain/months/evaluator-version.ts';
import { refuseReview } from '#domain/reviews/refusals.ts';
import { type ReviewRule, ruleOfYear } from '#domain/reviews/result-of-year.ts';
import type { BranchReview, ReviewedBranch } from '#domain/reviews/review.ts';
import { scoredBranches } from '#domain/reviews/scoring.ts';
import { hashOfGrounds, type Known } from '#server/points/known-reads.ts';

/** The year of some branches, scored by what was known. */
export interface ScoredYear {
  readonly rule: ReviewRule;
  readonly grades: YearGrades;
  readonly branches: readonly ReviewedBranch[];
  readonly pin: NonNullable<BranchReview['pin']>;
}

/** @param date of what had happened by then: a work report of January belongs to the year before. @throws NoBranchResult */
export function scoreBranches({ seq, log, schemes }: Known, organisations: readonly string[], year: number, date: string): ScoredYear {
  const reading = read({ schemes, log, upTo: { seq, date } });
  const rule = ruleOfYear(reading.book, year);
  if (rule === null) throw refuseReview('NoBranchResult', { year });
  const grades = gradesOfYear(reading, rule.result, organisations, year);
  const { id, version } = rule.version.scheme;
  return {
    rule, grades, branches: scoredBranches(grades, rule.result, hashOfGrounds),
    pin: { scheme: id, schemeVersion: version, evaluator: EVALUATOR, asOfSeq: seq, date },
  };
}
