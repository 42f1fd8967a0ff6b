import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays } from '#domain/calendar/civil-date.ts';
import { attendancesAt } from '#domain/engine/attendance.ts';
import { read, type Reading } from '#domain/engine/reading.ts';
import { branch } from '#domain/engine/subject.ts';
import { pointsOf } from '#domain/engine/subject-points.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import { story } from '#test/engine-story.ts';
import { endOfYear, histories } from '#test/histories.ts';
import { always } from '#test/properties.ts';
import { adopted, part, rule, schemeOf, share } from '#test/scheme-parts.ts';

const schemes: AdoptedScheme[] = [adopted(schemeOf([], { indicators: part('score', [rule('rate', share(10_000))]) }))];
const nothing = { part: 0, whole: 0 };

/** Numerator and denominator of a branch's share: what can be pooled. */
function shareOf(reading: Reading, organisation: string): { part: number; whole: number } {
  const found = pointsOf(reading, branch(organisation)).shares.find(({ placed }) => placed.rule.id === 'rate');
  return found ? { part: found.measured.part, whole: found.measured.whole } : nothing;
}
const pooled = (shares: readonly { part: number; whole: number }[]) =>
  shares.reduce((sum, one) => ({ part: sum.part + one.part, whole: sum.whole + one.whole }), nothing);

type Cell = 'present' | 'late' | 'excused' | 'absent';
const MONDAYS = 6;
const table = fc.array(fc.array(fc.constantFrom<Cell>('present', 'late', 'excused', 'absent'), { minLength: MONDAYS, maxLength: MONDAYS }), { minLength: 2, maxLength: 8 });

/** The people of the table at home in one branch, or the second half of them in another with sessions of its own. */
function told(cells: readonly (readonly Cell[])[], split: boolean): { part: number; whole: number }[] {
  const bureau = story();
  const homes = cells.map((_, at) => (split && at >= cells.length / 2 ? bureau.branchB : bureau.branchA));
  const people = homes.map((home) => bureau.member(home));
  for (let week = 0; week < MONDAYS; week += 1) {
    for (const home of new Set(homes)) {
      const being = (wanted: Cell) => people.filter((_, at) => homes[at] === home && cells[at]?.[week] === wanted);
      const excused = Object.fromEntries(being('excused').map((person) => [person, 'calledOut']));
      bureau.held(home, addDays('2026-01-05', week * 7), { present: being('present'), late: being('late'), absent: being('absent'), excused });
    }
  }
  const { reading } = bureau.evaluate(schemes);
  return [...new Set(homes)].map((home) => shareOf(reading, home));
}

always('P8: a branch that is split and pooled again has the same share', table, 60, (cells) => {
  expect(pooled(told(cells, true)), 'P8: the halves are not the whole').toEqual(pooled(told(cells, false)));
});

always('P7: through any transfers each attendance is in the share of exactly one branch', histories(), 15, ({ log, bureau }) => {
  const reading = read({ schemes, log, upTo: endOfYear });
  const own = [...bureau.branches, ...bureau.groups];
  const attended = [...reading.world.sessions.values()]
    .filter(({ state, period }) => state.stage === 'held' && own.includes(state.organisation) && state.activities.includes('mondayStudy') && period.startsWith('2026'))
    .flatMap((session) => attendancesAt(reading, session)).filter(({ status }) => status !== 'excused');
  const counted = pooled(bureau.branches.map((organisation) => shareOf(reading, organisation)));
  expect(counted.whole, 'P7: expected twice, or nowhere').toBe(attended.length * 100);
  expect(counted.part, 'P7: attended twice, or nowhere').toBe(attended.reduce((sum, { credit }) => sum + credit, 0));
});
