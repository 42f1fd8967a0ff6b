import type { MonthSession } from '#domain/boards/branch-month.ts';
import { addDays, addMonths, firstOfMonth, lastOfMonth, type Period, yearOf } from '#domain/calendar/civil-date.ts';
import { attendancesAt, wasHeld } from '#domain/engine/attendance.ts';
import { type Reading, read } from '#domain/engine/reading.ts';
import { type Tally, tallyOf } from '#domain/engine/tally.ts';
import type { Session } from '#domain/engine/standing.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { type SessionRow, sessionRows } from '#server/activities/session-reads.ts';
import { logConcerning } from '#server/points/log-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

/** What happened in one month of a branch and its groups, read from the facts. */
export interface MonthOfBranch {
  readonly sessions: readonly MonthSession[];
  /** Sessions held and in force, by day, with what became of everybody expected there. */
  readonly held: readonly { readonly session: Session; readonly tally: Tally }[];
  readonly reading: Reading;
}

/** No month is looked at from inside it: a month counted tonight must not be another one tomorrow. */
const AFTER_ALL = { today: '9999-12-31', now: new Date(0) };
/** So many months the days of a session may lie from the month that it belongs to. */
const APART = 3;
const SESSIONS_MOST = 10_000;
const WEEK = 7;

export async function monthOfBranch(tx: Tx, branch: string, period: Period): Promise<MonthOfBranch> {
  const days = { from: firstOfMonth(addMonths(period, -APART)), to: lastOfMonth(addMonths(period, APART)) };
  const places = await placesOf(tx, branch);
  const { items } = await sessionRows({ tx, ...AFTER_ALL }, days, sql`period = ${period} AND organisation_id = ANY(${places}::uuid[])
    AND ${branch}::uuid IN (organisation_id, (SELECT parent_id FROM organisation_placement place
      WHERE place.fact_id = organisation_id AND place.from_day <= day ORDER BY place.from_day DESC LIMIT 1))`, { limit: SESSIONS_MOST });
  const near = await readingOf(tx, places, days, yearOf(period), around(items.map(({ state }) => state)));
  const known = new Set(items.map(({ session, state }) => placeInTime(session, state)));
  const isWhole = heldIn(near, branch, period).every(({ factId, state }) => known.has(placeInTime(factId, state)));
  const reading = isWhole ? near : await readingOf(tx, places, days, yearOf(period));
  const held = heldIn(reading, branch, period)
    .map((session) => ({ session, tally: tallyOf(reading.world, attendancesAt(reading, session).map((attendance) => ({ session, attendance }))) }));
  return { sessions: items.map(monthSession), held, reading };
}

const heldIn = (reading: Reading, branch: string, period: Period): Session[] => [...reading.world.sessions.values()]
  .filter((it) => it.period === period && wasHeld(reading, it) && reading.world.tree.aboveOn(it.state.organisation, it.day).includes(branch));

type State = SessionRow['state'];
const placeInTime = (session: string, { day, arrangement }: State): string => `${session} ${day} ${arrangement}`;

/**
 * The sessions themselves and those that can stand for one of them: of the same arrangement, or of the same week. What
 * waits for its confirmation may lie on other days than the version in force, which shows only when both are read; then
 * the sessions of the whole year are asked.
 */
function around(states: readonly State[]): Sql {
  const days = states.flatMap(({ day }) => [addDays(day, -WEEK), addDays(day, WEEK)]).toSorted();
  const arrangements = states.flatMap(({ arrangement }) => arrangement ?? []);
  return sql`(day BETWEEN ${days[0] ?? null} AND ${days.at(-1) ?? null} OR state->>'arrangement' = ANY(${arrangements}) OR standing = 'proposed')`;
}

/** The branch and whatever ever hung under it: its Party groups. */
async function placesOf(tx: Tx, branch: string): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(sql`SELECT DISTINCT fact_id AS id FROM organisation_placement WHERE parent_id = ${branch}`);
  return [branch, ...rows.map(({ id }) => id)];
}

/** Everybody at home there around the month, or on a committee there, and the log of their year with what lies beside it. */
async function readingOf(tx: Tx, places: readonly string[], { from, to }: { from: string; to: string }, year: number, sessions?: Sql): Promise<Reading> {
  const then = sql`from_day <= ${to} AND (to_day IS NULL OR to_day >= ${from})`;
  const persons = await tx.many<{ id: string }>(sql`
    SELECT person_id AS id FROM membership WHERE (organisation_id = ANY(${[...places]}::uuid[]) OR group_id = ANY(${[...places]}::uuid[])) AND ${then}
    UNION SELECT person_id FROM post WHERE organisation_id = ANY(${[...places]}::uuid[]) AND ${then}`);
  const log = await logConcerning(tx, persons.map(({ id }) => id), firstOfMonth(addMonths(`${year}-01`, -APART)), lastOfMonth(addMonths(`${year}-12`, APART)), 'last', sessions);
  return read({ schemes: await adoptedSchemes(tx), log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: AFTER_ALL.today } });
}

function monthSession({ state, status, recordedOn }: SessionRow): MonthSession {
  // Seen from after all days, what is arranged and goes on waits for its record.
  const standing = status === 'toRecord' || status === 'arranged' || status === 'withdrawn' ? 'open' : status;
  const last = state.sittings.at(-1) ?? { day: state.day, from: '00:00', to: '00:00' };
  const over = last.from < last.to ? `${last.day} ${last.to}` : `${addDays(last.day, 1)} 00:00`;
  return { activities: state.activities, standing, toRecordFrom: standing === 'open' ? over : null, late: recordedOn !== null && recordedOn > state.day };
}
