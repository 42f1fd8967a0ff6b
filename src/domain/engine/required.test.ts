import { expect, it } from 'vitest';
import type { Requirement } from '#domain/schemes/format/requirement-shape.ts';
import { type Story, story } from '#test/engine-story.ts';
import { activity, adopted, schemeOf } from '#test/scheme-parts.ts';
import { read } from './reading.ts';
import { requiredWindows } from './required.ts';

const twice: Requirement = {
  id: 'twice', label: { zh: '每月两次', en: 'Twice' }, of: 'bureau', clause: '第六条', match: { activities: ['committeeStudy'] }, value: { kind: 'duty', per: 'month', atLeast: 2 },
};
const schemes = [adopted(schemeOf([], { activities: [activity('committeeStudy', { heldBy: 'committee', audience: 'committee' })], requirements: [twice] }))];

/** Done, asked and state of each month that has begun. */
function months({ book, committee }: Story, date: string) {
  const reading = read({ schemes, log: book.entries, upTo: { seq: Infinity, date } });
  return requiredWindows(reading, committee, twice, 2026).map(({ done, asked, state }) => [done, asked, state]);
}
const study = (told: Story, day: string, at = told.committee) => told.held(at, day, { activities: ['committeeStudy'] });

it('a month is due while it lasts, met with its second study, and a gap on the day after', () => {
  const told = story();
  study(told, '2026-01-08');
  expect(months(told, '2026-01-31')).toEqual([[1, 2, 'due']]);
  expect(months(told, '2026-02-01')).toEqual([[1, 2, 'gap'], [0, 2, 'due']]);
  study(told, '2026-01-22');
  study(told, '2026-02-01');
  expect(months(told, '2026-02-01')).toEqual([[2, 2, 'met'], [1, 2, 'due']]);
});

it('what a branch below held is none of the committee’s', () => {
  const told = story();
  study(told, '2026-01-08', told.branchA);
  expect(months(told, '2026-01-31')).toEqual([[0, 2, 'due']]);
});

it('each day that the bureau stopped takes one, one that was put off to another day of the month takes none, and a month of which nothing is left is excused', () => {
  const told = story();
  const stop = (day: string, activities: string[], movedTo: string | null = null) => told.book.record('studyStop', { scope: told.committee, day, activities, movedTo });
  stop('2026-01-12', ['mondayStudy']);
  stop('2026-01-13', ['committeeStudy']);
  stop('2026-01-14', ['committeeStudy'], '2026-01-21');
  study(told, '2026-01-20');
  expect(months(told, '2026-02-01')).toEqual([[1, 1, 'met'], [0, 2, 'due']]);
  stop('2026-02-03', ['committeeStudy']);
  stop('2026-02-17', ['committeeStudy', 'mondayStudy']);
  expect(months(told, '2026-03-01').slice(0, 2)).toEqual([[1, 1, 'met'], [0, 0, 'excused']]);
  const reading = read({ schemes, log: told.book.entries, upTo: { seq: Infinity, date: '2026-03-01' } });
  expect(requiredWindows(reading, told.committee, twice, 2026)[1]?.grounds.children.map(({ label }) => label.zh)).toEqual(['02-03 停学，少要求一次', '02-17 停学，少要求一次']);
});
