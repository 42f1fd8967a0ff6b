import { yearOf } from '#domain/calendar/civil-date.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { PointsNode, PointsPart } from '#domain/schemes/scheme.ts';
import type { PersonTotal } from './evaluation.ts';
import type { ShareValue } from './measured-values.ts';
import { isUnder, type Posting, sumOf } from './posting.ts';
import { lastDayAsked } from './asked.ts';
import { classOn } from './member-class.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './subject.ts';

/** What a rule, a part or the total comes to in one year, and the required rules in it that have no basis. */
export interface NodeTotal {
  readonly value: Hundredths | null;
  readonly gaps: readonly string[];
  /** Nothing in it was asked before the day of inclusion (未纳入): it is missing, and no gap. */
  readonly outside: boolean;
}

/** What totals are made of. */
export interface CountedPoints {
  readonly subject: Subject;
  readonly shares: readonly ShareValue[];
  /** Whatever counts, as the totals add it up. */
  readonly postings: readonly Posting[];
  /** What confirming everything would add, before limits. */
  readonly waiting: readonly Posting[];
}

/** The points of one member in one year; null when no scheme was in force in it. Who is out has no total (不参评). */
export function totalOf(reading: Reading, points: CountedPoints, year: number): Omit<PersonTotal, 'person'> | null {
  const total = reading.book.forWindow(String(year))?.trees.get(points.subject.tree)?.total;
  if (!total) return null;
  const excluded = exclusionOf(reading, points, year);
  const own = yearOfPoints(points, year);
  const { value, gaps } = nodeTotal(total, [], own);
  return {
    year,
    total: excluded === null ? value : null,
    parts: total.children.map((part) => ({ part: part.id, value: nodeTotal(part, [part.id], own).value })),
    proposed: sumOf(points.waiting.filter(({ anchor }) => yearOf(anchor) === year)),
    gaps: excluded === null ? gaps : [],
    excluded,
  };
}

/** The class by which a member has no total in the year, as of the last day known of it. */
export function exclusionOf(reading: Reading, { subject }: Pick<CountedPoints, 'subject'>, year: number): string | null {
  if (subject.kind === 'branch') return null;
  const found = classOn(reading, subject.id, lastDayAsked({ reading, year }));
  return found !== null && (found.are === 'out' || found.are === 'otherwise') ? found.id : null;
}

/** What stands in one year of somebody's points, taken out once and not for each node of the tree. */
export interface YearOfPoints {
  readonly postings: readonly Posting[];
  readonly shares: readonly ShareValue[];
}

export const yearOfPoints = ({ postings, shares }: CountedPoints, year: number): YearOfPoints =>
  ({ postings: postings.filter(({ anchor }) => yearOf(anchor) === year), shares: shares.filter((share) => share.year === year) });

/**
 * A node is the sum of everything that stands under it in the year. It is null while something required in it has no
 * basis, and where nothing at all stands under it because a share had no basis: never zero in disguise.
 */
export function nodeTotal(node: PointsNode, path: readonly string[], own: YearOfPoints): NodeTotal {
  const under = own.postings.filter((value) => isUnder(value, path));
  if (node.kind === 'rule') {
    const share = own.shares.find(({ placed }) => placed.rule.id === node.id);
    return { value: share?.value === null ? null : sumOf(under), gaps: [], outside: share?.how.kind === 'noBasis' && share.how.missing === 'notIncluded' };
  }
  const children = node.children.map((child) => ({ child, ...nodeTotal(child, [...path, child.id], own) }));
  // Where one child stands for all, the others may be empty.
  const empty = node.choose !== null && children.some(({ value }) => value !== null) ? [] : children.filter(({ value }) => value === null);
  const gaps = empty.flatMap((one) => (one.gaps.length > 0 ? one.gaps : isRequired(one.child, node) && !one.outside ? [one.child.id] : []));
  const silent = empty.length > 0 && under.length === 0;
  return { value: gaps.length > 0 || silent ? null : sumOf(under), gaps, outside: silent && gaps.length === 0 && empty.every((one) => one.outside) };
}

/** A part that does not say what becomes of a share without a basis requires it. */
function isRequired(child: PointsNode, { missing }: PointsPart): boolean {
  return missing === 'required' || (missing === null && child.kind === 'rule');
}
