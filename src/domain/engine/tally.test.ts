import { expect, it } from 'vitest';
import { sessionState, story } from '#test/engine-story.ts';
import { adopted, schemeOf } from '#test/scheme-parts.ts';
import { attendancesOf } from './attendance.ts';
import { tallyOf } from './tally.ts';

const scheme = [adopted(schemeOf([]))];

it('A-8: five Mondays with 2 present, 1 duty and made up, 1 duty, 1 absent are 3 of 4, and pooled with 5 of 5 they are 8 of 9', () => {
  const told = story();
  const [li, zhao] = [told.member(told.branchA), told.member(told.branchA)];
  const days = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'];
  const sessions = days.map((day, week) => told.held(told.branchA, day, {
    present: week < 2 ? [li, zhao] : [zhao], excused: week === 2 || week === 3 ? { [li]: 'calledOut' } : {},
  }));
  told.book.record('makeUp', { session: sessions[2] ?? '', person: li, day: '2026-11-20', way: 'replay' });
  const { reading } = told.evaluate(scheme);
  const [ofLi, ofZhao] = [attendancesOf(reading, li), attendancesOf(reading, zhao)];
  expect(tallyOf(reading.world, ofLi)).toEqual({ present: 2, madeUp: 1, excused: 1, expected: 4, creditHundredths: 300, minutes: 360 });
  expect(tallyOf(reading.world, [...ofLi, ...ofZhao])).toMatchObject({ present: 7, madeUp: 1, expected: 9 });
});

it('counts the minutes of the sitting to which somebody came, and half of them for half an attendance', () => {
  const told = story();
  const [late, second] = [told.member(told.branchA), told.member(told.branchA)];
  const day = '2026-11-16';
  const held = sessionState(told.branchA, day, {
    sittings: [{ day, from: '19:00', to: '20:45' }, { day, from: '22:30', to: '00:30' }], late: [late], present: [second],
  });
  told.book.record('session', { ...held, marks: held.marks.map((mark) => ({ ...mark, sitting: mark.person === second ? 1 : 0 })) });
  const { reading } = told.evaluate(scheme);
  const minutes = (person: string) => tallyOf(reading.world, attendancesOf(reading, person)).minutes;
  expect([minutes(late), minutes(second)]).toEqual([53, 120]);
});
