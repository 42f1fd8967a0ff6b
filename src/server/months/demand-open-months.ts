import { isBoundByClosing } from '#domain/months/late-entry.ts';
import type { Reaction } from '#server/platform/call.ts';
import { hasClosings } from './closing-reads.ts';
import { lateRefusal } from './open-month-reads.ts';

/**
 * Vetoes what would change a month that is closed for too long, or a year that is final. It runs before the points
 * are posted; whatever it lets through is booked as an adjustment.
 * @throws LateFilingNeedsGrant, YearFinal
 */
export const demandOpenMonths: Reaction = async (call, moved) => {
  const bound = moved.flatMap(({ entry, before }) => [entry, ...(before === undefined || before.period === entry.period ? [] : [before])]).filter(isBoundByClosing);
  const windows = [...new Set(bound.flatMap(({ period }) => [period, period.slice(0, 4)]))];
  if (windows.length === 0 || !(await hasClosings(call.tx, windows))) return;
  for (const entry of bound) {
    const refused = await lateRefusal(call, entry);
    if (refused) throw refused;
  }
};
