import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always } from '#test/properties.ts';
import { attendanceRate, branchMonth, type MonthAttendance, type MonthSession, pooled, standingOf, WHOLE_MONTH } from './branch-month.ts';

const activities = fc.uniqueArray(fc.constantFrom('mondayStudy', 'partyLecture', 'themePartyDay'), { minLength: 1 });
const session: fc.Arbitrary<MonthSession> = fc.record({
  activities, standing: fc.constantFrom('open', 'stopped', 'notHeld', 'toConfirm', 'done'), toRecordFrom: fc.constant(null), late: fc.boolean(),
});
const attendance: fc.Arbitrary<MonthAttendance> = fc.record({
  activities, tally: fc.tuple(fc.nat(30), fc.nat(10), fc.nat(10), fc.nat(10)).map(([present, madeUp, absent, excused]) => ({ present, madeUp, excused, expected: present + madeUp + absent })),
});
const month = fc.record({ sessions: fc.array(session), attendances: fc.array(attendance) });
const whole = ({ sessions, attendances }: { sessions: readonly MonthSession[]; attendances: readonly MonthAttendance[] }) =>
  pooled(branchMonth(sessions, attendances).filter(({ activity }) => activity === WHOLE_MONTH));

always('P8: a branch is the pool of its halves, in every number and so in its share', fc.tuple(month, month), 200, ([one, other]) => {
  const together = whole({ sessions: [...one.sessions, ...other.sessions], attendances: [...one.attendances, ...other.attendances] });
  expect(pooled([whole(one), whole(other)])).toEqual(together);
  expect(attendanceRate(pooled([whole(one), whole(other)]))).toBe(attendanceRate(together));
});

always('every session held is one of those arranged, and everybody expected became one of three', month, 200, (drawn) => {
  for (const { arranged, held, notHeld, stopped, toConfirm, expected, present, madeUp, absent } of branchMonth(drawn.sessions, drawn.attendances)) {
    expect(held + notHeld + stopped).toBeLessThanOrEqual(arranged);
    expect(toConfirm).toBeLessThanOrEqual(held);
    expect(present + madeUp + absent).toBe(expected);
  }
});

describe('a month of a branch', () => {
  const done: MonthSession = { activities: ['mondayStudy', 'partyLecture'], standing: 'done', toRecordFrom: null, late: false };

  it('counts a session of two activities once as a whole and once in each', () => {
    expect(branchMonth([done], []).map(({ activity, held }) => [activity, held])).toEqual([[WHOLE_MONTH, 1], ['mondayStudy', 1], ['partyLecture', 1]]);
  });

  it('keeps from when each open session waits for its record, earliest first', () => {
    const open = (toRecordFrom: string): MonthSession => ({ ...done, standing: 'open', toRecordFrom });
    expect(branchMonth([open('2026-11-23 21:00'), done, open('2026-11-16 21:00')], [])[0]?.toRecordFrom).toEqual(['2026-11-16 21:00', '2026-11-23 21:00']);
  });

  it('is nothing at all where nothing was arranged', () => expect(branchMonth([], [])).toEqual([]));
});

describe('参学率', () => {
  it('is who was there or made it up of who was expected, to the hundredth of a per cent', () => {
    expect(attendanceRate({ expected: 28, present: 20, madeUp: 6 })).toBe(9286);
    expect(attendanceRate({ expected: 3, present: 2, madeUp: 0 })).toBe(6667);
  });

  it('has no basis where nobody was expected', () => expect(attendanceRate({ expected: 0, present: 0, madeUp: 0 })).toBeNull());
});

describe('what a line calls for', () => {
  const counts = (sessions: readonly MonthSession['standing'][]) => whole({
    sessions: sessions.map((standing) => ({ activities: ['mondayStudy'], standing, toRecordFrom: null, late: false })), attendances: [] });

  it.each([
    ['nothingArranged', [], 0], ['toDo', ['done', 'open'], 1], ['toDo', ['toConfirm'], 0], ['inProgress', ['done', 'open'], 0], ['completed', ['done', 'stopped', 'notHeld'], 0],
  ] as const)('is %s for %j with %d waiting for a record', (standing, sessions, toRecord) => expect(standingOf(counts(sessions), toRecord)).toBe(standing));
});
