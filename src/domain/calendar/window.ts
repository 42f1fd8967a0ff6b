import {
  addDays, type CivilDate, daysBetween, firstOfMonth, lastOfMonth, monthOf, type Period, weekday, yearOf,
} from './civil-date.ts';

export type WindowKind = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';
/** '2026-11-16', '2026-W47', '2026-11', '2026-Q4', '2026-H2' or '2026'; the key alone says of what kind it is. */
export type WindowKey = string;

/** From the smallest to the largest: the order in which limits are applied. */
export const windowKinds: readonly WindowKind[] = ['day', 'week', 'month', 'quarter', 'half', 'year'];

/** The key of the window of this kind in which the day lies. A week is the ISO week: Monday to Sunday. */
export function windowOf(kind: WindowKind, day: CivilDate): WindowKey {
  switch (kind) {
    case 'day': return day;
    case 'week': return isoWeekOf(day);
    case 'month': return day.slice(0, 7);
    case 'quarter': return `${day.slice(0, 4)}-Q${Math.ceil(monthOf(day) / 3)}`;
    case 'half': return `${day.slice(0, 4)}-H${Math.ceil(monthOf(day) / 6)}`;
    case 'year': return day.slice(0, 4);
  }
}

export function firstDayOf(window: WindowKey): CivilDate {
  const number = Number(window.slice(6));
  switch (kindOf(window)) {
    case 'day': return window;
    case 'week': return addDays(mondayOfFirstWeek(yearOf(window)), (number - 1) * 7);
    case 'month': return firstOfMonth(window);
    case 'quarter': return firstOfMonth(monthKey(window, number * 3 - 2));
    case 'half': return firstOfMonth(monthKey(window, number * 6 - 5));
    case 'year': return `${window}-01-01`;
  }
}

export function lastDayOf(window: WindowKey): CivilDate {
  const number = Number(window.slice(6));
  switch (kindOf(window)) {
    case 'day': return window;
    case 'week': return addDays(firstDayOf(window), 6);
    case 'month': return lastOfMonth(window);
    case 'quarter': return lastOfMonth(monthKey(window, number * 3));
    case 'half': return lastOfMonth(monthKey(window, number * 6));
    case 'year': return `${window}-12-31`;
  }
}

/**
 * The day that decides in which larger windows a window lies. It is the first day, but for a week its Thursday, as in
 * ISO 8601: week 2026-W53 belongs to 2026 whole, although it ends in January.
 */
export function anchorOf(window: WindowKey): CivilDate {
  return kindOf(window) === 'week' ? addDays(firstDayOf(window), 3) : firstDayOf(window);
}

/**
 * The day by which a fact finds its windows: its own day where that lies in its period, else the nearest day of the
 * period. So a meeting of 2026 that is held in January 2027 lies in December's windows, and days nest in months.
 */
export function windowDayOf(day: CivilDate, period: Period): CivilDate {
  if (day.startsWith(period)) return day;
  return day < period ? firstOfMonth(period) : lastOfMonth(period);
}

export function kindOf(window: WindowKey): WindowKind {
  if (window.length === 10) return 'day';
  if (window.length === 4) return 'year';
  switch (window[5]) {
    case 'W': return 'week';
    case 'Q': return 'quarter';
    case 'H': return 'half';
    default: return 'month';
  }
}

function isoWeekOf(day: CivilDate): WindowKey {
  const thursday = addDays(day, 4 - weekday(day));
  const week = Math.floor(daysBetween(mondayOfFirstWeek(yearOf(thursday)), thursday) / 7) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

/** The first ISO week of a year is the one with 4 January in it. */
function mondayOfFirstWeek(year: number): CivilDate {
  const fourth = `${String(year).padStart(4, '0')}-01-04`;
  return addDays(fourth, 1 - weekday(fourth));
}

function monthKey(window: WindowKey, month: number): Period {
  return `${window.slice(0, 4)}-${String(month).padStart(2, '0')}`;
}
