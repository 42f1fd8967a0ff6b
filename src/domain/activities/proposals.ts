import { holidayAmong } from '#domain/calendar/marked-days.ts';
import type { HolidayName } from '#domain/calendar/working-days.ts';
import type { ArrangementMonth } from './arrangement-contract.ts';

type Proposed = ArrangementMonth['proposed'][number];

/** Why a weekly activity is not listed on its day: a notice stops it, or the day is a holiday. */
export type LeftOut = { readonly kind: 'stopped' } | { readonly kind: 'holiday'; readonly names: readonly HolidayName[] };

/**
 * Which proposals of a month are listed to be arranged, and which are left out with the reason. On a holiday a weekly
 * activity is skipped unless somebody wants it or the scheme keeps it (engine C, `holiday: skip` is the default). What a notice stops stays stopped.
 */
export function proposalsOf(month: ArrangementMonth): {
  readonly listed: readonly Proposed[];
  readonly leftOut: readonly { readonly row: Proposed; readonly because: LeftOut }[];
} {
  const judged = month.proposed.map((row) => ({ row, because: reasonOf(month, row) }));
  return {
    listed: judged.filter(({ because }) => because === null).map(({ row }) => row),
    leftOut: judged.flatMap(({ row, because }) => (because === null ? [] : [{ row, because }])),
  };
}

function reasonOf(month: ArrangementMonth, row: Proposed): LeftOut | null {
  if (row.stopped) return { kind: 'stopped' };
  const names = holidayAmong(month.calendar, row.day);
  return names.length > 0 && !row.kept ? { kind: 'holiday', names } : null;
}
