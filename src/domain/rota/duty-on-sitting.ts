import { addDays, type CivilDate, daysBetween, isWithin, modulo } from '#domain/calendar/civil-date.ts';
import { overlap, reachesPastMidnight, spanOf, spanOfHours, type TimeSpan } from '#domain/calendar/time-span.ts';
import type { FactState } from '#domain/facts/contract.ts';

export type ShiftTeam = Pick<FactState<'shiftTeam'>, 'anchor' | 'cycle' | 'restHours' | 'from' | 'to'>;
export type Sitting = FactState<'session'>['sittings'][number];
type Span = { readonly from: CivilDate; readonly to: CivilDate | null };

/** Why a member of a shift team cannot come to a sitting (值班, 下夜班休整). */
export type DutyReason = 'shift' | 'postNightRest';

/** A shift lasts up to 24 hours and the rest after it up to 48, so one of three days ago can still reach today. */
const DAYS_BACK = 3;

/**
 * Why the rota keeps a member of the team from a session, or null when he is free for at least one of its sittings:
 * where the same study is held twice, he is expected at the one for which he is free. A shift outweighs the rest after
 * an earlier one (finding 7). `placement` says from when to when he belongs to the team; a shift counts by the day on
 * which it starts.
 */
export function dutyAtSession(team: ShiftTeam, placement: Span, sittings: readonly Sitting[]): DutyReason | null {
  let reason: DutyReason | null = null;
  for (const sitting of sittings) {
    const duty = dutyOnSitting(team, placement, sitting);
    if (duty === null) return null;
    if (reason !== 'shift') reason = duty;
  }
  return reason;
}

function dutyOnSitting(team: ShiftTeam, placement: Span, sitting: Sitting): DutyReason | null {
  const study = spanOf(sitting.day, sitting.from, sitting.to);
  let resting = false;
  // A sitting past midnight can run into a shift of the next day.
  for (let offset = -DAYS_BACK; offset <= 1; offset += 1) {
    const day = addDays(sitting.day, offset);
    if (!isWithin(day, placement)) continue;
    for (const shift of shiftsOn(team, day)) {
      if (overlap(shift, study)) return 'shift';
      if (overlap(restAfter(shift, team.restHours), study)) resting = true;
    }
  }
  return resting ? 'postNightRest' : null;
}

/** The shifts of the team that start on the day. */
export function shiftsOn(team: ShiftTeam, day: CivilDate): TimeSpan[] {
  if (!isWithin(day, team)) return [];
  const shifts = team.cycle[modulo(daysBetween(team.anchor, day), team.cycle.length)] ?? [];
  return shifts.map((shift) => spanOfHours(day, shift.start, shift.hours));
}

/** Only a shift that reached past midnight earns rest; after any other the span is empty. */
function restAfter(shift: TimeSpan, restHours: number): TimeSpan {
  return { start: shift.end, end: shift.end + (reachesPastMidnight(shift) ? restHours * 60 : 0) };
}
