import type { ScoreBoard } from '#domain/assessments/board-contract.ts';
import type { ItemState } from '#domain/assessments/item-standing.ts';
import type { Lack } from '#domain/assessments/lacks.ts';
import { wallClock } from '#server/activities/session-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { civilDay } from '#server/platform/clock.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { lastSeq } from '#server/points/points-reads.ts';

export interface WholeRow {
  readonly organisation: string;
  /** '' is the year as a whole. */
  readonly aspect: string;
  readonly value: number | null;
  readonly full: number | null;
  readonly progressToDate: number | null;
  readonly quarterValue: number | null;
}

export interface ItemRow {
  readonly organisation: string;
  readonly item: string;
  readonly value: number | null;
  readonly full: number | null;
  readonly state: ItemState;
  readonly progressToDate: number | null;
  readonly lacks: readonly Lack[];
}

export const wholeRows = (tx: Tx, organisations: readonly string[], year: number): Promise<WholeRow[]> =>
  tx.many(sql`
    SELECT organisation_id AS organisation, aspect, value, full_mark AS "full", progress_to_date AS "progressToDate", quarter_value AS "quarterValue"
    FROM branch_year WHERE organisation_id = ANY(${[...organisations]}::uuid[]) AND year = ${year}`);

export const itemRows = (tx: Tx, organisations: readonly string[], year: number): Promise<ItemRow[]> =>
  tx.many(sql`
    SELECT organisation_id AS organisation, item, value, full_mark AS "full", state, progress_to_date AS "progressToDate", lacks
    FROM branch_item WHERE organisation_id = ANY(${[...organisations]}::uuid[]) AND year = ${year}`);

/** Up to where the board knows everything of these branches: the last entry, and whether each was counted for today. */
export async function boardKnows(call: Call, organisations: readonly string[], year: number): Promise<ScoreBoard['asOf']> {
  const { tx, today } = call;
  const due = await tx.one<{ seq: number; at: Date }>(sql`
    SELECT seq, logged_at AS at FROM fact_log WHERE seq = (SELECT min(seq) FROM assessment_due)`);
  if (due) return { seq: due.seq - 1, day: civilDay(due.at), time: wallClock({ now: due.at }), behind: true };
  const old = await tx.one<{ day: string | null }>(sql`
    SELECT min(coalesce(known.counted_on, '0001-01-01'::date)) AS day FROM unnest(${[...organisations]}::uuid[]) AS asked
    LEFT JOIN branch_year known ON known.organisation_id = asked AND known.year = ${year} AND known.aspect = ''`);
  const behind = old?.day !== null && old?.day !== undefined && old.day < today && old.day <= `${year}-12-31`;
  return { seq: await lastSeq(tx), day: today, time: wallClock(call), behind };
}
