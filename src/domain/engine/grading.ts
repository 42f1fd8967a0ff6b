import type { Hundredths } from '#domain/points/hundredths.ts';
import type { Grade } from '#domain/schemes/format/result-shape.ts';

/** Somebody or something that takes part in a grading. */
export interface Graded {
  readonly id: string;
  /** Null: a named gap, so no grade yet. */
  readonly score: Hundredths | null;
  /** The best grade that a veto leaves; `out` leaves none; null without a veto. */
  readonly atMost: string | null;
  /** What tells equal scores apart, the higher first. */
  readonly ties: readonly Hundredths[];
}

export interface Grading {
  /** The grade of each; null where it has none (a gap, out, or below every threshold). */
  readonly grades: ReadonlyMap<string, string | null>;
  /** Places that each grade has; null where it has no quota. */
  readonly places: ReadonlyMap<string, number | null>;
  /** Equal to the last key at the line of a quota: a named body decides which of them get the places left. */
  readonly undecided: { readonly grade: string; readonly tied: readonly string[]; readonly places: number } | null;
}

/**
 * Grades from the best down: candidates have reached the threshold and no veto; places are the quota of all who
 * take part, vetoed ones among them, rounded down. A grade that is only decided is proposed to nobody. What is equal to the last key goes down together, or waits for a body.
 * @param decided who was given the places of a grade by the body that decides, by grade.
 */
export function gradesOf(
  grades: readonly Grade[], tied: 'decide' | 'togetherDown', subjects: readonly Graded[], decided: ReadonlyMap<string, readonly string[]> = new Map(),
): Grading {
  const places = new Map(grades.map((grade) => [grade.id, grade.quota === undefined ? null : placesOf(grade.quota, subjects.length)]));
  const given = new Map<string, string | null>(subjects.map(({ id }) => [id, null]));
  let waiting = subjects.filter((one): one is Graded & { score: number } => one.score !== null && one.atMost !== 'out').toSorted(byRank);
  for (const [at, grade] of grades.entries()) {
    if (grade.decided) continue;
    const able = waiting.filter((one) => one.score >= (grade.atLeast ?? -Infinity) && !isBarred(grades, one, at));
    const line = fill(able, places.get(grade.id) ?? able.length, tied, decided.get(grade.id) ?? []);
    for (const { id } of line.taken) given.set(id, grade.id);
    if (line.tied.length > 0) {
      return { grades: given, places, undecided: { grade: grade.id, tied: line.tied.map(({ id }) => id), places: line.left } };
    }
    waiting = waiting.filter((one) => !line.taken.includes(one));
  }
  return { grades: given, places, undecided: null };
}

/** Floor of a quota such as 1/3 or 30% of so many: of 8 a third is 2 (D-23). */
export function placesOf(quota: string, among: number): number {
  if (quota.endsWith('%')) return Math.floor((Math.round(Number(quota.slice(0, -1)) * 100) * among) / 10_000);
  const [above = 0, below = 1] = quota.split('/').map(Number);
  return Math.floor((above * among) / below);
}

function isBarred(grades: readonly Grade[], { atMost }: Graded, at: number): boolean {
  return atMost !== null && grades.findIndex(({ id }) => id === atMost) > at;
}

function fill<G extends Graded>(able: readonly G[], places: number, tied: 'decide' | 'togetherDown', decided: readonly string[]) {
  const none: readonly G[] = [];
  if (able.length <= places) return { taken: able, tied: none, left: 0 };
  const [last, next] = [able[places - 1], able[places]];
  if (last === undefined || next === undefined) return { taken: none, tied: none, left: 0 };
  if (byRank(last, next) !== 0) return { taken: able.slice(0, places), tied: none, left: 0 };
  const safe = able.filter((one) => byRank(one, last) < 0);
  if (tied === 'togetherDown') return { taken: safe, tied: none, left: 0 };
  const equal = able.filter((one) => byRank(one, last) === 0);
  const chosen = equal.filter(({ id }) => decided.includes(id));
  const left = places - safe.length;
  return chosen.length === left ? { taken: [...safe, ...chosen], tied: none, left: 0 } : { taken: safe, tied: equal, left };
}

/** The better first; 0 where nothing tells two apart. */
function byRank(one: Graded, other: Graded): number {
  const keys = (it: Graded): readonly number[] => [it.score ?? -Infinity, ...it.ties];
  const [mine, theirs] = [keys(one), keys(other)];
  for (const [at, key] of mine.entries()) if (key !== theirs[at]) return (theirs[at] ?? -Infinity) - key;
  return 0;
}
