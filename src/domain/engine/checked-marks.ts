import { type CivilDate, lastOfMonth, monthOf, yearOf } from '#domain/calendar/civil-date.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import { isConfirmedSheet } from './check-sheet.ts';
import { once } from './once.ts';
import type { Reading } from './reading.ts';
import type { Fact } from './standing.ts';
import type { Subject } from './subject.ts';

/** What a check found of an item of a branch. */
export interface CheckedMark {
  readonly sheet: Fact<'checkSheet'>;
  readonly checked: Hundredths;
  /** What facts had made of it on the day, before any check; null: only a check marks it. */
  readonly computed: Hundredths | null;
  /** Out of how much both are. */
  readonly full: Hundredths | null;
  /** Whole months of the year that had gone by then, at least one. */
  readonly months: number;
}

/** What checks of a year found in a branch, by item; of several sheets on an item the latest stands alone. */
export function checkedMarks(reading: Reading, subject: Subject, year: number): ReadonlyMap<string, CheckedMark> {
  if (subject.kind !== 'branch' || subject.tree !== 'indicators') return none;
  return once(reading, subject.id, `checks ${year}`, () => findChecks(reading, subject.id, year));
}

const none: ReadonlyMap<string, CheckedMark> = new Map();

function findChecks({ world }: Reading, branch: string, year: number): Map<string, CheckedMark> {
  const sheets = (world.checkSheetsOf.get(branch) ?? [])
    .filter(({ state }) => yearOf(state.window) === year && state.day <= world.upTo.date && isConfirmedSheet(state))
    .toSorted((one, other) => (one.state.day === other.state.day ? one.seq - other.seq : one.state.day < other.state.day ? -1 : 1));
  return new Map(sheets.flatMap((sheet) => sheet.state.items.flatMap(({ item, checked, computed, full }): [string, CheckedMark][] =>
    (checked === null ? [] : [[item, { sheet, checked, computed, full, months: Math.max(1, monthsGone(year, sheet.state.date)) }]]))));
}

/** Whole months of a year that are over on a day. */
export function monthsGone(year: number, day: CivilDate): number {
  if (yearOf(day) !== year) return yearOf(day) > year ? 12 : 0;
  return day >= lastOfMonth(day) ? monthOf(day) : monthOf(day) - 1;
}
