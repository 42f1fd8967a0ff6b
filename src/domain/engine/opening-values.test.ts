import { expect, it } from 'vitest';
import { brokenGrounds } from '#test/grounds-combine.ts';
import { story } from '#test/engine-story.ts';
import { adopted, fixed, limit, part, rule, schemeOf } from '#test/scheme-parts.ts';
import { explain } from './explain.ts';
import { member } from './subject.ts';

const schemes = [adopted(schemeOf([part('task', [rule('lectures', fixed(200), { activities: ['partyLecture'], part: 'speaker' }, [limit('ceiling', 400, 'month')])], { full: 1000, combine: 'sum', limits: [limit('ceiling', 1000, 'year')] })]))];
const brought = (person: string, organisation: string, points: number) => ({ register: 'openingBalance', organisation, day: '2026-10-31', until: null, persons: [{ person, as: null }], values: { part: 'task', points } });

it('what was brought forward stands as a row of its own under its part, and the limits of the part hold over both', () => {
  const told = story();
  const person = told.member(told.branchA);
  const entry = told.book.record('record', brought(person, told.branchA, 900), { standing: 'proposed', by: person });
  const total = () => explain(told.evaluate(schemes).reading, member(person), 2026);
  expect(total()?.value, 'A-9: opening points counted before anybody confirmed them').toBe(0);
  told.book.confirm(entry, told.member(told.branchA));
  expect(total()?.value).toBe(900);
  told.held(told.branchA, '2026-11-16', { activities: ['partyLecture'], speakers: [person] });
  const grounds = total();
  expect(grounds?.value, 'A-4: opening points went past the ceiling of their part').toBe(1000);
  expect(grounds?.children[0]?.children.map(({ value }) => value)).toEqual([900, 200, -100]);
  expect(grounds === null ? [] : brokenGrounds(grounds)).toEqual([]);
});

it('no limit of a month looks at it, and in the ledger it is a raw value of its fact', () => {
  const told = story();
  const person = told.member(told.branchA);
  const entry = told.book.record('record', brought(person, told.branchA, 700));
  const { values } = told.evaluate(schemes);
  expect(values.filter((it) => it.person === person)).toEqual([{ person, kind: 'raw', of: 'task', part: 'task', window: '2026-10', fact: entry, value: 700 }]);
});
