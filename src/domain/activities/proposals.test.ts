import { expect, test } from 'vitest';
import type { ArrangementMonth } from './arrangement-contract.ts';
import { proposalsOf } from './proposals.ts';

const monday = (day: string, stopped = false): ArrangementMonth['proposed'][number] => ({
  day, from: '19:00', to: '21:00', activities: ['mondayStudy'], contents: [], topic: '', place: '', lecturer: '', material: '', stopped, movedFrom: null, kept: false,
});
const october: ArrangementMonth = {
  organisation: { id: '', name: '' }, choices: [], arranged: [], withdrawn: [], holders: { branch: [], group: [], committee: [] },
  calendar: { announced: true, holidays: [{ day: '2026-10-05', names: ['nationalDay'] }, { day: '2026-10-06', names: ['nationalDay'] }], workdays: ['2026-10-10'] },
  proposed: [monday('2026-10-05'), monday('2026-10-12'), monday('2026-10-19', true), monday('2026-10-26')],
};

test('a weekly activity is skipped on a holiday and where a notice stops it, each with its reason', () => {
  const { listed, leftOut } = proposalsOf(october);
  expect(listed.map(({ day }) => day), 'C: study is listed on National Day').toEqual(['2026-10-12', '2026-10-26']);
  expect(leftOut.map(({ row, because }) => [row.day, because])).toEqual([
    ['2026-10-05', { kind: 'holiday', names: ['nationalDay'] }], ['2026-10-19', { kind: 'stopped' }]]);
});

test('what the scheme keeps on a holiday is listed, and what it moves stands on its new day', () => {
  const proposed = [{ ...monday('2026-10-05'), kept: true }, { ...monday('2026-10-08'), movedFrom: '2026-10-05' }];
  expect(proposalsOf({ ...october, proposed }).listed.map(({ day }) => day)).toEqual(['2026-10-05', '2026-10-08']);
});

test('a notice goes before a holiday: what is stopped is not offered again', () => {
  const { leftOut } = proposalsOf({ ...october, proposed: [monday('2026-10-05', true)] });
  expect(leftOut.map(({ because }) => because)).toEqual([{ kind: 'stopped' }]);
});

test('in a year that is not announced everything is listed', () => {
  const unknown = { ...october, calendar: { announced: false, holidays: [], workdays: [] } };
  expect(proposalsOf(unknown).listed.map(({ day }) => day)).toEqual(['2026-10-05', '2026-10-12', '2026-10-26']);
});
