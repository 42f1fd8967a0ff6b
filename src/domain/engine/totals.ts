import { yearOf } from '#domain/calendar/civil-date.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { PointsNode, PointsPart } from '#domain/schemes/scheme.ts';
import type { PersonTotal } from './evaluation.ts';
import type { PersonPoints } from './person-points.ts';
import { isUnder, sumOf } from './posting.ts';
import type { Reading } from './reading.ts';

/** What a rule, a part or the total comes to in one year, and the required rules in it that have no basis. */
export interface NodeTotal {
  readonly value: Hundredths | null;
  readonly gaps: readonly string[];
}

/** The points of one person in one year; null when no scheme was in force in it. */
export function totalOf({ book }: Reading, points: PersonPoints, year: number): PersonTotal | null {
  const total = book.forWindow(String(year))?.scheme.points;
  if (!total) return null;
  const { value, gaps } = nodeTotal(total, [], points, year);
  return {
    person: points.person,
    year,
    total: value,
    parts: total.children.map((part) => ({ part: part.id, value: nodeTotal(part, [part.id], points, year).value })),
    proposed: sumOf(points.waiting.filter(({ anchor }) => yearOf(anchor) === year)),
    gaps,
  };
}

/**
 * A node is the sum of everything that stands under it in the year. It is null while something required in it has no
 * basis, and where nothing at all stands under it because a share had no basis: never zero in disguise.
 */
export function nodeTotal(node: PointsNode, path: readonly string[], points: PersonPoints, year: number): NodeTotal {
  const under = points.postings.filter((value) => yearOf(value.anchor) === year && isUnder(value, path));
  if (node.kind === 'rule') {
    const share = points.shares.find((one) => one.year === year && one.placed.rule.id === node.id);
    return { value: share?.value === null ? null : sumOf(under), gaps: [] };
  }
  const children = node.children.map((child) => ({ child, ...nodeTotal(child, [...path, child.id], points, year) }));
  const empty = children.filter(({ value }) => value === null);
  const gaps = empty.flatMap((one) => (one.gaps.length > 0 ? one.gaps : isRequired(one.child, node) ? [one.child.id] : []));
  const silent = empty.length > 0 && under.length === 0;
  return { value: gaps.length > 0 || silent ? null : sumOf(under), gaps };
}

/** A part that does not say what becomes of a share without a basis requires it. */
function isRequired(child: PointsNode, { missing }: PointsPart): boolean {
  return missing === 'required' || (missing === null && child.kind === 'rule');
}
