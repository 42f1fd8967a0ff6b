import { createHash } from 'node:crypto';
import { addMonths, lastOfMonth, monthOf, type Period, yearOf } from '#domain/calendar/civil-date.ts';
import { adoptedSchemes as adoptedIn } from '#domain/engine/adoption.ts';
import type { Grounds, PersonTotal, UpTo } from '#domain/engine/evaluation.ts';
import { explain } from '#domain/engine/explain.ts';
import { read, type Reading } from '#domain/engine/reading.ts';
import { member } from '#domain/engine/subject.ts';
import { pointsOf } from '#domain/engine/subject-points.ts';
import { totalOf } from '#domain/engine/totals.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { EVALUATOR } from '#domain/months/evaluator-version.ts';
import { type Statement, statementNumbers } from '#domain/months/statement-rules.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import { wholeLog } from '#server/facts/fact-reads.ts';
import { canonical } from '#server/facts/fact-writes.ts';
import type { Tx } from '#server/platform/database.ts';
import { schemesByHash } from '#server/schemes/scheme-reads.ts';

/** What a number rests on, and nothing else: the log and the schemes as they were known. */
export interface Known {
  readonly seq: number;
  readonly log: readonly LogEntry[];
  readonly schemes: readonly AdoptedScheme[];
}

/** Everything that was known at a number of the log, adoptions of schemes among it: nothing that came later can show. */
export async function knownAt(tx: Tx, seq: number): Promise<Known> {
  const log = await wholeLog(tx, seq);
  const texts = await schemesByHash(tx, log.flatMap((entry) => (entry.kind === 'schemeAdoption' ? [entry.state.textHash] : [])));
  const schemes = adoptedIn(log, { seq, date: '9999-12-31' }, (_, __, hash) => {
    const scheme = texts.get(hash);
    if (!scheme) throw new Error(`the adopted scheme ${hash} has no text`);
    return scheme;
  });
  return { seq, log, schemes };
}

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

export const hashOfGrounds = (grounds: Grounds | null): string => createHash('sha256').update(canonical(grounds)).digest('hex');

/** By what a pinned number recomputes. Null before the first scheme: then there is nothing to publish. */
export function pinOf({ reading }: { readonly reading: Reading }, { seq }: Known, period: Period, grounds: Grounds | null) {
  const version = reading.book.forWindow(String(yearOf(period)));
  return version && {
    scheme: version.scheme.id, schemeVersion: version.scheme.version, evaluator: EVALUATOR, asOfSeq: seq, date: lastOfMonth(period), groundsHash: hashOfGrounds(grounds),
  };
}
