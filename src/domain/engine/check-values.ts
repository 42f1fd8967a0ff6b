import { yearOf } from '#domain/calendar/civil-date.ts';
import { type Hundredths, roundedQuotient } from '#domain/points/hundredths.ts';
import type { PointsNode } from '#domain/schemes/scheme.ts';
import { lastDayAsked } from './asked.ts';
import { type CheckedMark, checkedMarks, monthsGone } from './checked-marks.ts';
import type { MeasureUnit } from './evaluation.ts';
import type { Basis, ShareValue } from './measured-values.ts';
import { isUnder, type Posting, posting, sumOf } from './posting.ts';
import type { Reading } from './reading.ts';
import { depthOf, fullOf } from './rule-tree.ts';
import type { Subject } from './subject.ts';

/** What a check adds to an item, or takes from it, beside what facts make of it. */
export interface CheckValue extends Posting {
  readonly node: PointsNode;
  readonly found: CheckedMark;
  /** What facts make of the item now. */
  readonly before: Hundredths;
  /** Out of how much the item is now. */
  readonly full: Hundredths | null;
  /** The difference found, times `atCheck` ÷ `now`: whole months at the check, and gone by now; both 1 where the item does not grow by time. */
  readonly months: { readonly atCheck: number; readonly now: number };
}

/** An item of the year that a check has marked, waiting for what facts make of it. */
export interface Checking {
  readonly node: PointsNode;
  readonly path: readonly string[];
  readonly depth: number;
  readonly year: number;
  readonly found: CheckedMark & { readonly computed: Hundredths };
  readonly months: CheckValue['months'];
}

/** Of these there is more to count in December than in March. */
const growing: ReadonlySet<MeasureUnit> = new Set(['times', 'windows', 'sum']);

/** Whether a share is made of a part of the year; what is asked once a year is the same in every month. */
const growsWithYear = ({ placed: { rule: { value } }, measured: { unit } }: ShareValue): boolean =>
  growing.has(unit) && !(value.kind === 'duty' && value.per === 'year');

/**
 * The items of a branch that checks of a year marked. One that only a check marks is none of them: there the mark stands
 * as the measure itself (`measured-values.ts`).
 */
export function checkingsOf(reading: Reading, subject: Subject, year: number, shares: readonly ShareValue[]): readonly Checking[] {
  const total = reading.book.forWindow(String(year))?.trees.get(subject.tree)?.total;
  const marks = checkedMarks(reading, subject, year);
  if (!total || marks.size === 0) return [];
  const placed = total.children.flatMap((aspect) => (aspect.kind === 'rule' ? [{ node: aspect, path: [aspect.id] }]
    : aspect.children.map((node) => ({ node, path: [aspect.id, node.id] }))));
  return placed.flatMap(({ node, path }): Checking[] => {
    const found = marks.get(node.id);
    if (!found || found.computed === null) return [];
    const grows = shares.some((share) => share.year === year && share.placed.path.includes(node.id) && growsWithYear(share));
    const atCheck = grows ? found.months : 1;
    const now = grows ? Math.max(atCheck, monthsGone(year, lastDayAsked({ reading, year }))) : 1;
    return [{ node, path, depth: depthOf(node, path), year, found: { ...found, computed: found.computed }, months: { atCheck, now } }];
  });
}

/**
 * 核定分 in the place of the computed one: the item is what facts make of it now, and the difference that was found, which
 * keeps the weight of its months in the year. At the check that is the checked mark to the hundredth; months after it count
 * as facts prove them. Never below nothing or above its full mark.
 * @param inside what stands under the item so far, its own limits and what siblings add to it among them.
 */
export function checkValueOf({ node, path, year, found, months }: Checking, basis: Basis, inside: readonly Posting[]): CheckValue[] {
  if (!basis.has(node)) return [];
  const before = sumOf(inside.filter((value) => isUnder(value, path) && yearOf(value.anchor) === year));
  const full = raisedFullOf(node, basis);
  const difference = found.checked - found.computed;
  const [above, below] = full === null || found.full === null || found.full === 0 ? [1, 1] : [full, found.full];
  const moved = before + roundedQuotient(difference * above * months.atCheck, below * months.now);
  const bounded = difference === 0 ? before : Math.max(0, full === null ? moved : Math.min(full, moved));
  return [{ ...posting(path, String(year), bounded - before), node, found, before, full, months }];
}

function raisedFullOf(node: PointsNode, basis: Basis): Hundredths | null {
  const full = fullOf(node);
  const raised = basis.raised(node);
  return full === null || raised === null ? full : roundedQuotient(full * raised.all, raised.present);
}
