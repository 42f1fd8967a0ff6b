import type { z } from 'zod';
import { filingOf } from '#domain/months/filing.ts';
import type { readObjectionStatistics as contract } from '#domain/objections/contract.ts';
import { objectionCounts } from '#domain/objections/statistics.ts';
import { calendarBetween } from '#server/calendar/calendar-reads.ts';
import { lastEntries } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';
import { resultObjections } from './result-objection-reads.ts';
import { statementObjections } from './statement-objection-reads.ts';

/** Counts by the quarter in which objections were raised, for everybody (A-12): how many, in time or not, with what outcome; nobody is named. */
export async function readObjectionStatistics({ tx, today }: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const year = input.year ?? Number(today.slice(0, 4));
  const entries = await lastEntries(tx, sql`kind = 'objection' AND NOT withdrawn AND day BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}`);
  const onStatements = (await statementObjections(tx, sql`true`)).map(({ state }) => state).filter(({ raisedOn }) => raisedOn.startsWith(String(year)));
  const onResults = (await resultObjections(tx, sql`true`)).map(({ state }) => state).filter(({ raisedOn }) => raisedOn.startsWith(String(year)));
  const objections = [...entries.flatMap((entry) => (entry.kind === 'objection' ? entry.state : [])), ...onStatements, ...onResults];
  const filing = filingOf(await schemeOn(tx, `${year}-01-01`));
  const clock = { calendar: await calendarBetween(tx, `${year}-01-01`, `${year + 1}-12-31`), today, filing };
  const quarters = [1, 2, 3, 4].map((quarter) => ({
    quarter, rows: objectionCounts(objections.filter(({ raisedOn }) => Math.ceil(Number(raisedOn.slice(5, 7)) / 3) === quarter), clock),
  }));
  return { year, answerDays: filing.answerDays, reviewDays: filing.reviewDays, quarters: quarters.filter(({ rows }) => rows.length > 0) };
}
