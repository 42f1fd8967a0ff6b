import type { CivilDate, Period } from '#domain/calendar/civil-date.ts';
import { addMonths } from '#domain/calendar/civil-date.ts';
import { hasRunOut } from '#domain/calendar/working-days.ts';
import type { LogEntry, LogEntryOf } from '#domain/facts/fact.ts';
import { filingOf } from '#domain/months/filing.ts';
import type { StatementLine } from '#domain/months/statement-contract.ts';
import { nextDeadline, standingOf } from '#domain/months/statement-rules.ts';
import { calendarBetween } from '#server/calendar/calendar-reads.ts';
import { lastEntries, versionsOf } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';

type StatementEntry = LogEntryOf<'statement'>;
const only = (entries: readonly LogEntry[]): StatementEntry[] => entries.filter((entry) => entry.kind === 'statement');

/** The statements of some people for one month. */
export const statementsOf = async (tx: Tx, persons: readonly string[], period: Period): Promise<StatementEntry[]> => only(await lastEntries(tx, sql`
  fact_id IN (SELECT fact_id FROM statement WHERE period = ${period} AND person_id = ANY(${[...persons]}::uuid[]))`));

export const statementsOfYear = async (tx: Tx, person: string, year: number): Promise<StatementEntry[]> => only(await lastEntries(tx, sql`
  fact_id IN (SELECT fact_id FROM statement WHERE left(period, 4) = ${String(year)} AND person_id = ${person})`));

export const statementsOfBranches = async (tx: Tx, organisations: readonly string[], period: Period): Promise<StatementEntry[]> => only(await lastEntries(tx, sql`
  fact_id IN (SELECT fact_id FROM statement WHERE period = ${period} AND organisation_id = ANY(${[...organisations]}::uuid[]))`));

/** How the statement stands today, with the last day of whoever is to move. */
export async function lineOf({ tx, today }: Call, { factId, version, state }: StatementEntry): Promise<StatementLine & { overdue: boolean }> {
  const calendar = await calendarBetween(tx, state.movedOn, `${addMonths(state.movedOn.slice(0, 7), 4)}-01`);
  const deadline = nextDeadline(state, calendar, filingOf(await schemeOn(tx, `${state.period}-01`)));
  return {
    statement: factId, version, period: state.period, standing: standingOf(state, today), verdict: state.verdict, total: state.total, month: state.month,
    deadline: deadline?.day ?? null, provisional: deadline?.provisional ?? false, overdue: deadline !== null && hasRunOut(deadline, today),
  };
}

/** Whoever entered or confirmed a fact in any of its versions: they do not decide on it. */
export async function authorsOf(tx: Tx, factId: string | null): Promise<readonly string[]> {
  if (factId === null) return [];
  const confirmed = await tx.many<{ by: string }>(sql`
    SELECT l.recorded_by AS by FROM confirmation c JOIN fact_log l ON l.fact_id = c.fact_id WHERE c.confirmed_id = ${factId} AND l.recorded_by IS NOT NULL`);
  return [...(await versionsOf(tx, factId)).flatMap(({ recordedBy }) => recordedBy ?? []), ...confirmed.map(({ by }) => by)];
}

export interface LaterChange {
  readonly fact: string;
  readonly kind: LogEntry['kind'];
  readonly day: CivilDate;
  readonly activities: readonly string[];
}

/** What was entered or changed for a person's month after a number of the log. */
export const changesSince = (tx: Tx, person: string, period: Period, seq: number): Promise<LaterChange[]> => tx.many<LaterChange>(sql`
  SELECT DISTINCT ON (l.fact_id) l.fact_id AS fact, l.kind, l.day, coalesce(l.state->'activities', '[]') AS activities
  FROM fact_log l JOIN fact_person named ON named.fact_id = l.fact_id AND named.person_id = ${person}
  WHERE l.seq > ${seq} AND l.period = ${period} AND l.kind IN ('session', 'makeUp', 'record', 'assignment', 'leave', 'closedDuty') ORDER BY l.fact_id, l.seq DESC LIMIT 100`);
