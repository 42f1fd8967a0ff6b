import { setTimeout as pause } from 'node:timers/promises';
import type { MonthCounts } from '#domain/boards/branch-month.ts';
import type { MonthBoard } from '#domain/boards/month-contract.ts';
import { firstOfMonth, lastOfMonth, type Period } from '#domain/calendar/civil-date.ts';
import type { OrganisationCategory } from '#domain/orgs/categories.ts';
import type { Call } from '#server/platform/call.ts';
import { civilDay } from '#server/platform/clock.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { wallClock } from '#server/activities/session-reads.ts';
import { lastSeq } from '#server/points/points-reads.ts';

export interface PlacedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly category: OrganisationCategory;
  readonly parent: string | null;
}

/**
 * Some organisations and everything below them that existed on any day of a month, where they hung last in it: who was
 * dissolved in the middle of the month held sessions in its first half.
 */
export const organisationsIn = (tx: Tx, roots: readonly string[], period: Period): Promise<PlacedOrganisation[]> =>
  tx.many(sql`
    WITH RECURSIVE placed AS (
      SELECT DISTINCT ON (o.id) o.id, o.short_name AS name, o.number, o.category, place.parent_id AS parent
      FROM organisation o JOIN organisation_placement place ON place.fact_id = o.id AND place.from_day <= ${lastOfMonth(period)}
      WHERE o.founded <= ${lastOfMonth(period)} AND (o.dissolved IS NULL OR o.dissolved >= ${firstOfMonth(period)})
      ORDER BY o.id, place.from_day DESC),
    below AS (
      SELECT * FROM placed WHERE id = ANY(${[...roots]}::uuid[])
      UNION
      SELECT placed.* FROM placed JOIN below ON placed.parent = below.id)
    SELECT * FROM below ORDER BY number`);

/** A row of the board; what waits for its record is counted at the moment of reading. */
export interface MonthRow extends MonthCounts {
  readonly organisation: string;
  readonly activity: string;
  readonly toRecord: number;
}

export const monthRows = (call: Call, organisations: readonly string[], period: Period): Promise<MonthRow[]> =>
  call.tx.many(sql`
    SELECT organisation_id AS organisation, activity, arranged, held, not_held AS "notHeld", stopped, to_confirm AS "toConfirm", late,
      expected, present, made_up AS "madeUp", excused, absent,
      (SELECT count(*) FROM unnest(to_record_from) AS since WHERE since <= ${`${call.today} ${wallClock(call)}`}) AS "toRecord"
    FROM branch_month WHERE organisation_id = ANY(${[...organisations]}::uuid[]) AND period = ${period}`);

/** Up to where the boards know everything. Asked before the rows are read, so that these never know less. */
export async function boardsKnow(call: Call): Promise<MonthBoard['asOf']> {
  const { tx, today } = call;
  const due = await tx.one<{ seq: number; at: Date }>(sql`
    SELECT seq, logged_at AS at FROM fact_log WHERE seq = (SELECT min(seq) FROM projection_due)`);
  if (due) return { seq: due.seq - 1, day: civilDay(due.at), time: wallClock({ now: due.at }), behind: true };
  return { seq: await lastSeq(tx), day: today, time: wallClock(call), behind: false };
}

const PATIENCE_MS = 1_000;
const LOOK_EVERY_MS = 20;

/** Whoever has just recorded something finds it on the board: he waits a little for it (A-13). */
export async function awaitOwn(call: Call, organisations: readonly string[], period: Period, patienceMs = PATIENCE_MS): Promise<void> {
  const until = performance.now() + patienceMs;
  while (await ownIsDue(call, organisations, period) && performance.now() < until) await pause(LOOK_EVERY_MS);
}

/** His entries, and after these were looked up, the months that he is about to read. */
async function ownIsDue({ tx, actor }: Call, organisations: readonly string[], period: Period): Promise<boolean> {
  const due = await tx.many(sql`
    SELECT 1 FROM projection_due JOIN fact_log USING (seq) WHERE organisation_id IS NULL AND recorded_by_account = ${actor.account}
    UNION ALL SELECT 1 FROM projection_due WHERE organisation_id = ANY(${[...organisations]}::uuid[]) AND projection_due.period = ${period}
    LIMIT 1`);
  return due.length > 0;
}
