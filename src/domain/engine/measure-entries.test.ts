import { expect, it } from 'vitest';
import { story } from '#test/engine-story.ts';
import { adopted, part, rule, schemeOf } from '#test/scheme-parts.ts';
import { explain } from './explain.ts';
import { branch } from './subject.ts';

const label = { zh: '', en: '' };
const schemes = [adopted(schemeOf([], {
  registers: [{ id: 'team', label, persons: 'none', lasts: true, keptBy: 'branch' }, { id: 'sheet', label, persons: 'none', keptBy: 'branch' }],
  indicators: part('score', ['team', 'sheet'].map((id) => ({ ...rule(id, { kind: 'mark', full: 300, by: 'mark', outOf: 300 }), match: { records: [id] } }))),
}))];

it('what lasts is marked in every year in which it stands, a sheet in its own year alone', () => {
  const told = story();
  const mark = (register: string, day: string, until: string | null, value: number) =>
    told.book.record('record', { register, organisation: told.branchA, day, until, persons: [], values: { mark: value } });
  mark('team', '2024-03-01', '2025-12-31', 100);
  mark('sheet', '2025-03-01', null, 100);
  const values = () => explain(told.evaluate(schemes, '2027-01-01').reading, branch(told.branchA), 2026)?.children.map(({ value }) => value);
  expect(values(), 'ended, and of another year').toEqual([null, null]);
  mark('team', '2025-03-01', null, 200);
  expect(values()).toEqual([200, null]);
  mark('team', '2026-05-01', '2026-06-30', 300);
  mark('sheet', '2026-05-01', null, 300);
  expect(values(), 'the mean of both').toEqual([250, 300]);
});
