import { scoredAspects, type ScoredAspect } from '#domain/assessments/branch-score.ts';
import { addMonths, type CivilDate, lastOfMonth, type Period, yearOf } from '#domain/calendar/civil-date.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { explain } from '#domain/engine/explain.ts';
import type { Reading } from '#domain/engine/reading.ts';
import type { SchemeVersion } from '#domain/engine/scheme-book.ts';
import { branch } from '#domain/engine/subject.ts';
import type { LogEntry, LogEntryOf } from '#domain/facts/fact.ts';
import { filingOf } from '#domain/months/filing.ts';
import { type MonthStanding, monthState } from '#domain/months/month-state.ts';
import { refuseMonth } from '#domain/months/refusals.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import { logOfBranchYear } from '#server/assessments/branch-log-reads.ts';
import { calendarBetween } from '#server/calendar/calendar-reads.ts';
import { lastEntries } from '#server/facts/fact-reads.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import type { Known } from '#server/points/known-reads.ts';
import { adoptedSchemes, schemeOn } from '#server/schemes/scheme-reads.ts';
import { closedFor } from './closing-reads.ts';
import { readingAt } from './pinned-points.ts';

export type SelfCheckEntry = LogEntryOf<'selfCheck'>;

/** What the facts of a branch prove to the end of a month, or to the day on which it still runs. */
export interface BranchMonth {
  readonly reading: Reading;
  readonly version: SchemeVersion;
  readonly grounds: Grounds;
  readonly aspects: readonly ScoredAspect[];
}

/** @throws NoIndicators */
export function branchMonth(known: Known, organisation: string, period: Period, day: CivilDate = lastOfMonth(period)): BranchMonth {
  const reading = readingAt(known, period, day);
  const version = reading.book.forWindow(String(yearOf(period)));
  const tree = version?.scheme.indicators ?? null;
  const grounds = explain(reading, branch(organisation), yearOf(period));
  if (!version || !tree || !grounds) throw refuseMonth('NoIndicators', { period });
  return { reading, version, grounds, aspects: scoredAspects(grounds, tree, day.endsWith('12-31'), version.scheme.registers) };
}

/** The same from the log as it is now; of a month that runs, what is still to come lacks nowhere. */
export async function branchMonthNow(tx: Tx, organisation: string, period: Period, today: CivilDate): Promise<BranchMonth & { readonly schemes: readonly AdoptedScheme[] }> {
  const schemes = await adoptedSchemes(tx);
  const log: readonly LogEntry[] = await logOfBranchYear(tx, organisation, yearOf(period));
  return { ...branchMonth({ seq: Number.MAX_SAFE_INTEGER, log, schemes }, organisation, period, today < lastOfMonth(period) ? today : undefined), schemes };
}

const only = (entries: readonly LogEntry[]): SelfCheckEntry[] => entries.filter((entry) => entry.kind === 'selfCheck');

export const selfChecksOf = async (tx: Tx, organisations: readonly string[], period: Period): Promise<SelfCheckEntry[]> => only(await lastEntries(tx, sql`
  fact_id IN (SELECT fact_id FROM self_check WHERE period = ${period} AND organisation_id = ANY(${[...organisations]}::uuid[]))`));

/** Where the month stands for an organisation today. */
export async function standingFor({ tx, today }: Call, organisation: string, period: Period): Promise<MonthStanding> {
  const calendar = await calendarBetween(tx, `${period}-01`, `${addMonths(period, 3)}-01`);
  const closed = (await closedFor(tx, organisation, [period], today)).has(period);
  return monthState(period, today, calendar, filingOf(await schemeOn(tx, `${period}-01`)), closed);
}

/** The branches below some organisations whose self-checks are collected; those founded later have none. */
export async function branchesBelow({ tx, today }: Call, scopes: readonly string[], period: Period): Promise<{ id: string; name: string; number: string }[]> {
  const below = await subtree(tx, scopes, today);
  return tx.many(sql`SELECT id, short_name AS name, number FROM organisation
    WHERE id = ANY(${[...below]}::uuid[]) AND category IN ('631', '632', '931', '932') AND founded <= ${lastOfMonth(period)} ORDER BY number`);
}

export async function remindedOf(tx: Tx, organisations: readonly string[], period: Period): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.many<{ id: string; on: string }>(sql`
    SELECT organisation_id AS id, reminded_on AS "on" FROM filing_reminder WHERE period = ${period} AND organisation_id = ANY(${[...organisations]}::uuid[])`);
  return new Map(rows.map((it) => [it.id, it.on]));
}

/** Who acts for the secretary of a branch on a day (代行). */
export const deputiesOn = (tx: Tx, organisation: string, day: string): Promise<{ deputy: string; name: string; to: string }[]> => tx.many(sql`
  SELECT d.deputy_id AS deputy, p.name, d.to_day AS "to" FROM delegation d JOIN person p ON p.id = d.deputy_id
  WHERE d.organisation_id = ${organisation} AND d.from_day <= ${day} AND d.to_day >= ${day} ORDER BY d.to_day DESC`);

/** Who sits on the committee of a branch, for a delegation. */
export const committeeOf = (tx: Tx, organisation: string, day: string): Promise<{ id: string; name: string }[]> => tx.many(sql`
  SELECT DISTINCT p.id, p.name FROM post JOIN person p ON p.id = post.person_id
  WHERE post.organisation_id = ${organisation} AND post.post <> 'secretary' AND post.from_day <= ${day} AND (post.to_day IS NULL OR post.to_day >= ${day}) ORDER BY p.name`);

/** The last self-check of a year, of a month before a day's, that a branch has handed in or the office has passed. */
export const lastSelfCheck = async (tx: Tx, organisation: string, year: number, day: CivilDate): Promise<SelfCheckEntry | undefined> => only(await lastEntries(tx, sql`
  fact_id = (SELECT fact_id FROM self_check WHERE organisation_id = ${organisation} AND stage IN ('submitted', 'locked') AND left(period, 4) = ${String(year)}
    AND period < ${day.slice(0, 7)} ORDER BY period DESC LIMIT 1)`))[0];
