import { addDays, type CivilDate, isWithin, modulo } from '#domain/calendar/civil-date.ts';
import { minutesOf, overlap, reachesPastMidnight, spanOf, type TimeSpan } from '#domain/calendar/time-span.ts';
import { dutyAtSession, type ShiftTeam, shiftsOn } from './duty-on-sitting.ts';

/** What a day is by the rota of a team alone. */
export type TeamCell =
  | { readonly kind: 'shift'; readonly turn: 'day' | 'night' | 'round'; readonly from: string; readonly to: string }
  /** 下夜班休整. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'free' };

/** A turn of this many hours is no night turn any more: it goes round the clock. */
const ROUND_HOURS = 20;

/**
 * A shift belongs to the day on which it starts; a day without one is what noon is, so that a night shift ending at
 * 08:00 leaves a day of rest. `placement` says from when to when somebody belongs to the team.
 */
export function teamCell(team: ShiftTeam, placement: { readonly from: CivilDate; readonly to: CivilDate | null }, day: CivilDate): TeamCell {
  const noon = { day, from: '12:00', to: '12:01' };
  const starting = (on: CivilDate) => (isWithin(on, placement) ? shiftsOn(team, on) : []);
  const running = starting(addDays(day, -1)).find((shift) => overlap(shift, spanOf(day, noon.from, noon.to)));
  const shift = starting(day)[0] ?? running;
  if (shift) return { kind: 'shift', turn: turnOf(shift), from: clockOf(shift.start), to: clockOf(shift.end) };
  return { kind: dutyAtSession(team, placement, [noon]) === 'postNightRest' ? 'rest' : 'free' };
}

function turnOf(shift: TimeSpan): 'day' | 'night' | 'round' {
  if (minutesOf(shift) >= ROUND_HOURS * 60) return 'round';
  return reachesPastMidnight(shift) ? 'night' : 'day';
}

function clockOf(minutes: number): string {
  const minute = modulo(minutes, 24 * 60);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
