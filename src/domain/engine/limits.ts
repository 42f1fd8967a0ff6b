import { yearOf } from '#domain/calendar/civil-date.ts';
import { type WindowKey, type WindowKind, windowKinds, windowOf } from '#domain/calendar/window.ts';
import { type Hundredths, roundedQuotient } from '#domain/points/hundredths.ts';
import { isFactValue } from '#domain/schemes/format/value-shapes.ts';
import type { Limit, PointsNode } from '#domain/schemes/scheme.ts';
import { type Checking, type CheckValue, checkValueOf } from './check-values.ts';
import type { Raised } from './evaluation.ts';
import type { Basis } from './measured-values.ts';
import { fits, isUnder, type Posting, posting, sumOf } from './posting.ts';
import { depthOf, type PlacedLimit, type RuleTree, type Stage } from './rule-tree.ts';
import type { SchemeBook } from './scheme-book.ts';
import type { TreeKey } from './subject.ts';

/** What one ceiling took, or one floor gave, in one window; never zero. */
export interface LimitValue extends Posting {
  readonly limit: Limit;
  /** The rule, part or total that it bounds. */
  readonly holder: PointsNode;
  /** What was inside the window before this limit. */
  readonly before: Hundredths;
}

/** What the weight of siblings without a basis adds to a part or a rule that is paid by the fact; never zero. */
export interface RaiseValue extends Posting {
  readonly node: PointsNode;
  readonly before: Hundredths;
  readonly raised: Raised;
}

export interface Bounds {
  readonly limits: readonly LimitValue[];
  readonly raises: readonly RaiseValue[];
  readonly checks: readonly CheckValue[];
}

/**
 * The limits on what one subject has, from the inside out: those of the rules, then of the parts from the deepest up,
 * then of the total; each from the smallest window to the largest, ceiling before floor (A-4). A limit is that of the
 * version in force on the first day of its window (A-5). A window with nothing in it has no limit value: a floor lifts
 * what is there, it does not give a base. What stands within its own limits is then raised by its siblings' weight, and an
 * item that was checked becomes what the check found, before the limits further out.
 */
export function boundsOf(book: SchemeBook, tree: TreeKey, values: readonly Posting[], bases: ReadonlyMap<number, Basis>, checkings: readonly Checking[]): Bounds {
  const limits: LimitValue[] = [];
  const raises: RaiseValue[] = [];
  const checks: CheckValue[] = [];
  for (const { depth, windows } of withDepths(book.stages(tree), checkings)) {
    for (const per of windowKinds.filter((kind) => windows.has(kind))) {
      for (const [window, inside] of byWindow(per, [values, limits, raises, checks])) {
        for (const placed of book.forWindow(window)?.trees.get(tree)?.limits ?? []) {
          const limit = placed.depth === depth && placed.limit.per === per ? bounded(placed, window, inside) : null;
          if (limit === null) continue;
          limits.push(limit);
          // The next limit of the window looks at what this one left.
          inside.push(limit);
        }
      }
    }
    for (const [year, basis] of bases) raises.push(...raisedAt(book.forWindow(String(year))?.trees.get(tree), depth, year, basis, [values, limits, raises, checks]));
    for (const checking of checkings) {
      const basis = checking.depth === depth ? bases.get(checking.year) : undefined;
      if (basis) checks.push(...checkValueOf(checking, basis, [...values, ...limits, ...raises, ...checks]));
    }
  }
  return { limits, raises, checks };
}

/** Where something was checked there is a stage, though nothing is bounded or raised there. */
function withDepths(stages: readonly Stage[], checkings: readonly Checking[]): readonly Stage[] {
  const missing = new Set(checkings.map(({ depth }) => depth).filter((depth) => !stages.some((stage) => stage.depth === depth)));
  return missing.size === 0 ? stages
    : [...stages, ...[...missing].map((depth): Stage => ({ depth, windows: new Set() }))].sort((one, other) => other.depth - one.depth);
}

/** What lies inside each window of a kind, in one go through everything, however many windows there are. */
function byWindow(per: WindowKind, values: readonly (readonly Posting[])[]): Map<WindowKey, Posting[]> {
  const windows = new Map<WindowKey, Posting[]>();
  for (const some of values) {
    for (const value of some) {
      if (!fits(value, per)) continue;
      const window = windowOf(per, value.anchor);
      const inside = windows.get(window);
      if (inside) inside.push(value);
      else windows.set(window, [value]);
    }
  }
  return windows;
}

function bounded({ limit, holder, path }: PlacedLimit, window: WindowKey, inside: readonly Posting[]): LimitValue | null {
  const own = inside.filter((value) => isUnder(value, path));
  if (own.length === 0) return null;
  const before = sumOf(own);
  const value = limit.bound === 'ceiling' ? Math.min(0, limit.value - before) : Math.max(0, limit.value - before);
  return value === 0 ? null : { ...posting(path, window, value), limit, holder, before };
}

/** A measured rule was raised when it was measured, exactly; here are parts and what is paid by the fact. */
function raisedAt(tree: RuleTree | undefined, depth: number, year: number, basis: Basis, values: readonly (readonly Posting[])[]): RaiseValue[] {
  const nodes = (tree?.spreading ?? []).flatMap(({ children }) => children)
    .filter(({ node, path }) => depthOf(node, path) === depth && (node.kind === 'part' || isFactValue(node.value)));
  return nodes.flatMap(({ node, path }): RaiseValue[] => {
    const raised = basis.raised(node);
    if (raised === null) return [];
    const before = sumOf(values.flat().filter((value) => isUnder(value, path) && yearOf(value.anchor) === year));
    const value = roundedQuotient(before * raised.all, raised.present) - before;
    return value === 0 ? [] : [{ ...posting(path, String(year), value), node, before, raised }];
  });
}
