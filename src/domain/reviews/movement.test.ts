import { expect, it } from 'vitest';
import { movements, type YearGrade } from './movement.ts';

const grades = ['excellent', 'good', 'qualified', 'unqualified'];
const of = (organisation: string, ...own: readonly (string | null)[]): YearGrade[] => own.map((grade, at) => ({ organisation, year: 2024 + at, grade }));

it('tells who reached the best grade, rose, left the last ones, stayed or fell between two years', () => {
  const known = [
    ...of('a', 'good', 'excellent'), ...of('b', 'excellent', 'excellent'), ...of('c', 'qualified', 'good'), ...of('d', 'excellent', 'good'), ...of('e', 'unqualified', 'excellent'),
    // Without a grade in one of the years nobody has moved.
    ...of('f', null, 'good'), ...of('g', 'good', null), ...of('h', 'good'),
  ];
  expect(movements(known, grades, 2024, 2025).map(({ organisation, from, to, movement }) => [organisation, from, to, movement])).toEqual([
    ['a', 'good', 'excellent', 'newBest'], ['b', 'excellent', 'excellent', 'same'], ['c', 'qualified', 'good', 'recovered'], ['d', 'excellent', 'good', 'lowered'], ['e', 'unqualified', 'excellent', 'newBest'],
  ]);
});

it('calls a rise between the best and the last what it is, with three grades and with five', () => {
  const rise = (names: readonly string[], from: string, to: string) => movements(of('a', from, to), names, 2024, 2025)[0]?.movement;
  expect([rise(['a', 'b', 'c'], 'c', 'b'), rise(['a', 'b', 'c'], 'b', 'a')]).toEqual(['recovered', 'newBest']);
  expect([rise(['a', 'b', 'c', 'd', 'e'], 'c', 'b'), rise(['a', 'b', 'c', 'd', 'e'], 'd', 'c')]).toEqual(['risen', 'recovered']);
});
