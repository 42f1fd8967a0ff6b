import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { explain } from '#domain/engine/explain.ts';
import { type Reading, read } from '#domain/engine/reading.ts';
import type { SchemeVersion } from '#domain/engine/scheme-book.ts';
import { branch } from '#domain/engine/subject.ts';
import type { AdoptedScheme, PointsPart } from '#domain/schemes/scheme.ts';
import type { Tx } from '#server/platform/database.ts';
import { logOfBranchYear } from './branch-log-reads.ts';

/** One branch's year under its scheme: what the page of the branch and the board of the office both show. */
export interface BranchYear {
  readonly reading: Reading;
  /** Null: no scheme with indicators was in force in the year. */
  readonly version: SchemeVersion | null;
  readonly tree: PointsPart | null;
  readonly grounds: Grounds | null;
  /** What it was read from, for another day. */
  readonly log: readonly LogEntry[];
}

/**
 * @param day of what had happened by then.
 * @param seq of what was known by this entry.
 */
export async function branchYear(tx: Tx, schemes: readonly AdoptedScheme[], organisation: string, year: number, day: CivilDate, seq?: number): Promise<BranchYear> {
  const log = await logOfBranchYear(tx, organisation, year);
  const reading = readUpTo(schemes, log, day, seq);
  const version = reading.book.forWindow(String(year));
  const tree = version?.scheme.indicators ?? null;
  return { reading, version, tree, log, grounds: tree === null ? null : explain(reading, branch(organisation), year) };
}

export const readUpTo = (schemes: readonly AdoptedScheme[], log: readonly LogEntry[], date: CivilDate, seq = Number.MAX_SAFE_INTEGER): Reading =>
  read({ schemes, log, upTo: { seq, date } });
