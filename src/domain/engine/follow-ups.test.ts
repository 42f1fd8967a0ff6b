import { expect, it } from 'vitest';
import { addDays } from '#domain/calendar/civil-date.ts';
import type { Match } from '#domain/schemes/format/match-shape.ts';
import type { RuleValue } from '#domain/schemes/format/value-shapes.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import { type Story, story } from '#test/engine-story.ts';
import { part, rule, schemeOf } from '#test/scheme-parts.ts';
import { DAYS_AHEAD, followUpsOf } from './follow-ups.ts';
import { read } from './reading.ts';

const label = { zh: '', en: '' };
const register = (id: string, persons: 'none' | 'many') => ({ id, label, persons, keptBy: 'branch' as const });
const schemes = (value: RuleValue, match: Match): AdoptedScheme[] => [{
  from: '2026-01-01',
  scheme: schemeOf([], {
    registers: [register('marked', 'many'), register('mission', 'many'), register('lesson', 'none')],
    indicators: part('score', [{ ...rule('item', value), match }]),
  }),
}];
const birthdays = schemes({ kind: 'answered', full: 200, to: { records: ['partyBirthday'] }, within: { same: 'month' }, eachPerson: true }, { records: ['marked'] });
const lessons = schemes({ kind: 'answered', full: 400, to: { records: ['mission'], personsAtLeast: 3 }, within: { before: 30 } }, { records: ['lesson'] });

/** State, day of what asks and last day of each, as it stands on a day. */
function asked({ book, branchA }: Story, under: AdoptedScheme[], today: string) {
  const reading = read({ schemes: under, log: book.entries, upTo: { seq: Infinity, date: addDays(today, DAYS_AHEAD) } });
  return followUpsOf(reading, branchA, today).flatMap(({ items }) => items.map(({ state, asking, closes }) => [state, asking.day, closes]));
}

const enter = ({ book, branchA }: Story, id: string, day: string, persons: readonly string[] = []) =>
  book.record('record', { register: id, organisation: branchA, day, until: null, persons: persons.map((person) => ({ person, as: null })), values: {} });

it('the birthdays of a month stand there from its first day, those to come too, and a missed one for a fortnight', () => {
  const told = story();
  const joining = (day: string) => {
    const person = told.member(told.branchA);
    told.book.record('particulars', { person, joinedParty: day, missing: 0 });
    return person;
  };
  const [first, second] = [joining('2010-11-03'), joining('2012-11-28')];
  joining('2011-12-05');
  expect(asked(told, birthdays, '2026-10-31')).toEqual([]);
  expect(asked(told, birthdays, '2026-11-01')).toEqual([['due', '2026-11-03', '2026-11-30'], ['due', '2026-11-28', '2026-11-30']]);
  enter(told, 'marked', '2026-11-02', [first]);
  expect(asked(told, birthdays, '2026-11-30')).toEqual([['met', '2026-11-03', '2026-11-30'], ['due', '2026-11-28', '2026-11-30']]);
  expect(asked(told, birthdays, '2026-12-14')).toEqual([['gap', '2026-11-28', '2026-11-30'], ['due', '2026-12-05', '2026-12-31']]);
  expect(asked(told, birthdays, '2026-12-15')).toEqual([['due', '2026-12-05', '2026-12-31']]);
  enter(told, 'marked', '2026-11-30', [second]);
  expect(asked(told, birthdays, '2026-12-14')).toEqual([['due', '2026-12-05', '2026-12-31']]);
});

it('a mission of three asks for its lesson until it starts, one of two asks for nothing, and one lesson prepares one mission', () => {
  const told = story();
  const people = [told.member(told.branchA), told.member(told.branchA), told.member(told.branchA)];
  enter(told, 'mission', '2026-03-10', people);
  enter(told, 'mission', '2026-03-12', people.slice(1));
  enter(told, 'mission', '2026-03-14', people);
  expect(asked(told, lessons, '2026-03-10')).toEqual([['due', '2026-03-10', '2026-03-10'], ['due', '2026-03-14', '2026-03-14']]);
  enter(told, 'lesson', '2026-03-09');
  expect(asked(told, lessons, '2026-03-10')).toEqual([['met', '2026-03-10', '2026-03-10'], ['due', '2026-03-14', '2026-03-14']]);
  expect(asked(told, lessons, '2026-03-15'), 'a gap after the day').toEqual([['gap', '2026-03-14', '2026-03-14']]);
});

it('what answered stands in the grounds beside what asked', () => {
  const told = story();
  const mission = enter(told, 'mission', '2026-03-10', [told.member(told.branchA), told.member(told.branchA), told.member(told.branchA)]);
  const lesson = enter(told, 'lesson', '2026-03-10');
  const reading = read({ schemes: lessons, log: told.book.entries, upTo: { seq: Infinity, date: addDays('2026-03-10', DAYS_AHEAD) } });
  const [found] = followUpsOf(reading, told.branchA, '2026-03-10');
  expect(found?.grounds.children.map(({ how, children }) => [how.kind === 'counted' ? [how.state, how.because] : how, children.map((leaf) => (leaf.how.kind === 'fact' ? leaf.how.fact.factId : null))]))
    .toEqual([[['has', [mission]], [lesson]]]);
});
