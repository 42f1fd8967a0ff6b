/** The approved grade of a branch in a year; null: it took part and has none. */
export interface YearGrade {
  readonly organisation: string;
  readonly year: number;
  readonly grade: string | null;
}

export type Movement = 'newBest' | 'risen' | 'recovered' | 'same' | 'lowered';

/** A branch that was graded in two years, from what to what. */
export interface Moved {
  readonly organisation: string;
  readonly from: string;
  readonly to: string;
  readonly movement: Movement;
}

/**
 * How branches moved between two years (S1-25): 先进增量 reached the best grade, 后进转化 left the last ones, 中间提升
 * rose between. Who has no grade in either year is in none of it.
 * @param grades from the best to the last; the last two of four are 后进, else the last one.
 */
export function movements(known: readonly YearGrade[], grades: readonly string[], from: number, to: number): Moved[] {
  const gradeIn = (year: number): ReadonlyMap<string, string> =>
    new Map(known.flatMap((it) => (it.year === year && it.grade !== null && grades.includes(it.grade) ? [[it.organisation, it.grade] as const] : [])));
  const [before, after] = [gradeIn(from), gradeIn(to)];
  return [...before].flatMap(([organisation, was]) => {
    const is = after.get(organisation);
    return is === undefined ? [] : [{ organisation, from: was, to: is, movement: movementOf(grades, was, is) }];
  });
}

const FOUR = 4;

function movementOf(grades: readonly string[], from: string, to: string): Movement {
  const [was, is] = [grades.indexOf(from), grades.indexOf(to)];
  if (is === was) return 'same';
  if (is > was) return 'lowered';
  const behind = grades.length - (grades.length >= FOUR ? 2 : 1);
  return is === 0 ? 'newBest' : was >= behind ? 'recovered' : 'risen';
}
