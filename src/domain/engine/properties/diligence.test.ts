import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays } from '#domain/calendar/civil-date.ts';
import { attendancesOf } from '#domain/engine/attendance.ts';
import { tallyOf } from '#domain/engine/tally.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { story } from '#test/engine-story.ts';
import { always } from '#test/properties.ts';
import { adopted, part, rule, schemeOf, share } from '#test/scheme-parts.ts';

const FULL = 1600;
const scheme = [adopted(schemeOf([part('study', [rule('mondayShare', share(FULL))])]))];

const shift = fc.record({ start: fc.constantFrom('00:00', '08:00', '16:00', '20:00'), hours: fc.constantFrom(8, 12, 24) });
const cycle: fc.Arbitrary<FactState<'shiftTeam'>['cycle']> = fc.array(fc.array(shift, { maxLength: 1 }), { minLength: 1, maxLength: 8 });
const worlds = fc.record({
  cycles: fc.array(fc.record({ cycle, restHours: fc.constantFrom(0, 12, 24, 48) }), { minLength: 1, maxLength: 6 }),
  /** Each member misses every n-th evening for which he is free; 0 = none. */
  missEvery: fc.array(fc.constantFrom(0, 2, 3), { minLength: 7, maxLength: 7 }),
});

always('P18: the same diligence earns the same points under any shift pattern', worlds, 25, ({ cycles, missEvery }) => {
  const told = story();
  const office = told.member(told.branchA);
  const onShift = cycles.map((pattern) => {
    const person = told.member(told.branchA);
    const team = told.book.record('shiftTeam', { organisation: told.branchA, anchor: '2026-01-01', ...pattern, from: '2025-01-01', to: null });
    told.book.record('teamPlacement', { person, team, from: '2025-01-01', to: null });
    return person;
  });
  const people = [office, ...onShift];
  const evenings = Array.from({ length: 30 }, (_, week) => addDays('2026-01-05', week * 7));
  const sessions = evenings.map((day) => told.held(told.branchA, day));
  const free = freeEvenings(told, people);
  sessions.forEach((session, evening) => attend(told, session, people.filter((person, index) => {
    const before = free.get(person)?.indexOf(evenings[evening] ?? '') ?? -1;
    const missing = missEvery[index] ?? 0;
    return before >= 0 && (missing === 0 || before % missing !== 0);
  })));

  const { totals, reading } = told.evaluate(scheme);
  const byShare = new Map<number, number>();
  people.forEach((person, index) => {
    const { creditHundredths, expected } = tallyOf(reading.world, attendancesOf(reading, person));
    const points = totals.find((one) => one.person === person)?.total ?? null;
    if (expected === 0) return expect(points, 'P18: no basis is no zero').toBeNull();
    if (missEvery[index] === 0) expect(points, 'P18: same diligence, not the same points').toBe(FULL);
    const known = byShare.get(creditHundredths / expected) ?? points ?? 0;
    expect(points, 'P18: same diligence, not the same points').toBe(known);
    byShare.set(creditHundredths / expected, known);
  });
});

/** The evenings for which each is expected and not excused, while nobody has come yet. */
function freeEvenings(told: ReturnType<typeof story>, people: readonly string[]): Map<string, string[]> {
  const { reading } = told.evaluate(scheme);
  return new Map(people.map((person) => [person, attendancesOf(reading, person)
    .filter(({ attendance }) => attendance.status === 'absent').map(({ session }) => session.day)]));
}

function attend({ book }: ReturnType<typeof story>, session: string, present: readonly string[]): void {
  const entry = book.entries.findLast(({ factId }) => factId === session);
  if (entry?.kind !== 'session') return;
  book.amend('session', session, { ...entry.state, marks: present.map((person) => ({ person, mark: 'present', reason: null, sitting: 0 })) });
}
