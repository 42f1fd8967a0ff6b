import { yearOf, type CivilDate } from '#domain/calendar/civil-date.ts';
import type { Reading } from '#domain/engine/reading.ts';
import { pointsOf } from '#domain/engine/subject-points.ts';
import { branch } from '#domain/engine/subject.ts';
import { totalOf } from '#domain/engine/totals.ts';
import { gradesOfYear } from '#domain/engine/year-grades.ts';
import { isBranch } from '#domain/orgs/categories.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { NamedFacts } from '#domain/schemes/facts-file/facts-log.ts';
import type { Result } from '#domain/schemes/format/result-shape.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';

/** What a branch has by the indicators. */
export interface BranchTotal {
  readonly organisation: string;
  readonly total: Hundredths | null;
  readonly parts: readonly { readonly part: string; readonly value: Hundredths | null }[];
}

/** What one subject comes to in a year, with the grade that the score proposes. */
export interface Outcome {
  readonly subject: string;
  readonly value: Hundredths | null;
  readonly grade: string | null;
  readonly vetoes: readonly string[];
}

export interface ResultOutcomes {
  readonly result: Result;
  readonly outcomes: readonly Outcome[];
  /** Equals for whom places are short: a named body decides. */
  readonly undecided: readonly string[];
}

/** The branches of the facts by the indicators of the scheme; none where it has none. */
export function branchTotals(scheme: Scheme, reading: Reading, facts: NamedFacts, year: number): BranchTotal[] {
  if (scheme.indicators === null) return [];
  return branchesIn(facts).flatMap((organisation) => {
    const found = totalOf(reading, pointsOf(reading, branch(organisation)), year);
    return found === null ? [] : [{ organisation, total: found.total, parts: found.parts }];
  });
}

/** Every result of the scheme for everybody whom it judges, with the grades that follow. */
export function resultsOf(scheme: Scheme, reading: Reading, facts: NamedFacts, date: CivilDate): ResultOutcomes[] {
  const year = yearOf(date);
  return scheme.results.map((result) => {
    const subjects = result.of === 'branch' ? branchesIn(facts) : membersIn(facts, year);
    const { values, grading } = gradesOfYear(reading, result, subjects, year);
    return {
      result, undecided: grading.undecided?.tied ?? [],
      outcomes: values.map(({ subject, value, vetoes }) => ({ subject, value, grade: grading.grades.get(subject) ?? null, vetoes: vetoes.map(({ veto }) => veto.id) })),
    };
  });
}

const branchesIn = ({ log }: NamedFacts): string[] =>
  [...new Set(log.flatMap((entry) => (entry.kind === 'organisation' && isBranch(entry.state.category) ? [entry.factId] : [])))];

const membersIn = ({ log }: NamedFacts, year: number): string[] =>
  [...new Set(log.flatMap((entry) => (entry.kind === 'membership' && entry.state.stage !== 'none' && entry.state.from <= `${year}-12-31`
    && (entry.state.to === null || entry.state.to >= `${year}-01-01`) ? [entry.state.person] : [])))];
