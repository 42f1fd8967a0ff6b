import type { Grounds, How } from '#domain/engine/evaluation.ts';
import { type Graded, gradesOf } from '#domain/engine/grading.ts';
import type { Result } from '#domain/schemes/format/result-shape.ts';
import type { Words } from '#domain/words/words.ts';
import { type Hundredths, roundedQuotient } from './hundredths.ts';

/** One fact more or less in an item: what that is worth in the result, and how often it can happen. */
export interface FactStep {
  readonly id: string;
  readonly label: Words;
  readonly each: Hundredths;
  readonly times: number;
}

/** How far one is from another grade while all others stay where they are. */
export interface Margin {
  /** The grade on the other side; null where there is none below. */
  readonly grade: string | null;
  readonly distance: Hundredths;
  /** The fewest facts that bring it about, the heaviest first; null where all of them together do not. */
  readonly facts: readonly FactStep[] | null;
}

export interface Margins {
  /** The next better and the next worse grade; null where there is none. */
  readonly up: Margin | null;
  readonly down: Margin | null;
}

/**
 * 差距: by how little a grade would be another one. A higher score never lowers the own grade (P11), so the least
 * distance is found by halving.
 * @param grounds of the result, in which single facts are weighed; a limit beside them may make a fact worth less, never more.
 */
export function marginsOf({ grades = [], tied = 'decide' }: Result, graded: readonly Graded[], subject: string, grounds: Grounds): Margins {
  const own = graded.find(({ id }) => id === subject);
  if (own === undefined || own.score === null) return { up: null, down: null };
  const { score } = own;
  const ids = grades.map(({ id }) => id);
  const rank = (change: Hundredths): number => {
    const found = gradesOf(grades, tied, graded.map((it) => (it.id === subject ? { ...it, score: score + change } : it))).grades.get(subject) ?? null;
    return found === null ? ids.length : ids.indexOf(found);
  };
  const now = rank(0);
  const margin = (sign: 1 | -1, most: Hundredths): Margin | null => {
    const passes = (distance: Hundredths): boolean => (sign === 1 ? rank(distance) < now : rank(-distance) > now);
    if (most <= 0 || !passes(most)) return null;
    const distance = least(passes, most);
    return { grade: ids[rank(sign * distance)] ?? null, distance, facts: fewest(stepsIn(grounds, sign), distance) };
  };
  return { up: margin(1, FARTHEST), down: margin(-1, score) };
}

/** Farther than any two scores of one result lie apart. */
const FARTHEST = 20_000;

/** The least distance that passes, where every greater one does as well. */
function least(passes: (distance: Hundredths) => boolean, most: Hundredths): Hundredths {
  let [fails, works] = [0, most];
  while (works - fails > 1) {
    const middle = fails + Math.floor((works - fails) / 2);
    if (passes(middle)) works = middle;
    else fails = middle;
  }
  return works;
}

/** The heaviest facts until they reach the distance; null where all of them fall short. */
function fewest(steps: readonly FactStep[], distance: Hundredths): readonly FactStep[] | null {
  const taken: FactStep[] = [];
  let left = distance;
  for (const step of steps.toSorted((one, other) => other.each - one.each)) {
    if (left <= 0) break;
    const times = Math.min(step.times, Math.ceil(left / step.each));
    taken.push({ ...step, times });
    left -= times * step.each;
  }
  return left > 0 ? null : taken;
}

const WHOLE = 10_000;

/** What one fact more (or less) would change in the result, item by item, through the weights above it. */
export function stepsIn(grounds: Grounds, sign: 1 | -1, weight = WHOLE): FactStep[] {
  const own = stepOf(grounds, sign);
  const each = own === null ? 0 : roundedQuotient(own.each * weight, WHOLE);
  if (own !== null && each > 0 && own.times > 0) return [{ id: grounds.id, label: grounds.label, each, times: own.times }];
  const { how, children } = grounds;
  const under = how.kind === 'choose' ? children.filter(({ id }) => id === how.chosen) : children;
  return under.flatMap((child) => stepsIn(child, sign, weightFor(how, child.id, weight)));
}

function weightFor(how: How, id: string, weight: number): number {
  if (how.kind !== 'weigh') return weight;
  const own = how.weights.find((it) => it.id === id)?.weight ?? WHOLE;
  return how.spread === 0 ? 0 : roundedQuotient(weight * own, how.spread);
}

function stepOf({ how, value }: Grounds, sign: 1 | -1): { readonly each: Hundredths; readonly times: number } | null {
  switch (how.kind) {
    case 'measured': return how.whole === 0 || how.unit === 'sum' || how.unit === 'ballots' || how.unit === 'points' ? null
      : { each: roundedQuotient(how.full, how.whole), times: sign === 1 ? how.whole - how.part : how.part };
    case 'share': {
      const credited = Math.floor(how.creditHundredths / 100);
      return how.expected === 0 ? null : { each: roundedQuotient(how.full, how.expected), times: sign === 1 ? how.expected - credited : credited };
    }
    case 'each': return { each: Math.abs(how.each), times: sign === 1 && how.each > 0 ? 0 : how.times };
    case 'fact': return value === null || value === 0 || (sign === 1) === (value > 0) ? null : { each: Math.abs(value), times: 1 };
    default: return null;
  }
}
