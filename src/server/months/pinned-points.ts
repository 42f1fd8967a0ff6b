import { addMonths, lastOfMonth, monthOf, type Period, yearOf } from '#domain/calendar/civil-date.ts';
import type { Grounds, PersonTotal, UpTo } from '#domain/engine/evaluation.ts';
import { explain } from '#domain/engine/explain.ts';
import { read, type Reading } from '#domain/engine/reading.ts';
import { pointsOf } from '#domain/engine/subject-points.ts';
import { member } from '#domain/engine/subject.ts';
import { totalOf } from '#domain/engine/totals.ts';
import { EVALUATOR } from '#domain/months/evaluator-version.ts';
import { type Statement, statementNumbers } from '#domain/months/statement-rules.ts';
import { hashOfGrounds, type Known } from '#server/points/known-reads.ts';

/** The end of a month: its own facts and those before, by their period. */
export const endOf = (period: Period, seq: number): UpTo => ({ seq, date: lastOfMonth(period), period });

export type MonthNumbers = Pick<Statement, 'total' | 'month' | 'parts'> & { readonly grounds: Grounds | null };

/** Reads the log once for a month's end and once for the end before it, and then says of anybody what the month was. */
export function monthReader({ seq, log, schemes }: Known, period: Period): { readonly reading: Reading; readonly of: (person: string) => MonthNumbers } {
  const reading = read({ schemes, log, upTo: endOf(period, seq) });
  const before = monthOf(period) === 1 ? null : read({ schemes, log, upTo: endOf(addMonths(period, -1), seq) });
  return {
    reading,
    of: (person) => {
      const points = pointsOf(reading, member(person));
      const end = totalOf(reading, points, yearOf(period));
      return { ...statementNumbers(end, totalBefore(before, person, period)), grounds: explain(reading, member(person), yearOf(period), points) };
    },
  };
}

const totalBefore = (before: Reading | null, person: string, period: Period): Omit<PersonTotal, 'person'> | null =>
  (before === null ? null : totalOf(before, pointsOf(before, member(person)), yearOf(period)));

/** By what a pinned number recomputes. Null before the first scheme: then there is nothing to publish. */
export function pinOf({ reading }: { readonly reading: Reading }, { seq }: Known, period: Period, grounds: Grounds | null) {
  const version = reading.book.forWindow(String(yearOf(period)));
  return version && {
    scheme: version.scheme.id, schemeVersion: version.scheme.version, evaluator: EVALUATOR, asOfSeq: seq, date: lastOfMonth(period), groundsHash: hashOfGrounds(grounds),
  };
}
