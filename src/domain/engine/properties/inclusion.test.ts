import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays, lastOfMonth } from '#domain/calendar/civil-date.ts';
import { firstDayOf, lastDayOf, type WindowKind } from '#domain/calendar/window.ts';
import { windowsOfYear } from '#domain/engine/due-windows.ts';
import { askedIn } from '#domain/engine/inclusion.ts';
import { read } from '#domain/engine/reading.ts';
import { branch } from '#domain/engine/subject.ts';
import { pointsOf } from '#domain/engine/subject-points.ts';
import { mondays, story } from '#test/engine-story.ts';
import { always } from '#test/properties.ts';
import { adopted, part, rule, schemeOf, share } from '#test/scheme-parts.ts';

const dayOfYear = fc.nat(364).map((days) => addDays('2026-01-01', days));
const kinds = fc.constantFrom<WindowKind>('month', 'quarter', 'half', 'year');
const upTo = { seq: Infinity, date: '2026-12-31' };
const schemes = (per: WindowKind, atLeast: number) => [adopted(schemeOf([], {
  indicators: part('score', [{ ...rule('quota', { kind: 'duty', full: 10_000, per, atLeast }), match: { activities: ['themePartyDay'] } }, rule('study', share(10_000))], { missing: 'zero' }),
}))];

const cases = fc.record({ per: kinds, quota: fc.integer({ min: 1, max: 30 }), from: dayOfYear, founded: fc.option(dayOfYear), dissolved: fc.option(dayOfYear) });

/** A branch that is there from one day to another and reckoned with from a third. */
function told({ per, quota, from, founded, dissolved }: { per: WindowKind; quota: number; from: string | null; founded: string | null; dissolved: string | null }) {
  const bureau = story();
  const person = bureau.member(bureau.branchA);
  const last = dissolved !== null && dissolved > (founded ?? '') ? dissolved : null;
  bureau.book.amend('organisation', bureau.branchA, { category: '631', number: 'A1', name: 'A1', shortName: 'A1', founded: founded ?? '2020-01-01', dissolved: last, placements: [{ parent: bureau.committee, from: founded ?? '2020-01-01' }] });
  for (const day of mondays('2026-01-01', '2026-12-31').filter((_, at) => at % 4 === 0)) bureau.held(bureau.branchA, day, { present: [person] });
  if (from !== null) bureau.book.record('inclusion', { organisation: bureau.committee, from });
  const reading = read({ schemes: schemes(per, quota), log: bureau.book.entries, upTo });
  const asked = windowsOfYear(per, 2026, upTo.date).map((window) => ({ window, asked: askedIn(reading, bureau.branchA, window, quota) }));
  const shares = pointsOf(reading, branch(bureau.branchA)).shares;
  return { asked, last, measured: (id: string) => shares.find(({ placed }) => placed.rule.id === id)?.measured };
}

/** The months of a window that lie wholly between two days, reckoned day by day. */
function wholeMonths(first: string, end: string, since: string, last: string | null): { whole: number; all: number } {
  let [whole, all] = [0, 0];
  for (let day = first; day <= end; day = addDays(lastOfMonth(day), 1)) {
    all += 1;
    if (day >= since && (last === null || last >= lastOfMonth(day))) whole += 1;
  }
  return { whole, all };
}

always('A-7: a quota is asked for the whole months in force, rounded down, and of one month whole or not at all', cases, 150, (one) => {
  const { asked, last } = told(one);
  const since = [one.from, one.founded ?? ''].toSorted().at(-1) ?? '';
  for (const { window, asked: found } of asked) {
    const { whole, all } = wholeMonths(firstDayOf(window), lastDayOf(window), since, last);
    expect(found, 'A-7: more or less was asked than the months in force').toBe(Math.floor((one.quota * whole) / all));
  }
});

always('a later day of inclusion never asks for more, and never lowers a mark that nothing was done for', cases, 80, (one) => {
  const [with_, without] = [told(one), told({ ...one, from: null })];
  expect(with_.asked.reduce((sum, { asked }) => sum + asked, 0), 'inclusion asked for more').toBeLessThanOrEqual(without.asked.reduce((sum, { asked }) => sum + asked, 0));
  expect(with_.measured('quota')?.whole ?? 0).toBeLessThanOrEqual(without.measured('quota')?.whole ?? 0);
});

always('P8: what was recorded before the day of inclusion stays in every share of attendance', cases, 60, (one) => {
  const [before, after] = [told({ ...one, from: null }).measured('study'), told(one).measured('study')];
  expect({ part: after?.part, whole: after?.whole }, 'P8: inclusion moved a share of attendance').toEqual({ part: before?.part, whole: before?.whole });
});
