import { addMonths, type CivilDate, lastOfMonth, monthOf, type Period, yearOf } from '#domain/calendar/civil-date.ts';
import type { Grounds, PersonTotal, UpTo } from '#domain/engine/evaluation.ts';
import { explain } from '#domain/engine/explain.ts';
import { forget } from '#domain/engine/once.ts';
import { read, type Reading } from '#domain/engine/reading.ts';
import { pointsOf } from '#domain/engine/subject-points.ts';
import { member } from '#domain/engine/subject.ts';
import { totalOf } from '#domain/engine/totals.ts';
import { EVALUATOR } from '#domain/months/evaluator-version.ts';
import { type Statement, statementNumbers } from '#domain/months/statement-rules.ts';
import { hashOfGrounds, type Known } from '#server/points/known-reads.ts';

/** The end of a month: its own facts and those before, by their period. */
export const endOf = (period: Period, seq: number): UpTo => ({ seq, date: lastOfMonth(period), period });

const ends = new WeakMap<Known, Map<Period, Reading>>();
/** A month's end and the one before it are asked for side by side; more would hold a whole log each. */
const ENDS_KEPT = 2;

/** The bureau at a month's end, read once, however many people and branches are asked about; or on a day before it. */
export function readingAt(known: Known, period: Period, day: CivilDate = lastOfMonth(period)): Reading {
  if (day < lastOfMonth(period)) return read({ schemes: known.schemes, log: known.log, upTo: { ...endOf(period, known.seq), date: day } });
  const kept = ends.get(known) ?? new Map<Period, Reading>();
  ends.set(known, kept);
  const reading = kept.get(period) ?? read({ schemes: known.schemes, log: known.log, upTo: endOf(period, known.seq) });
  kept.delete(period);
  kept.set(period, reading);
  const [oldest] = kept.keys();
  if (kept.size > ENDS_KEPT && oldest !== undefined) kept.delete(oldest);
  return reading;
}

export type MonthNumbers = Pick<Statement, 'total' | 'month' | 'parts'> & { readonly grounds: Grounds | null };

/** Reads the log once for a month's end and once for the end before it, and then says of anybody what the month was. */
export interface MonthReader {
  readonly reading: Reading;
  readonly of: (person: string) => MonthNumbers;
  /** Forgets what was found out about somebody of whom nothing more is asked, so that a whole bureau can go by. */
  readonly letGo: (person: string) => void;
}

export function monthReader(known: Known, period: Period): MonthReader {
  const before = monthOf(period) === 1 ? null : readingAt(known, addMonths(period, -1));
  const reading = readingAt(known, period);
  return {
    reading,
    of: (person) => {
      const points = pointsOf(reading, member(person));
      const end = totalOf(reading, points, yearOf(period));
      return { ...statementNumbers(end, totalBefore(before, person, period)), grounds: explain(reading, member(person), yearOf(period), points) };
    },
    letGo: (person) => {
      for (const one of [reading, before]) if (one) forget(one, person);
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
