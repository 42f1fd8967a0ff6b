import { describe, expect, it } from 'vitest';
import { publishedYears } from '#domain/calendar/published-years.ts';
import { workingCalendar } from '#domain/calendar/working-days.ts';
import { story, type Story } from '#test/engine-story.ts';
import { activity, adopted, schemeOf } from '#test/scheme-parts.ts';
import { dayCell } from './month-cells.ts';
import { movedToOf, studiesOf } from './month-studies.ts';

const schemes = [adopted(schemeOf([], { activities: [activity('mondayStudy', { weekday: 1 }), activity('committeeStudy', { weekday: 2, heldBy: 'committee' })] }))];
const unknown = workingCalendar([]);
const night = { start: '20:00', hours: 12 };
const day12 = { start: '08:00', hours: 12 };

function inTeam(told: Story, cycle: { start: string; hours: number }[][], restHours: number): string {
  const person = told.member(told.branchA);
  const team = told.book.record('shiftTeam', { organisation: told.branchA, anchor: '2026-11-02', cycle, restHours, from: '2026-01-01', to: null });
  told.book.record('teamPlacement', { person, team, from: '2026-11-02', to: null });
  return person;
}
const cells = (told: Story, person: string, days: readonly string[]) =>
  days.map((day) => dayCell(told.evaluate(schemes).reading, told.branchA, person, `2026-11-${day}`));

describe('The month of a member of a shift team', () => {
  it('shows shifts on the day on which they start, and rest after a night', () => {
    const told = story();
    expect(cells(told, inTeam(told, [[day12], [night], []], 24), ['02', '03', '04', '05'])).toEqual([
      { kind: 'shift', turn: 'day', from: '08:00', to: '20:00' }, { kind: 'shift', turn: 'night', from: '20:00', to: '08:00' }, { kind: 'rest' },
      { kind: 'shift', turn: 'day', from: '08:00', to: '20:00' }]);
  });

  it('is free where no rest is given, and on duty until a long shift ends', () => {
    const told = story();
    expect(cells(told, inTeam(told, [[night], []], 0), ['02', '03']).map(({ kind }) => kind)).toEqual(['shift', 'free']);
    expect(cells(told, inTeam(told, [[{ start: '20:00', hours: 24 }], [], []], 48), ['02', '03', '04', '05'])).toMatchObject([
      { kind: 'shift', turn: 'round' }, { kind: 'shift', turn: 'round' }, { kind: 'rest' }, { kind: 'shift' }]);
  });

  it('has nothing before he was placed', () => {
    const told = story();
    expect(cells(told, inTeam(told, [[day12]], 0), ['01'])).toEqual([{ kind: 'free' }]);
  });

  it('shows what takes him away before the shift he would have had', () => {
    const told = story();
    const person = inTeam(told, [[day12]], 0);
    told.book.record('leave', { person, reason: 'sickLeave', from: '2026-11-03', to: '2026-11-04' });
    told.book.record('closedDuty', { persons: [person], from: '2026-11-04', to: '2026-11-05', studyAtPost: false });
    told.book.record('secondment', { person, organisation: null, from: '2026-11-05', to: null });
    expect(cells(told, person, ['02', '03', '04', '05']).map((cell) => (cell.kind === 'away' ? cell.reason : cell.kind)))
      .toEqual(['shift', 'sickLeave', 'closedDuty', 'secondment']);
  });

  it('does not count leave that nobody else stands for', () => {
    const told = story();
    const person = told.member(told.branchA);
    told.book.record('leave', { person, reason: 'sickLeave', from: '2026-11-03', to: '2026-11-04' }, { by: person, standing: 'proposed' });
    expect(cells(told, person, ['03'])).toEqual([{ kind: 'free' }]);
  });

  it('ends where he leaves the branch', () => {
    const told = story();
    expect(cells(told, told.member(told.branchA, { to: '2026-11-02' }), ['02', '03'])).toEqual([{ kind: 'free' }, { kind: 'outside' }]);
  });
});

describe('The studies of a month', () => {
  it('are the usual weekday of the scheme, and sessions on record in its place or on another day', () => {
    const told = story();
    const held = told.held(told.branchA, '2026-11-16', { sittings: [{ day: '2026-11-16', from: '19:30', to: '21:30' }] });
    const moved = told.held(told.branchA, '2026-11-25', { stage: 'arranged' });
    const { reading } = told.evaluate(schemes);
    expect(studiesOf(reading, told.branchA, '2026-11', unknown).map(({ day, session, sittings }) => [day, session, sittings[0]?.from])).toEqual([
      ['2026-11-02', null, '19:00'], ['2026-11-09', null, '19:00'], ['2026-11-16', held, '19:30'], ['2026-11-23', null, '19:00'],
      ['2026-11-25', moved, '19:00'], ['2026-11-30', null, '19:00']]);
    expect(studiesOf(reading, told.branchA, '2025-11', unknown)).toEqual([]);
  });

  it('go to the new day that a notice gives them, below its scope alone', () => {
    const told = story();
    told.book.record('studyStop', { scope: told.branchA, activities: ['mondayStudy'], day: '2026-11-16', movedTo: '2026-11-18' });
    const { reading } = told.evaluate(schemes);
    const days = (organisation: string) => studiesOf(reading, organisation, '2026-11', unknown).map((study) => [study.day, movedToOf(reading, study)]);
    expect(days(told.branchA)).toContainEqual(['2026-11-16', '2026-11-18']);
    expect(days(told.branchA)).toContainEqual(['2026-11-18', null]);
    expect(days(told.branchB).flat()).not.toContain('2026-11-18');
  });

  it('are moved from a holiday inside their week where the scheme says so, or kept', () => {
    const told = story();
    const days = (holiday: 'shift' | 'keep', month: string) => {
      const { reading } = told.evaluate([adopted(schemeOf([], { activities: [activity('mondayStudy', { weekday: 1, holiday })] }))]);
      return studiesOf(reading, told.branchA, month, workingCalendar(publishedYears)).map(({ day }) => day);
    };
    expect(days('shift', '2026-10')).toEqual(['2026-10-08', '2026-10-12', '2026-10-19', '2026-10-26']);
    expect(days('keep', '2026-10')).toEqual(['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26']);
  });

  it('are not held on a holiday, unless somebody arranged one or a notice moved one there', () => {
    const told = story();
    const arranged = told.held(told.branchA, '2026-05-04', { stage: 'arranged' });
    told.book.record('studyStop', { scope: told.branchA, activities: ['mondayStudy'], day: '2026-09-28', movedTo: '2026-10-07' });
    const { reading } = told.evaluate(schemes);
    const days = (month: string) => studiesOf(reading, told.branchA, month, workingCalendar(publishedYears)).map(({ day, session }) => [day, session]);
    expect(days('2026-05')).toEqual([['2026-05-04', arranged], ['2026-05-11', null], ['2026-05-18', null], ['2026-05-25', null]]);
    expect(days('2026-10')).toEqual([['2026-10-07', null], ['2026-10-12', null], ['2026-10-19', null], ['2026-10-26', null]]);
  });
});
