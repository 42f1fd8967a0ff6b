import type { Grounds } from '#domain/engine/evaluation.ts';
import type { Graded } from '#domain/engine/grading.ts';
import type { YearGrades } from '#domain/engine/year-grades.ts';
import type { Result } from '#domain/schemes/format/result-shape.ts';
import type { ReviewedBranch } from './review.ts';

/**
 * 核分: what each branch came to and the grade that its score proposes, ready to be pinned. Where equals wait at the line
 * of a quota nobody below it has a proposal yet.
 * @param hashOf of the grounds as they are shown.
 */
export function scoredBranches({ values, graded, grading }: YearGrades, result: Result, hashOf: (grounds: Grounds) => string): ReviewedBranch[] {
  const taking = new Map(graded.map((it) => [it.id, it]));
  return values.map(({ subject, value, gaps, vetoes, excluded, grounds }): ReviewedBranch => {
    const part = taking.get(subject);
    return {
      organisation: subject, score: value, gaps: [...gaps], vetoes: vetoes.map(({ veto }) => veto.id), atMost: part?.atMost ?? null, ties: [...(part?.ties ?? [])],
      parts: result.parts.map(({ id }) => ({ part: id, value: grounds.children.find((child) => child.id === id)?.value ?? null })),
      ungraded: part ? null : excluded === null ? 'months' : 'excluded',
      groundsHash: hashOf(grounds), proposed: grading.grades.get(subject) ?? null, grade: null,
    };
  });
}

/** What the grading looks at, of those who take part in it. */
export const gradedOf = (branches: readonly ReviewedBranch[]): Graded[] => branches.filter(({ ungraded }) => ungraded === null)
  .map(({ organisation, score, atMost, ties }) => ({ id: organisation, score, atMost, ties }));
