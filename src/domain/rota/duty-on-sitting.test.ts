import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/calendar/civil-date.ts';
import { dutyAtSession, type ShiftTeam, shiftsOn } from './duty-on-sitting.ts';
import { type KnownCycle, knownCycles, teamAnchors } from './known-cycles.ts';

const monday = '2026-11-16';
const evening = (day: string, from = '19:00', to = '21:00') => [{ day, from, to }];
const always = { from: '2020-01-01', to: null };
const team = (cycle: ShiftTeam['cycle'], restHours = 0, anchor = monday): ShiftTeam => ({ anchor, cycle, restHours, ...always });

describe('A member of a shift team', () => {
  it.each([
    ['is on duty when his shift overlaps the sitting', team([[{ start: '08:00', hours: 12 }]]), 'shift'],
    ['is free when he is relieved as the sitting begins', team([[{ start: '11:00', hours: 8 }]]), null],
    ['is free when his shift begins as the sitting ends', team([[{ start: '21:00', hours: 8 }]]), null],
    ['is on duty when the shift of the day before still runs', team([[], [{ start: '20:00', hours: 24 }]], 0, '2026-11-14'), 'shift'],
    ['is free on a free day', team([[], [{ start: '08:00', hours: 12 }]]), null],
    ['rests after a night shift', team([[{ start: '00:00', hours: 8 }]], 24), 'postNightRest'],
    ['rests after a shift from the evening before', team([[], [{ start: '20:00', hours: 12 }]], 12, '2026-11-14'), 'postNightRest'],
    ['is free once the rest is over', team([[], [{ start: '20:00', hours: 12 }]], 11, '2026-11-14'), null],
    ['does not rest after a shift that ended at midnight', team([[], [{ start: '16:00', hours: 8 }]], 24, '2026-11-14'), null],
    ['rests for 48 hours where the team says so', team([[], [], [], [{ start: '20:00', hours: 24 }], []], 48, '2026-11-10'), 'postNightRest'],
  ] as const)('%s', (_, shiftTeam, reason) => {
    expect(dutyAtSession(shiftTeam, always, evening(monday))).toBe(reason);
  });

  it('counts the days of the cycle backwards from the anchor as well', () => {
    const later = team([[{ start: '08:00', hours: 12 }], [], []], 0, '2027-01-01');
    const days = Array.from({ length: 6 }, (_, day) => addDays('2026-12-26', day));
    expect(days.map((day) => shiftsOn(later, day).length)).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it('is expected at the sitting for which he is free', () => {
    const daily = team([[{ start: '08:00', hours: 12 }]]);
    const twice = [...evening(monday), ...evening(monday, '22:30', '00:30')];
    expect(dutyAtSession(daily, always, twice)).toBeNull();
    expect(dutyAtSession(team([[{ start: '08:00', hours: 16 }]]), always, twice)).toBe('shift');
  });

  it('is on duty when a sitting past midnight runs into his shift of the next day', () => {
    const early = team([[], [{ start: '00:00', hours: 8 }]]);
    expect(dutyAtSession(early, always, evening(monday, '22:30', '00:30'))).toBe('shift');
    expect(dutyAtSession(early, always, evening(monday, '22:00', '00:00'))).toBeNull();
  });

  it('is bound only by shifts that start while he belongs to the team and the team exists', () => {
    const night = team([[{ start: '20:00', hours: 24 }]]);
    expect(dutyAtSession(night, { from: '2026-11-15', to: '2026-11-15' }, evening(monday))).toBe('shift');
    expect(dutyAtSession(night, { from: '2026-11-17', to: null }, evening(monday))).toBeNull();
    expect(dutyAtSession({ ...night, to: '2026-11-14' }, always, evening(monday))).toBeNull();
  });
});

describe('A known cycle', () => {
  it.each(knownCycles.map((known) => [known.id, known] as const))('%s keeps the post manned in every hour by one team', (_, known: KnownCycle) => {
    const teams = teamAnchors(known, '2026-01-01').map((anchor) => team(known.cycle, known.restHours, anchor));
    const manned = new Map<number, number>();
    for (let day = 0; day < 60; day += 1) {
      for (const shift of teams.flatMap((one) => shiftsOn(one, addDays('2026-01-10', day)))) {
        for (let minute = shift.start; minute < shift.end; minute += 60) manned.set(minute, (manned.get(minute) ?? 0) + 1);
      }
    }
    const hours = [...manned.keys()].sort((left, right) => left - right).slice(24, -24);
    expect(hours.map((hour) => manned.get(hour))).toEqual(hours.map(() => 1));
    expect(hours.length).toBe((hours.at(-1) ?? 0) / 60 - (hours[0] ?? 0) / 60 + 1);
  });
});
