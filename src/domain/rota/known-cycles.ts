import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { Words } from '#domain/words/words.ts';

/** A cycle of shifts as the field names it; every one may be edited after it is chosen. */
export interface KnownCycle {
  readonly id: string;
  readonly label: Words;
  readonly cycle: FactState<'shiftTeam'>['cycle'];
  readonly restHours: number;
  /** By how many days each team runs behind the one before it, so that the post is never empty. */
  readonly daysApart: number;
  readonly teams: number;
}

const day12 = { start: '08:00', hours: 12 };
const night12 = { start: '20:00', hours: 12 };
const early8 = { start: '08:00', hours: 8 };
const late8 = { start: '16:00', hours: 8 };
const night8 = { start: '00:00', hours: 8 };
const round24 = { start: '08:00', hours: 24 };

export const knownCycles: readonly KnownCycle[] = [
  {
    id: 'threeTeamsTwoShifts',
    label: { zh: '三班两运转', en: 'Three teams, two shifts' },
    // The night ends at 08:00; by the evening of the same day one is back, or nobody on this cycle could ever study.
    cycle: [[day12], [night12], []],
    restHours: 10,
    daysApart: 1,
    teams: 3,
  },
  {
    id: 'fourTeamsThreeShifts',
    label: { zh: '四班三运转', en: 'Four teams, three shifts' },
    cycle: [[early8], [early8], [late8], [late8], [night8], [night8], [], []],
    restHours: 12,
    daysApart: 2,
    teams: 4,
  },
  {
    id: 'oneOnTwoOff',
    label: { zh: '上24休48', en: '24 hours on, 48 off' },
    cycle: [[round24], [], []],
    restHours: 24,
    daysApart: 1,
    teams: 3,
  },
];

/** The first day of the cycle for each team of a post, when the first team begins it on `firstDay`. */
export function teamAnchors(known: KnownCycle, firstDay: CivilDate): CivilDate[] {
  return Array.from({ length: known.teams }, (_, team) => addDays(firstDay, team * known.daysApart));
}
