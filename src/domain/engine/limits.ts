import { type WindowKey, windowOf } from '#domain/calendar/window.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { Limit, PointsNode } from '#domain/schemes/scheme.ts';
import { isInside, isUnder, type Posting, posting, sumOf } from './posting.ts';
import type { PlacedLimit, SchemeBook } from './scheme-book.ts';

/** What one ceiling took, or one floor gave, in one window; never zero. */
export interface LimitValue extends Posting {
  readonly limit: Limit;
  /** The rule, part or total that it bounds. */
  readonly holder: PointsNode;
  /** What was inside the window before this limit. */
  readonly before: Hundredths;
}

/**
 * The limits on what one person has, from the inside out: those of the rules, then of the parts from the deepest up,
 * then of the total; each from the smallest window to the largest, ceiling before floor. A limit is that of the
 * version in force on the first day of its window. A window with nothing in it has no limit value: a floor lifts
 * what is there, it does not give a base.
 */
export function limitValuesOf(book: SchemeBook, values: readonly Posting[]): LimitValue[] {
  const taken: LimitValue[] = [];
  for (const { depth, per } of book.limitStages) {
    for (const window of new Set([...values, ...taken].map(({ anchor }) => windowOf(per, anchor)))) {
      for (const placed of book.forWindow(window)?.limits ?? []) {
        if (placed.depth === depth && placed.limit.per === per) taken.push(...bounded(placed, window, [...values, ...taken]));
      }
    }
  }
  return taken;
}

function bounded({ limit, holder, path }: PlacedLimit, window: WindowKey, values: readonly Posting[]): LimitValue[] {
  const inside = values.filter((value) => isUnder(value, path) && isInside(value, window));
  if (inside.length === 0) return [];
  const before = sumOf(inside);
  const value = limit.bound === 'ceiling' ? Math.min(0, limit.value - before) : Math.max(0, limit.value - before);
  return value === 0 ? [] : [{ ...posting(path, window, value), limit, holder, before }];
}
