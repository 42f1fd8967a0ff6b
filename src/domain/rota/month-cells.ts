import { addDays, type CivilDate, isWithin, modulo } from '#domain/calendar/civil-date.ts';
import { minutesOf, overlap, reachesPastMidnight, spanOf, type TimeSpan } from '#domain/calendar/time-span.ts';
import { homeOn } from '#domain/engine/home.ts';
import type { Reading } from '#domain/engine/reading.ts';
import { stoodForByAnother } from '#domain/engine/standing.ts';
import { personIn, type PersonFacts } from '#domain/engine/world.ts';
import { dutyAtSession, shiftsOn } from './duty-on-sitting.ts';

/** What a day is for a person, as the month's rota shows it. */
export type DayCell =
  /** Does not belong to the organisation that day. */
  | { readonly kind: 'outside' }
  /** On leave, on closed duty, seconded: a word of the scheme. */
  | { readonly kind: 'away'; readonly reason: string }
  | { readonly kind: 'shift'; readonly turn: 'day' | 'night' | 'round'; readonly from: string; readonly to: string }
  /** 下夜班休整. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'free' };

const outside: DayCell = { kind: 'outside' };
const free: DayCell = { kind: 'free' };
const rest: DayCell = { kind: 'rest' };

/**
 * The cell of one person and day. What takes him away outweighs the shift he would have had; a shift belongs to the day
 * on which it starts; a day without a shift is what noon is, so that a night shift ending at 08:00 leaves a day of rest.
 */
export function dayCell(reading: Reading, organisation: string, person: string, day: CivilDate): DayCell {
  const home = homeOn(reading.world, person, day);
  if (!home || (home.state.organisation !== organisation && home.state.group !== organisation)) return outside;
  const facts = personIn(reading.world, person);
  const reason = reasonAway(reading, facts, person, day);
  return reason === null ? rotaCell(reading, facts, person, day) : { kind: 'away', reason };
}

function reasonAway({ book }: Reading, facts: PersonFacts, person: string, day: CivilDate): string | null {
  const version = book.on(day);
  const holds = (fact: PersonFacts['leaves'][number] | PersonFacts['closedDuties'][number] | PersonFacts['secondments'][number]): boolean =>
    isWithin(day, fact.state) && stoodForByAnother(fact, person);
  if (facts.secondments.some(holds)) return version?.broughtBy.get('secondment')?.id ?? 'secondment';
  if (facts.closedDuties.some(holds)) return version?.broughtBy.get('closedDuty')?.id ?? 'closedDuty';
  return facts.leaves.find(holds)?.state.reason ?? null;
}

function rotaCell({ world }: Reading, facts: PersonFacts, person: string, day: CivilDate): DayCell {
  const noon = { day, from: '12:00', to: '12:01' };
  let cell = free;
  for (const placement of facts.teams) {
    const team = world.teams.get(placement.state.team);
    if (!team || !stoodForByAnother(placement, person)) continue;
    const starting = (on: CivilDate) => (isWithin(on, placement.state) ? shiftsOn(team.state, on) : []);
    const running = starting(addDays(day, -1)).find((shift) => overlap(shift, spanOf(day, noon.from, noon.to)));
    const shift = starting(day)[0] ?? running;
    if (shift) return shiftCell(shift);
    if (dutyAtSession(team.state, placement.state, [noon]) === 'postNightRest') cell = rest;
  }
  return cell;
}

/** A turn of this many hours is no night turn any more: it goes round the clock. */
const ROUND_HOURS = 20;

function shiftCell(shift: TimeSpan): DayCell {
  const round = minutesOf(shift) >= ROUND_HOURS * 60;
  const turn = round ? 'round' : reachesPastMidnight(shift) ? 'night' : 'day';
  return { kind: 'shift', turn, from: clockOf(shift.start), to: clockOf(shift.end) };
}

function clockOf(minutes: number): string {
  const minute = modulo(minutes, 24 * 60);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
