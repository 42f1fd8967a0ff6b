import fc from 'fast-check';
import { expect } from 'vitest';
import { lastOfMonth } from '#domain/calendar/civil-date.ts';
import { evaluate } from '#domain/engine/evaluate.ts';
import type { UpTo } from '#domain/engine/evaluation.ts';
import { explain } from '#domain/engine/explain.ts';
import { member } from '#domain/engine/subject.ts';
import { statementNumbers } from '#domain/months/statement-rules.ts';
import type { History } from '#test/histories.ts';
import { histories, schemesOf } from '#test/histories.ts';
import { always } from '#test/properties.ts';

const MONTHS = 12;
const periodAt = (month: number): string => `2026-${String(month).padStart(2, '0')}`;
const endOf = (month: number, seq: number): UpTo => ({ seq, date: lastOfMonth(periodAt(month)), period: periodAt(month) });

const published = fc.record({ history: histories(), month: fc.integer({ min: 1, max: MONTHS }), share: fc.integer({ min: 20, max: 95 }) });

/** Totals and grounds of everybody at a month's end, from a log and what of it was known. */
function publish(history: History, log: History['log'], upTo: UpTo) {
  const { totals, reading } = evaluate({ schemes: schemesOf(history), log, upTo });
  return { totals, grounds: history.bureau.people.map((person) => explain(reading, member(person), 2026)) };
}

always('P3: what was published recomputes equal after any later commands', published, 15, ({ history, month, share }) => {
  const seq = Math.floor((history.log.length * share) / 100);
  const then = publish(history, history.log.filter((entry) => entry.seq <= seq), endOf(month, seq));
  expect(publish(history, history.log, endOf(month, seq)), 'P3: a published number recomputes to another').toEqual(then);
});

always('P6: what the months add comes to the total of the year, whatever is known later', published, 10, ({ history, share }) => {
  const seq = Math.floor((history.log.length * share) / 100);
  const totalsAt = Array.from({ length: MONTHS }, (_, at) => evaluate({ schemes: schemesOf(history), log: history.log, upTo: endOf(at + 1, seq) }).totals);
  for (const person of history.bureau.people) {
    const ends = totalsAt.map((totals) => totals.find((it) => it.person === person && it.year === 2026) ?? null);
    const months = ends.map((end, at) => statementNumbers(end, ends[at - 1] ?? null).month);
    const last = ends.at(-1)?.total ?? null;
    // Where a month had no basis, the next one has all that came until then.
    if (months.includes(null) || last === null) continue;
    expect(months.reduce<number>((sum, value) => sum + (value ?? 0), 0), 'P6: the months do not add up to the year').toBe(last);
  }
});
