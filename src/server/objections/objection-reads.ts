import { addMonths, type CivilDate } from '#domain/calendar/civil-date.ts';
import { hasRunOut, type ReckonedDay, type WorkingCalendar, workingDaysBetween } from '#domain/calendar/working-days.ts';
import type { LogEntry, LogEntryOf } from '#domain/facts/fact.ts';
import { lexicon } from '#domain/activities/lexicon.ts';
import { type FilingClock, filingOf } from '#domain/months/filing.ts';
import { deadlineOf, isOpen, type Objection, type ObjectionStanding, standingOf } from '#domain/objections/objection-rules.ts';
import { calendarBetween } from '#server/calendar/calendar-reads.ts';
import { lastEntries } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

export type ObjectionEntry = LogEntryOf<'objection'>;

/** Objections that meet a condition on their table, in the order in which they were last moved. */
export const objectionsWhere = async (tx: Tx, condition: Sql): Promise<ObjectionEntry[]> =>
  (await lastEntries(tx, sql`fact_id IN (SELECT fact_id FROM objection WHERE ${condition})`)).filter((entry) => entry.kind === 'objection');

/** How an objection stands today by the working calendar. */
export interface Clocked {
  readonly standing: ObjectionStanding;
  readonly deadline: ReckonedDay | null;
  readonly overdue: boolean;
  readonly daysLeft: number | null;
}

export interface ObjectionClock {
  readonly calendar: WorkingCalendar;
  readonly daysOf: (raisedOn: CivilDate) => FilingClock;
  readonly of: (objection: Objection) => Clocked;
}

/** So many months a clock may reach beyond today. */
const AHEAD = 6;

/** The days that the scheme in force gave when an objection was raised, counted in the calendar as it is announced now. */
export async function clockSince({ tx, today }: Call, first: CivilDate): Promise<ObjectionClock> {
  const calendar = await calendarBetween(tx, first, `${addMonths(today.slice(0, 7), AHEAD)}-01`);
  const { schemeOn } = lexicon(await adoptedSchemes(tx));
  const daysOf = (raisedOn: CivilDate): FilingClock => filingOf(schemeOn(raisedOn) ?? undefined);
  return {
    calendar, daysOf,
    of: (objection) => {
      const days = daysOf(objection.raisedOn);
      const standing = standingOf(objection, today, calendar, days);
      const deadline = deadlineOf(objection, standing, calendar, days);
      return {
        standing, deadline, overdue: deadline !== null && hasRunOut(deadline, today),
        daysLeft: deadline === null ? null : workingDaysBetween(calendar, today, deadline.day).days,
      };
    },
  };
}

export const clockFor = (call: Call, entries: readonly { readonly state: Objection }[]): Promise<ObjectionClock> =>
  clockSince(call, entries.map(({ state }) => state.raisedOn).toSorted()[0] ?? call.today);

/** Those under way (异议中): asked by whoever shows a number, or wants to make one final. */
export async function openObjections(call: Call, condition: Sql): Promise<ObjectionEntry[]> {
  const found = await objectionsWhere(call.tx, sql`stage IN ('raised', 'answered', 'appealed') AND (${condition})`);
  if (found.length === 0) return [];
  const clock = await clockFor(call, found);
  return found.filter(({ state }) => isOpen(clock.of(state).standing));
}

/** What is under objection for one member or branch, by the id under which its grounds show it: a fact or an item. */
export async function underObjection(call: Call, subject: string): Promise<Record<string, string>> {
  const open = await openObjections(call, sql`subject_id = ${subject}`);
  return Object.fromEntries(open.flatMap(({ factId, state: { about } }) =>
    (about.kind === 'fact' ? [[about.fact, factId]] : about.kind === 'item' ? [[about.item, factId]] : [])));
}

/**
 * How far an upheld objection opens a closed month for one version of a fact: not, by the answer, or by the review. Where
 * the correction moves the fact to another month, it opens the month that it leaves as well.
 */
export async function upheldFor(tx: Tx, { factId, version }: Pick<LogEntry, 'factId' | 'version'>): Promise<'answered' | 'decided' | null> {
  const row = await tx.one<{ stage: 'answered' | 'decided' }>(sql`
    SELECT stage FROM objection WHERE corrected_id = ${factId} AND corrected_version BETWEEN ${version} AND ${version + 1} AND verdict IN ('upheld', 'partly') ORDER BY stage DESC LIMIT 1`);
  return row?.stage ?? null;
}
