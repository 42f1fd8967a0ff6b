import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays, isWithin } from '#domain/calendar/civil-date.ts';
import { attendancesAt, attendancesOf, expectedAt } from '#domain/engine/attendance.ts';
import { evaluate } from '#domain/engine/evaluate.ts';
import { read } from '#domain/engine/reading.ts';
import { sessionState } from '#test/engine-story.ts';
import { endOfYear, histories, type History, schemesOf } from '#test/histories.ts';
import { awayAndBack } from '#test/histories/away-and-back.ts';
import { always } from '#test/properties.ts';

const dayOfYear = fc.nat(364).map((day) => addDays('2026-01-01', day));
const reading = (history: History) => read({ schemes: schemesOf(history), log: history.log, upTo: endOfYear });

/** Who was at home in the branch that day, told from the spells that the teller remembers. */
function atHome({ bureau }: History, branch: string, day: string): string[] {
  const there = [...bureau.spells].filter(([, spells]) => spells.some(({ state }) =>
    state.organisation === branch && isWithin(day, state) && state.stage !== 'none' && state.staffKind !== 'retired'));
  return there.map(([person]) => person).sort();
}

const onSomeDays = fc.record({ history: histories(), days: fc.array(dayOfYear, { minLength: 5, maxLength: 5 }) });
always('P7: each is expected each day in the one branch of that day, and the branches make the committee', onSomeDays, 15, ({ history, days }) => {
  const read = reading(history);
  for (const day of days) {
    const expected = (organisation: string) => expectedAt(read, sessionState(organisation, day)).map(({ person }) => person);
    const byBranch = history.bureau.branches.map(expected);
    expect(byBranch, 'P7: expected where he was not at home').toEqual(history.bureau.branches.map((branch) => atHome(history, branch, day)));
    expect(byBranch.flat().sort(), 'P7: the branches are not the committee').toEqual(expected(history.bureau.root));
  }
});

const movedAway = fc.record({ history: histories(), person: fc.nat(99), to: fc.nat(2), day: dayOfYear });
always('P7: moving away and back on the same day changes nothing', movedAway, 15, ({ history, person, to, day }) => {
  const schemes = schemesOf(history);
  const stayed = evaluate({ schemes, log: history.log, upTo: endOfYear });
  const moved = evaluate({ schemes, log: awayAndBack(history, person, to, day), upTo: endOfYear });
  expect(moved.totals, 'P7: moving away and back changed a total').toEqual(stayed.totals);
});

always('A-8: the list of a session and the year of a person are two sides of the same', histories(), 15, (history) => {
  const read = reading(history);
  const held = [...read.world.sessions.values()].filter(({ state }) => state.stage === 'held');
  const bySession = held.flatMap((session) => attendancesAt(read, session));
  const byPerson = history.bureau.people.flatMap((person) => attendancesOf(read, person).map(({ attendance }) => attendance));
  const sorted = (all: typeof byPerson) => all.map((one) => JSON.stringify(one)).sort();
  expect(sorted(bySession)).toEqual(sorted(byPerson));
});

const someOf = fc.record({ history: histories(), which: fc.nat(3) });
always('A-1: evaluating some people alone gives what evaluating all gives for them', someOf, 12, ({ history, which }) => {
  const only = history.bureau.people.filter((_, index) => index % 4 === which);
  const input = { schemes: schemesOf(history), log: history.log, upTo: endOfYear };
  const all = evaluate(input);
  const some = evaluate({ ...input, only });
  expect(some.values).toEqual(all.values.filter(({ person }) => only.includes(person)));
  expect(some.totals).toEqual(all.totals.filter(({ person }) => only.includes(person)));
});
