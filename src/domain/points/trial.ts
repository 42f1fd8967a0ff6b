import type { Grounds } from '#domain/engine/evaluation.ts';
import { explain } from '#domain/engine/explain.ts';
import { type Difference, differencesOf } from '#domain/engine/grounds-difference.ts';
import type { Reading } from '#domain/engine/reading.ts';
import { type SchemeBook, schemeBook } from '#domain/engine/scheme-book.ts';
import type { Subject } from '#domain/engine/subject.ts';
import { pointsOf } from '#domain/engine/subject-points.ts';
import type { World } from '#domain/engine/world.ts';
import type { AdoptedScheme, Scheme } from '#domain/schemes/scheme.ts';
import type { Hundredths } from './hundredths.ts';

/** What a trial holds against each other: the versions as they were in force, and the draft in force for the whole year. */
export interface TrialBooks {
  readonly before: SchemeBook;
  readonly after: SchemeBook;
}

/**
 * The draft takes the place of every version of the year (A-5 previewed): what it would have come to, had it been in
 * force from the first of January. Versions before the year stay, because weeks and meetings reach over its edge.
 */
export function trialBooks(adopted: readonly AdoptedScheme[], draft: Scheme, year: number): TrialBooks {
  const begins = `${year}-01-01`;
  return { before: schemeBook(adopted), after: schemeBook([...adopted.filter(({ from }) => from < begins), { scheme: draft, from: begins }]) };
}

export const outcomes = ['gains', 'loses', 'unchanged', 'incomparable'] as const;
/** `incomparable`: one of the two has no total (依据不足), or is not evaluated where the other is. */
export type Outcome = (typeof outcomes)[number];

export function outcomeOf(before: Hundredths | null, after: Hundredths | null): Outcome {
  if (before === null || after === null) return 'incomparable';
  return after > before ? 'gains' : after < before ? 'loses' : 'unchanged';
}

export interface Tried {
  readonly before: Hundredths | null;
  readonly after: Hundredths | null;
  readonly outcome: Outcome;
  /** By rule not evaluated (不参评), which is no missing basis. */
  readonly excluded: { readonly before: boolean; readonly after: boolean };
  readonly differences: readonly Difference[];
}

/** Both grounds of one subject's year, from the same facts. */
export function triedGrounds(world: World, { before, after }: TrialBooks, subject: Subject, year: number): { readonly before: Grounds | null; readonly after: Grounds | null } {
  return { before: groundsIn({ world, book: before }, subject, year), after: groundsIn({ world, book: after }, subject, year) };
}

const groundsIn = (reading: Reading, subject: Subject, year: number): Grounds | null => explain(reading, subject, year, pointsOf(reading, subject));

export function triedOf(grounds: { readonly before: Grounds | null; readonly after: Grounds | null }): Tried {
  const before = grounds.before?.value ?? null;
  const after = grounds.after?.value ?? null;
  const excluded = { before: isExcluded(grounds.before), after: isExcluded(grounds.after) };
  // Who is evaluated under neither is touched by neither.
  const outcome = excluded.before && excluded.after ? 'unchanged' : outcomeOf(before, after);
  return { before, after, outcome, excluded, differences: excluded.before && excluded.after ? [] : differencesOf(grounds.before, grounds.after) };
}

const isExcluded = (grounds: Grounds | null): boolean => grounds?.how.kind === 'excluded';

/** How many of a group gain and lose. */
export interface Tally<Key> {
  readonly key: Key;
  readonly count: number;
  readonly of: Readonly<Record<Outcome, number>>;
}

/** Groups in the order in which they first appear. */
export function talliesBy<Row extends { readonly outcome: Outcome }, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Tally<Key>[] {
  const groups = new Map<Key, Record<Outcome, number>>();
  for (const row of rows) {
    const key = keyOf(row);
    const counts = groups.get(key) ?? { gains: 0, loses: 0, unchanged: 0, incomparable: 0 };
    counts[row.outcome] += 1;
    groups.set(key, counts);
  }
  return [...groups].map(([key, of]) => ({ key, of, count: outcomes.reduce((sum, outcome) => sum + of[outcome], 0) }));
}
