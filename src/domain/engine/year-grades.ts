import type { Result } from '#domain/schemes/format/result-shape.ts';
import type { Grounds } from './evaluation.ts';
import { type Graded, gradesOf, type Grading } from './grading.ts';
import type { Reading } from './reading.ts';
import { resultOf, type ResultValue } from './results.ts';

/** What a year comes to for all who are judged under one result. */
export interface YearGrades {
  readonly values: readonly ResultValue[];
  /** The proposal by score (建议等次); those below are in none of it, nor in the number of places. */
  readonly grading: Grading;
  /** 不定等次: there for too few months, or by rule not evaluated. */
  readonly ungraded: readonly string[];
}

/**
 * Results and proposed grades of a year. Who was there for fewer months than the scheme asks, or is not evaluated by
 * rule, has no grade and makes no places; who is vetoed makes places and takes none above his veto.
 * @param decided who was given the places of a grade by the body that decides among equals, by grade.
 */
export function gradesOfYear(
  reading: Reading, result: Result, subjects: readonly string[], year: number, decided: ReadonlyMap<string, readonly string[]> = new Map(),
): YearGrades {
  return gradesOfValues(result, subjects.map((id) => resultOf(reading, result, id, year)), decided);
}

/** The same of results that are there already: whoever reads branch by branch grades them together at the end. */
export function gradesOfValues(result: Result, values: readonly ResultValue[], decided: ReadonlyMap<string, readonly string[]> = new Map()): YearGrades {
  const graded = values.filter((value) => takesPart(result, value)).map((value) => gradedOf(result, value));
  return {
    values, ungraded: values.filter((value) => !takesPart(result, value)).map(({ subject }) => subject),
    grading: gradesOf(result.grades ?? [], result.tied ?? 'decide', graded, decided),
  };
}

/** Evaluated by rule, and there for as many months as the scheme asks; who does not take part makes no places. */
export const takesPart = ({ monthsLeast = 0 }: Result, { excluded, months }: ResultValue): boolean => excluded === null && months >= monthsLeast;

/** Lower than anything that is counted: what tells equals apart and has no basis. */
const LOWEST = -10_000_000;

/** What the grading looks at: the score, the strictest veto, and what tells equals apart. */
export function gradedOf({ grades = [], ties = [] }: Result, { subject, value, vetoes, grounds }: ResultValue): Graded {
  const best = (atMost: string): number => (atMost === 'out' ? grades.length : grades.findIndex(({ id }) => id === atMost));
  const [strictest] = vetoes.map(({ veto }) => veto.atMost).toSorted((one, other) => best(other) - best(one));
  return { id: subject, score: value, atMost: strictest ?? null, ties: ties.map((id) => below(grounds, id)?.value ?? LOWEST) };
}

function below(grounds: Grounds, id: string): Grounds | null {
  return grounds.id === id ? grounds : grounds.children.reduce<Grounds | null>((found, child) => found ?? below(child, id), null);
}
