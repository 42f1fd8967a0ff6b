import type { SessionLine, SessionStatus, SessionText } from '#domain/activities/contract.ts';
import type { Lexicon } from '#domain/activities/lexicon.ts';
import { type CivilDate, daysBetween } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';

/** A session as lists show it, with what their pages need besides. */
export interface SessionRow {
  readonly session: string;
  readonly version: number;
  readonly organisation: string;
  readonly organisationName: string;
  readonly state: FactState<'session'>;
  readonly text: SessionText | null;
  readonly status: SessionStatus;
  readonly recordedBy: string | null;
  /** When the first record of it was entered; null before. */
  readonly recordedOn: CivilDate | null;
}

/** A transaction and the moment at which one asks. */
type Asking = Pick<Call, 'tx' | 'now' | 'today'>;

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** '19:05' on the wall of an office. */
export const wallClock = (call: Pick<Call, 'now'>): string => clock.format(call.now);

interface Span {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

interface Rows {
  readonly limit: number;
  readonly offset?: number;
  readonly newestFirst?: boolean;
}

/** When `line` was first recorded: not planned, but told what became of it. */
export const FIRST_RECORDED = sql`(SELECT min(l.recorded_on) FROM fact_log l WHERE l.fact_id = line.fact_id AND l.state->>'stage' <> 'arranged')`;

const LAST_SITTING = sql`f.state->'sittings'->-1`;

/**
 * Where a session `f` stands, computed from what is known now: an arranged one is to be recorded once its last sitting
 * is over, and a record is done when another than its recorder confirmed that very version.
 */
const statusAt = (today: CivilDate, time: string): Sql => sql`CASE
  WHEN f.withdrawn THEN 'withdrawn'
  WHEN f.state->>'stage' = 'held' AND EXISTS (SELECT 1 FROM confirmation c JOIN fact cf ON cf.fact_id = c.fact_id
    WHERE c.confirmed_id = f.fact_id AND c.version = f.version AND cf.recorded_by IS DISTINCT FROM f.recorded_by) THEN 'done'
  WHEN f.state->>'stage' = 'held' THEN 'toConfirm'
  WHEN f.state->>'stage' = 'notHeld' THEN 'notHeld'
  WHEN EXISTS (SELECT 1 FROM stop WHERE stop.day = f.day AND stop.activities @> (f.state->'activities') AND f.organisation_id = ANY(stop.organisations)) THEN 'stopped'
  WHEN ${LAST_SITTING}->>'day' < ${today} OR (${LAST_SITTING}->>'day' = ${today}
    AND ${LAST_SITTING}->>'from' < ${LAST_SITTING}->>'to' AND ${LAST_SITTING}->>'to' <= ${time}) THEN 'toRecord'
  ELSE 'arranged' END`;

/** Sessions of a span of days, withdrawn ones too, that meet a condition on `line` (columns of `fact`, and `status`), by day. */
async function rowsOf(call: Asking, span: Span, condition: Sql, rows: Rows): Promise<{ items: SessionRow[]; total: number }> {
  const stops = JSON.stringify(await stopsBetween(call.tx, span));
  const order = rows.newestFirst ? sql`day DESC, starts DESC, organisation_number` : sql`day, starts, organisation_number`;
  const found = await call.tx.many<SessionRow & { total: number }>(sql`
    WITH stop AS (SELECT * FROM jsonb_to_recordset(${stops}::jsonb) AS stop(day date, activities jsonb, organisations uuid[])),
    line AS (
      SELECT f.*, coalesce(o.short_name, '') AS organisation_name, o.number AS organisation_number, f.state->'sittings'->0->>'from' AS starts,
        ${statusAt(call.today, wallClock(call))} AS status
      FROM fact f LEFT JOIN organisation o ON o.id = f.organisation_id
      WHERE f.kind = 'session' AND f.day BETWEEN ${span.from} AND ${span.to})
    SELECT fact_id AS session, version, organisation_id AS organisation, organisation_name AS "organisationName", state, status, recorded_by AS "recordedBy",
      (SELECT text FROM fact_text t WHERE t.fact_id = line.fact_id ORDER BY t.version DESC LIMIT 1) AS text,
      ${FIRST_RECORDED} AS "recordedOn",
      count(*) OVER () AS total
    FROM line WHERE ${condition} ORDER BY ${order} LIMIT ${rows.limit} OFFSET ${rows.offset ?? 0}`);
  return { items: found.map(({ total: _, ...row }) => row), total: found[0]?.total ?? 0 };
}

/** Sessions that stand, by day. */
export const sessionRows = (call: Asking, span: Span, condition: Sql, rows: Rows): Promise<{ items: SessionRow[]; total: number }> =>
  rowsOf(call, span, sql`NOT withdrawn AND (${condition})`, rows);

/** Sessions that were withdrawn, by day. */
export const withdrawnRows = (call: Asking, span: Span, condition: Sql, rows: Rows): Promise<{ items: SessionRow[]; total: number }> =>
  rowsOf(call, span, sql`withdrawn AND (${condition})`, rows);

/** One session, withdrawn or not; undefined when there is none. */
export async function sessionRow(call: Call, session: string): Promise<SessionRow | undefined> {
  const placed = await call.tx.one<{ day: CivilDate }>(sql`SELECT day FROM fact WHERE fact_id = ${session} AND kind = 'session'`);
  if (!placed) return undefined;
  return (await rowsOf(call, { from: placed.day, to: placed.day }, sql`fact_id = ${session}`, { limit: 1 })).items[0];
}

interface Stop {
  readonly day: CivilDate;
  readonly activities: readonly string[];
  readonly organisations: readonly string[];
}

/** 停学 and 顺延 of these days, each with everybody below its scope. */
async function stopsBetween(tx: Tx, { from, to }: Span): Promise<Stop[]> {
  const facts = await tx.many<{ state: FactState<'studyStop'> }>(sql`
    SELECT state FROM fact WHERE kind = 'studyStop' AND NOT withdrawn AND day BETWEEN ${from} AND ${to}`);
  const stops: Stop[] = [];
  for (const { state: { day, activities, scope } } of facts) stops.push({ day, activities, organisations: await subtree(tx, [scope], day) });
  return stops;
}

/** Days between a session and its first record (补录 N 天), 0 when it was entered the same day. */
export const lateDaysOf = (day: CivilDate, recordedOn: CivilDate): number => Math.max(0, daysBetween(day, recordedOn));

export function sessionLineOf(row: SessionRow, words: Lexicon): SessionLine {
  const { state, text } = row;
  const first = state.sittings[0];
  return {
    session: row.session,
    organisation: { id: row.organisation, name: row.organisationName },
    activities: words.activities(state.activities, state.day),
    topic: text?.topic ?? '',
    day: state.day,
    from: first?.from ?? '00:00',
    to: first?.to ?? '00:00',
    place: text?.places[0] ?? '',
    sittings: state.sittings.length,
    status: row.status,
    present: state.stage === 'held' && row.status !== 'withdrawn' ? state.marks.filter(({ mark }) => mark === 'present' || mark === 'late').length : null,
    lateDays: row.recordedOn === null ? null : lateDaysOf(state.day, row.recordedOn),
  };
}

/** Other sessions of the organisation around some days that could overlap with one there. */
export const sessionsAround = (tx: Tx, organisations: readonly string[], from: CivilDate, to: CivilDate): Promise<{ session: string; organisation: string; state: FactState<'session'> }[]> =>
  tx.many(sql`SELECT s.fact_id AS session, s.organisation_id AS organisation, f.state FROM session s JOIN fact f ON f.fact_id = s.fact_id
    WHERE s.organisation_id = ANY(${[...organisations]}::uuid[]) AND s.day BETWEEN ${from} AND ${to} AND s.stage <> 'notHeld'
    ORDER BY s.day, s.from_time`);

