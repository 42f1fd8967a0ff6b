import fc from 'fast-check';
import { expect } from 'vitest';
import { evaluate } from '#domain/engine/evaluate.ts';
import { sessionState, story } from '#test/engine-story.ts';
import { always } from '#test/properties.ts';
import { adopted, fixed, hours, limit, part, rule, schemeOf, share } from '#test/scheme-parts.ts';

const scheme = [adopted(schemeOf([
  part('study', [rule('mondayShare', share(1600)), rule('studyHours', hours(800, 32))], { missing: 'renormalise' }),
  part('teaching', [rule('lecture', fixed(200), { part: 'speaker' }, [limit('ceiling', 300, 'month'), limit('ceiling', 500, 'quarter')])], {
    limits: [limit('ceiling', 900, 'half'), limit('ceiling', 1500, 'year')],
  }),
]))];

interface Kept {
  readonly month: number;
  readonly day: number;
  /** Another day of the same month, by an amendment that is entered in another month. */
  readonly movedTo: number;
  readonly present: boolean;
  readonly speaks: boolean;
  /** Entered so many months after the year. */
  readonly enteredLate: number;
}
const kept: fc.Arbitrary<Kept> = fc.record({
  month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }), movedTo: fc.integer({ min: 1, max: 28 }),
  present: fc.boolean(), speaks: fc.boolean(), enteredLate: fc.nat(11),
});

const date = (month: number, day: number, year = 2026) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
/** One session a day at most: two of one day stand for each other, so moving one of them changes who made up what. */
const year = fc.uniqueArray(kept, { minLength: 3, maxLength: 40, selector: ({ month, movedTo, day }) => `${month} ${movedTo} ${day}` })
  .filter((all) => new Set(all.map(({ month, day }) => date(month, day))).size === all.length
    && new Set(all.map(({ month, movedTo }) => date(month, movedTo))).size === all.length);

always('P17: moving the day inside the same period changes no total', year, 30, (sessions) => {
  const told = story();
  const person = told.member(told.branchA);
  const totals = () => evaluate({ schemes: scheme, log: told.book.entries, upTo: { seq: Infinity, date: '2026-12-31' } }).totals;
  const stateOn = ({ month, present, speaks }: Kept, day: number) =>
    sessionState(told.branchA, date(month, day), { ...(present ? { present: [person] } : {}), speakers: speaks ? [person] : [] });
  const ids = sessions.map((one) => told.book.record('session', stateOn(one, one.day), { on: date(one.month, 28) }));
  const before = totals();
  sessions.forEach((one, index) => told.book.amend('session', ids[index] ?? '', stateOn(one, one.movedTo), { on: date(1 + one.enteredLate, 28, 2027) }));
  expect(totals(), 'P17: a day inside the period moved a total').toEqual(before);
});
