import { expect, it } from 'vitest';
import type { Result, ResultPart } from '#domain/schemes/format/result-shape.ts';
import { type Story, story } from '#test/engine-story.ts';
import { adopted, schemeOf } from '#test/scheme-parts.ts';
import { resultOf } from './results.ts';
import { gradesOfYear } from './year-grades.ts';

const label = { zh: '', en: '' };
const registers = ['first', 'second', 'veto'].map((id) => ({ id, label, persons: 'none' as const, keptBy: 'office' as const }));
const marked = (id: string, weight: number): ResultPart =>
  ({ kind: 'rule', id, label, weight, match: { records: [id] }, value: { kind: 'mark', full: 10_000, by: 'mark', outOf: 10_000 } });
const result: Result = {
  id: 'branchYear', label, of: 'branch', missing: 'required', parts: [marked('first', 5000), marked('second', 5000)],
  vetoes: [{ id: 'vetoed', label, match: { records: ['veto'] }, atMost: 'qualified', clause: '第十三条' }],
  grades: [{ id: 'excellent', label, atLeast: 9000, quota: '1/3' }, { id: 'good', label, atLeast: 8000 }, { id: 'qualified', label }],
  ties: ['second'], tied: 'decide', monthsLeast: 6,
};
const readingOf = (told: Story, of: Result = result, date = '2027-02-01') => told.evaluate([adopted(schemeOf([], { registers, results: [of] }))], date).reading;
const mark = (told: Story, register: string, organisation: string, value: number, day = '2026-12-20') =>
  told.book.record('record', { register, organisation, day, until: null, persons: [], values: { mark: value } });
const founded = (told: Story, number: string, day: string, dissolved: string | null = null) => told.book.record('organisation', {
  category: '631', number, name: number, shortName: number, founded: day, dissolved, placements: [{ parent: told.committee, from: day }],
});
/** A branch with its two marks. */
function branchWith(told: Story, number: string, first: number, second: number, day = '2020-01-01'): string {
  const organisation = founded(told, number, day);
  mark(told, 'first', organisation, first);
  mark(told, 'second', organisation, second);
  return organisation;
}

it('A-11: parts are weighed exactly and rounded once, at the end', () => {
  const told = story();
  const one = branchWith(told, 'B1', 8001, 8001);
  // 40.005 + 40.005 = 80.01, and not 40.01 + 40.01.
  expect(resultOf(readingOf(told), result, one, 2026).value, 'A-11: rounded inside the weighing').toBe(8001);
  const thirds: Result = { ...result, parts: [marked('first', 3333), marked('second', 6667)] };
  // 0.3333 × 80.01 + 0.6667 × 90.02 = 26.667333 + 60.016334 = 86.683667.
  const other = branchWith(told, 'B2', 8001, 9002);
  expect(resultOf(readingOf(told, thirds), thirds, other, 2026).value).toBe(8668);
});

it('A-11: a missing part is a named gap, or its weight goes to the others, or it is zero', () => {
  const told = story();
  const one = founded(told, 'B1', '2020-01-01');
  mark(told, 'first', one, 9000);
  const as = (missing: NonNullable<Result['missing']>): Result => ({ ...result, missing, parts: [marked('first', 7000), marked('second', 3000)] });
  expect(resultOf(readingOf(told, as('required')), as('required'), one, 2026)).toMatchObject({ value: null, gaps: ['second'] });
  // 0.70 × 90.00 × 100/70.
  expect(resultOf(readingOf(told, as('renormalise')), as('renormalise'), one, 2026).value, 'A-11: the weight of a missing part is lost').toBe(9000);
  expect(resultOf(readingOf(told, as('zero')), as('zero'), one, 2026).value).toBe(6300);
});

it('A-11: who is vetoed makes places and takes none; the veto is one of its own year', () => {
  const told = story();
  const [one, two, three] = [branchWith(told, 'B1', 9600, 9600), branchWith(told, 'B2', 9400, 9400), branchWith(told, 'B3', 8500, 8500)];
  const grades = () => [...gradesOfYear(readingOf(told), result, [one, two, three], 2026).grading.grades.values()];
  expect(grades()).toEqual(['excellent', 'good', 'good']);
  const veto = told.book.record('record', { register: 'veto', organisation: one, day: '2026-11-02', until: null, persons: [], values: {} });
  // A third of three is one place still, and goes to the second.
  expect(grades(), 'A-11: the vetoed made no place').toEqual(['qualified', 'excellent', 'good']);
  expect(resultOf(readingOf(told), result, one, 2026).vetoes).toEqual([{ veto: result.vetoes?.[0], facts: [veto] }]);
  told.book.withdraw(veto);
  told.book.record('record', { register: 'veto', organisation: one, day: '2027-01-10', until: null, persons: [], values: {} });
  expect(grades(), 'a veto of the next year').toEqual(['excellent', 'good', 'good']);
});

it('C.2: fewer than six whole months give no grade and make no place', () => {
  const told = story();
  const old = [branchWith(told, 'B1', 9400, 9400), branchWith(told, 'B2', 9300, 9300)];
  const [july, late] = [branchWith(told, 'B3', 9600, 9600, '2026-07-01'), branchWith(told, 'B4', 9700, 9700, '2026-07-02')];
  const of = (subjects: readonly string[]) => gradesOfYear(readingOf(told), result, subjects, 2026);
  const three = of([...old, july]);
  expect(three.values.map(({ months }) => months)).toEqual([12, 12, 6]);
  expect([...three.grading.grades.values()]).toEqual(['good', 'good', 'excellent']);
  const withLate = of([...old, late]);
  expect(withLate.ungraded, 'founded on 2 July: five whole months').toEqual([late]);
  expect(withLate.grading.places.get('excellent'), 'two are no three').toBe(0);
  expect([...withLate.grading.grades.values()]).toEqual(['good', 'good']);
});

it('C.2: equals are told apart by their keys, and then by the body alone', () => {
  const told = story();
  // 94.00 all three: by the second mark B2 stands before the others.
  const all = [branchWith(told, 'B1', 9500, 9300), branchWith(told, 'B2', 9300, 9500), branchWith(told, 'B3', 9500, 9300)];
  const [one = '', two = '', three = ''] = all;
  const of = (subjects: readonly string[], decided?: ReadonlyMap<string, readonly string[]>) => gradesOfYear(readingOf(told), result, subjects, 2026, decided).grading;
  expect(of(all).grades.get(two)).toBe('excellent');
  const more = [...all.slice(0, 1), three, branchWith(told, 'B4', 7000, 7000)];
  expect(of(more).undecided).toEqual({ grade: 'excellent', tied: [one, three], places: 1 });
  expect([...of(more, new Map([['excellent', [three]]])).grades.values()]).toEqual(['good', 'excellent', 'qualified']);
});
