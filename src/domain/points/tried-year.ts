import type { Grounds } from '#domain/engine/evaluation.ts';
import type { Difference } from '#domain/engine/grounds-difference.ts';
import type { Reading } from '#domain/engine/reading.ts';
import { resultOf, type ResultValue } from '#domain/engine/results.ts';
import { gradedOf, gradesOfValues, takesPart } from '#domain/engine/year-grades.ts';
import type { Result } from '#domain/schemes/format/result-shape.ts';
import type { Words } from '#domain/words/words.ts';
import { type FactStep, type Margin, marginsOf } from './grade-margin.ts';
import type { Hundredths } from './hundredths.ts';

/**
 * `excluded` 不参评 · `tooShort` 不定等次 · `noBasis` something required is missing · `undecided` equal at the line of a quota,
 * or below it, until a body decides · `none` below every threshold.
 */
export const standings = ['graded', 'excluded', 'tooShort', 'noBasis', 'undecided', 'none'] as const;
export type Standing = (typeof standings)[number];

export interface TriedGrade {
  readonly value: Hundredths | null;
  readonly standing: Standing;
  readonly grade: Words | null;
  readonly vetoes: Words[];
  /** How near another grade is; of branches only, and where nothing waits for a body. */
  readonly margins: TriedMargins | null;
}

export interface TriedMargin {
  readonly grade: Words | null;
  readonly distance: Hundredths;
  readonly facts: FactStep[] | null;
}
export type TriedMargins = Readonly<Record<'up' | 'down', TriedMargin | null>>;

export interface TriedYear {
  readonly subject: string;
  readonly before: TriedGrade | null;
  readonly after: TriedGrade | null;
  /** Parts of the result that are worth something else. */
  readonly differences: Difference[];
}

/** One side of a trial: the first result of the version of the year for members or for branches, and what each comes to. */
export interface YearSide {
  readonly result: Result;
  readonly values: readonly ResultValue[];
}

/** Null where the scheme of the year has no such result. */
export function yearSide(reading: Reading, of: Result['of'], subjects: readonly string[], year: number): YearSide | null {
  const result = reading.book.forWindow(String(year))?.scheme.results.find((it) => it.of === of);
  return result ? { result, values: subjects.map((id) => resultOf(reading, result, id, year)) } : null;
}

/** Everybody of both sides graded among those given: members among their branch, branches among all. */
export function triedYears(before: YearSide | null, after: YearSide | null): TriedYear[] {
  const grades = [before, after].map((side) => (side === null ? null : gradesIn(side)));
  const subjects = [...new Set([before, after].flatMap((side) => side?.values.map(({ subject }) => subject) ?? []))];
  return subjects.map((subject) => ({
    subject, before: grades[0]?.get(subject) ?? null, after: grades[1]?.get(subject) ?? null,
    differences: partsThatDiffer(groundsOf(before, subject), groundsOf(after, subject)),
  }));
}

function gradesIn({ result, values }: YearSide): ReadonlyMap<string, TriedGrade> {
  const { grading, ungraded } = gradesOfValues(result, values);
  const graded = values.filter((value) => takesPart(result, value)).map((value) => gradedOf(result, value));
  const labels = new Map((result.grades ?? []).map(({ id, label }) => [id, label]));
  return new Map(values.map((value) => {
    const grade = labels.get(grading.grades.get(value.subject) ?? '') ?? null;
    const standing: Standing = value.excluded !== null ? 'excluded' : ungraded.includes(value.subject) ? 'tooShort' : value.value === null ? 'noBasis'
      : grade !== null ? 'graded' : grading.undecided !== null ? 'undecided' : 'none';
    const near = result.of === 'branch' && standing === 'graded' && grading.undecided === null ? marginsOf(result, graded, value.subject, value.grounds) : null;
    const margins = near && { up: withWords(near.up, labels), down: withWords(near.down, labels) };
    return [value.subject, { value: value.value, standing, grade, vetoes: value.vetoes.map(({ veto }) => veto.label), margins }];
  }));
}

/** So many kinds of facts are named; more would tell nobody more. */
const STEPS_KEPT = 12;

const withWords = (margin: Margin | null, labels: ReadonlyMap<string, Words>): TriedMargin | null => margin && {
  grade: labels.get(margin.grade ?? '') ?? null, distance: margin.distance,
  facts: margin.facts === null || margin.facts.length > STEPS_KEPT ? null : [...margin.facts],
};

const groundsOf = (side: YearSide | null, subject: string): Grounds | null => side?.values.find((it) => it.subject === subject)?.grounds ?? null;

function partsThatDiffer(before: Grounds | null, after: Grounds | null): Difference[] {
  const ids = [...new Set([...(after?.children ?? []), ...(before?.children ?? [])].map(({ id }) => id))];
  return ids.flatMap((id): Difference[] => {
    const [was, is] = [before, after].map((tree) => tree?.children.find((it) => it.id === id) ?? null);
    const named = is ?? was;
    if (!named || (was && is && was.value === is.value)) return [];
    return [{ id, label: named.label, before: was?.value ?? null, after: is?.value ?? null, standsIn: !was ? 'after' : !is ? 'before' : 'both' }];
  });
}

/** Whether somebody is graded otherwise. */
export const changesGrade = ({ before, after }: Pick<TriedYear, 'before' | 'after'>): boolean =>
  before?.standing !== after?.standing || before?.grade?.zh !== after?.grade?.zh;
