import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays } from '#domain/calendar/civil-date.ts';
import { attendancesOf } from '#domain/engine/attendance.ts';
import type { Reading } from '#domain/engine/reading.ts';
import { tallyOf } from '#domain/engine/tally.ts';
import { story } from '#test/engine-story.ts';
import { always } from '#test/properties.ts';
import { adopted, part, rule, schemeOf, share } from '#test/scheme-parts.ts';

type Cell = 'present' | 'late' | 'madeUp' | 'excused' | 'absent';
/** One row a person, one column a Monday. */
type Table = readonly (readonly Cell[])[];

const cell = fc.constantFrom<Cell>('present', 'late', 'madeUp', 'excused', 'absent');
const mondays = 8;
const table: fc.Arbitrary<Table> = fc.array(fc.array(cell, { minLength: mondays, maxLength: mondays }), { minLength: 1, maxLength: 6 });
const scheme = [adopted(schemeOf([part('study', [rule('mondayShare', share(10_000))])]))];

/** The share of each person in hundredths of a per cent, and that of the branch, pooled; null without a basis. */
function sharesOf(cells: Table): { persons: (number | null)[]; branch: { credit: number; expected: number } } {
  const told = story();
  const people = cells.map(() => told.member(told.branchA));
  for (let week = 0; week < mondays; week += 1) {
    const day = addDays('2026-01-05', week * 7);
    const being = (wanted: Cell) => people.filter((_, index) => cells[index]?.[week] === wanted);
    const session = told.held(told.branchA, day, {
      present: being('present'), late: being('late'), absent: [...being('absent'), ...being('madeUp')],
      excused: Object.fromEntries(being('excused').map((person) => [person, 'calledOut'])),
    });
    for (const person of being('madeUp')) told.book.record('makeUp', { session, person, day, way: 'replay' });
  }
  const { totals, reading } = told.evaluate(scheme);
  return { persons: people.map((person) => totals.find((one) => one.person === person)?.total ?? null), branch: pooled(reading, people) };
}

function pooled(reading: Reading, people: readonly string[]): { credit: number; expected: number } {
  const { creditHundredths, expected } = tallyOf(reading.world, people.flatMap((person) => attendancesOf(reading, person)));
  return { credit: creditHundredths, expected };
}

const better: Readonly<Record<Cell, readonly Cell[]>> = {
  absent: ['excused', 'madeUp'], excused: ['madeUp'], madeUp: [], present: [], late: [],
};

const changed = fc.record({ cells: table, person: fc.nat(5), week: fc.nat(mondays - 1) });
always('P8: to be excused or to make up never lowers a share that has a basis', changed, 60, ({ cells, person, week }) => {
  const row = person % cells.length;
  for (const instead of better[cells[row]?.[week] ?? 'present']) {
    const after = cells.map((one, index) => (index === row ? one.with(week, instead) : one));
    const [before = null, now = null] = [sharesOf(cells).persons[row], sharesOf(after).persons[row]];
    if (before !== null && now !== null) expect(now, 'P8: an excuse or make-up lowered a share').toBeGreaterThanOrEqual(before);
  }
});

always('P8: an excused person changes no share, and a branch is the pool of its halves', table, 60, (cells) => {
  const before = sharesOf(cells);
  const after = sharesOf([...cells, Array<Cell>(mondays).fill('excused')]);
  expect(after.branch, 'P8: an excused person changed the share of the branch').toEqual(before.branch);
  expect(after.persons.at(-1), 'P8: who was excused from everything has no basis').toBeNull();
  const half = Math.ceil(cells.length / 2);
  const [one, other] = [sharesOf(cells.slice(0, half)).branch, sharesOf(cells.slice(half)).branch];
  expect({ credit: one.credit + other.credit, expected: one.expected + other.expected }, 'P8: the halves are not the whole').toEqual(before.branch);
});
