import type { Hundredths } from '#domain/points/hundredths.ts';
import type { Words } from '#domain/words/words.ts';
import type { Grounds } from './evaluation.ts';

/** A rule, or what a limit, a base or a part by itself does, that is worth something else under another scheme. */
export interface Difference {
  readonly id: string;
  readonly label: Words;
  /** Null: without a basis, or not there at all. */
  readonly before: Hundredths | null;
  readonly after: Hundredths | null;
  readonly standsIn: 'both' | 'before' | 'after';
}

/**
 * Why two totals of the same subject differ: what stands lowest in the two trees and has another value. Parts that add up
 * their children are gone through, so that as long as both totals have a basis the differences add up to theirs.
 */
export function differencesOf(before: Grounds | null, after: Grounds | null): Difference[] {
  if (before !== null && after !== null && addsUp(before) && addsUp(after)) {
    const inside = pairs(before, after).flatMap((pair) => differencesOf(pair.before, pair.after));
    if (inside.length > 0) return inside;
  } else {
    const one = before ?? after;
    if (one !== null && (before === null || after === null) && addsUp(one)) {
      return one.children.flatMap((child) => (before === null ? differencesOf(null, child) : differencesOf(child, null)));
    }
  }
  return isAlike(before, after) ? [] : difference(before, after);
}

const addsUp = ({ how, rule }: Grounds): boolean => how.kind === 'sum' && rule === null;

/** Without a basis and worth nothing are two things where a rule stands in both; one that stands in a single tree counts for what it gives. */
function isAlike(before: Grounds | null, after: Grounds | null): boolean {
  if (before !== null && after !== null) return before.value === after.value;
  return ((before ?? after)?.value ?? 0) === 0;
}

function difference(before: Grounds | null, after: Grounds | null): Difference[] {
  const named = after ?? before;
  if (named === null) return [];
  return [{
    id: named.id, label: named.label, before: before?.value ?? null, after: after?.value ?? null,
    standsIn: before === null ? 'after' : after === null ? 'before' : 'both',
  }];
}

/** The children of both under the same id, in the order of the later tree, what is gone at the end. */
function pairs(before: Grounds, after: Grounds): { before: Grounds | null; after: Grounds | null }[] {
  const earlier = new Map(before.children.map((child) => [child.id, child]));
  const kept = new Set(after.children.map(({ id }) => id));
  return [
    ...after.children.map((child) => ({ before: earlier.get(child.id) ?? null, after: child })),
    ...before.children.filter(({ id }) => !kept.has(id)).map((child) => ({ before: child, after: null })),
  ];
}
