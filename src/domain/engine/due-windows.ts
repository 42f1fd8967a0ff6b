import { addDays, addMonths, type CivilDate, lastOfMonth, yearOf } from '#domain/calendar/civil-date.ts';
import { firstDayOf, lastDayOf, type WindowKey, type WindowKind, windowOf } from '#domain/calendar/window.ts';
import type { Match } from '#domain/schemes/format/match-shape.ts';
import type { Reading } from './reading.ts';
import { isIncludedThrough } from './inclusion.ts';
import { lastDayBy } from './rule-match.ts';

/** The windows of a kind that lie in a year and have begun, oldest first. */
export function windowsOfYear(kind: WindowKind, year: number, upTo: CivilDate): WindowKey[] {
  const windows = new Set<WindowKey>();
  for (let day = `${year}-01-01`; day <= `${year}-12-31` && day <= upTo; day = addDays(lastDayOf(windowOf(kind, day)), 1)) windows.add(windowOf(kind, day));
  // A week belongs to the year of its Thursday.
  return [...windows].filter((window) => kind !== 'week' || window.startsWith(String(year)));
}

/**
 * Whether a duty of the window is one of the organisation's: it must be there and included on every day of it, and a
 * scheme must be in force when it opens.
 */
export function isDueFrom({ world, book }: Reading, organisation: string, window: WindowKey): boolean {
  const state = world.organisations.get(organisation);
  const first = book.versions[0]?.from;
  if (!state || first === undefined) return false;
  return state.founded <= firstDayOf(window) && (state.dissolved === null || state.dissolved >= lastDayOf(window)) && first <= firstDayOf(window)
    && isIncludedThrough(world, organisation, window);
}

/**
 * The last day on which a duty of the window can still be met: an earlier one where the rule says by when, of the fact or
 * of one of its dates; a later one for self-checks, which are filed in the month after theirs.
 */
export function dueBy(window: WindowKey, { by, where, records }: Match): CivilDate {
  const end = lastDayOf(window);
  if (records?.includes('selfCheck')) return lastOfMonth(addMonths(end.slice(0, 7), 1));
  const asked = [by, ...Object.values(where ?? {}).map((condition) => (typeof condition === 'object' && 'by' in condition ? condition.by : undefined))];
  const days = asked.flatMap((day) => (day === undefined ? [] : [lastDayBy(yearOf(end), day)]));
  return [...days.filter((day) => day >= firstDayOf(window)), end].toSorted()[0] ?? end;
}

/** Party groups that belonged to the branch at the end of any month of the year to date. */
export function groupsOfYear({ world }: Reading, branch: string, year: number): string[] {
  const groups = windowsOfYear('month', year, world.upTo.date)
    .flatMap((month) => world.tree.belowOn(branch, lastDayOf(month))).filter((below) => world.organisations.get(below)?.category === '699');
  return [...new Set(groups)].sort();
}
