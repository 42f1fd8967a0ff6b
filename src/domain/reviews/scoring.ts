import type { Grounds } from '#domain/engine/evaluation.ts';
import { type Graded, gradesOf } from '#domain/engine/grading.ts';
import type { ResultValue } from '#domain/engine/results.ts';
import { gradedOf, takesPart } from '#domain/engine/year-grades.ts';
import type { Result } from '#domain/schemes/format/result-shape.ts';
import type { ReviewedBranch } from './review.ts';

/**
 * 核分: what one branch came to, ready to be pinned; its grade is proposed once all are scored.
 * @param hashOf of the grounds as they are shown.
 */
export function scoredBranch(value: ResultValue, result: Result, hashOf: (grounds: Grounds) => string): ReviewedBranch {
  const { subject, value: score, gaps, vetoes, excluded, grounds } = value;
  const { atMost, ties } = gradedOf(result, value);
  return {
    organisation: subject, score, gaps: [...gaps], vetoes: vetoes.map(({ veto }) => veto.id), atMost, ties: [...ties],
    parts: result.parts.map(({ id }) => ({ part: id, value: grounds.children.find((child) => child.id === id)?.value ?? null })),
    ungraded: takesPart(result, value) ? null : excluded === null ? 'months' : 'excluded',
    groundsHash: hashOf(grounds), proposed: null, grade: null,
  };
}

/** 建议等次 by score; where equals wait at the line of a quota, nobody below it has a proposal yet. */
export function proposedFor(branches: readonly ReviewedBranch[], { grades = [], tied = 'decide' }: Result): ReviewedBranch[] {
  const grading = gradesOf(grades, tied, takingPart(branches));
  return branches.map((branch) => ({ ...branch, proposed: grading.grades.get(branch.organisation) ?? null }));
}

/** What the grading looks at, of those who take part in it. */
export const takingPart = (branches: readonly ReviewedBranch[]): Graded[] => branches.filter(({ ungraded }) => ungraded === null)
  .map(({ organisation, score, atMost, ties }) => ({ id: organisation, score, atMost, ties }));
