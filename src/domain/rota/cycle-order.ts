import { addDays } from '#domain/calendar/civil-date.ts';
import { overlap } from '#domain/calendar/time-span.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { shiftsOn } from './duty-on-sitting.ts';

const ANY_DAY = '2026-01-01';

/**
 * The day of the cycle (1, 2, …) whose shift begins before an earlier one has ended, the cycle following on itself; null
 * when every shift begins after the one before.
 */
export function overlappingDay(cycle: FactState<'shiftTeam'>['cycle']): number | null {
  const team = { anchor: ANY_DAY, cycle, restHours: 0, from: ANY_DAY, to: null };
  // Two rounds and a day, so that the last shift of one round meets the first of the next.
  const days = Array.from({ length: cycle.length * 2 + 1 }, (_, day) => shiftsOn(team, addDays(ANY_DAY, day)));
  const shifts = days.flatMap((spans, day) => spans.map((span) => ({ span, day: (day % cycle.length) + 1 })))
    .sort((left, right) => left.span.start - right.span.start);
  const late = shifts.find(({ span }, at) => {
    const before = shifts[at - 1];
    return before !== undefined && overlap(before.span, span);
  });
  return late?.day ?? null;
}
