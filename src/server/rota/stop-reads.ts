import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { lastEntries } from '#server/facts/fact-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

export interface StopRow {
  readonly stop: string;
  readonly version: number;
  readonly state: FactState<'studyStop'>;
  readonly scopeName: string;
  readonly document: string;
}

/** Notices of a span of days whose scope is one of these organisations, the latest day first. */
export const stopsOf = (tx: Tx, scopes: readonly string[], from: CivilDate, to: CivilDate): Promise<StopRow[]> =>
  tx.many<StopRow>(sql`
    SELECT f.fact_id AS stop, f.version, f.state, o.short_name AS "scopeName", coalesce((SELECT text.text->>'document' FROM fact_text text
      WHERE text.fact_id = f.fact_id AND text.text IS NOT NULL ORDER BY text.version DESC LIMIT 1), '') AS document
    FROM study_stop s JOIN fact f ON f.fact_id = s.fact_id JOIN organisation o ON o.id = s.scope_id
    WHERE s.scope_id = ANY(${[...scopes]}::uuid[]) AND s.day BETWEEN ${from} AND ${to}
    ORDER BY s.day DESC, f.fact_id DESC`);

export interface WithdrawnStopRow extends StopRow {
  readonly by: string | null;
  readonly on: CivilDate;
}

const WITHDRAWN_MOST = 200;

/** Notices of a span of days that were withdrawn, the latest withdrawal first; what was declared again since is not among them. */
export const withdrawnStops = (tx: Tx, scopes: readonly string[], from: CivilDate, to: CivilDate): Promise<WithdrawnStopRow[]> =>
  tx.many<WithdrawnStopRow>(sql`
    SELECT f.fact_id AS stop, f.version, f.state, o.short_name AS "scopeName", p.name AS by, f.recorded_on AS "on", coalesce((SELECT text.text->>'document' FROM fact_text text
      WHERE text.fact_id = f.fact_id AND text.text->>'document' IS NOT NULL ORDER BY text.version DESC LIMIT 1), '') AS document
    FROM fact f JOIN organisation o ON o.id = (f.state->>'scope')::uuid LEFT JOIN person p ON p.id = f.recorded_by
    WHERE f.kind = 'studyStop' AND f.withdrawn AND f.day BETWEEN ${from} AND ${to} AND o.id = ANY(${[...scopes]}::uuid[])
      AND NOT EXISTS (SELECT FROM fact again WHERE again.kind = 'studyStop' AND again.day = f.day AND again.state->>'scope' = f.state->>'scope'
        AND again.state->'activities' = f.state->'activities' AND (NOT again.withdrawn OR again.seq > f.seq))
    ORDER BY f.seq DESC LIMIT ${WITHDRAWN_MOST}`);

/** Sessions of some organisations on a day that are one of the activities, by whatever else they are besides. */
export async function sessionsOn(tx: Tx, organisations: readonly string[], day: CivilDate, activities: readonly string[]): Promise<LogEntryOf<'session'>[]> {
  const entries = await lastEntries(tx, sql`kind = 'session' AND NOT withdrawn AND day = ${day} AND organisation_id = ANY(${[...organisations]}::uuid[])`);
  return entries.flatMap((it) => (it.kind === 'session' && it.state.activities.some((one) => activities.includes(one)) ? [it] : []));
}

/** Which of these sessions lay on another day in the version before the last: the version to go back to. */
export async function versionBefore(tx: Tx, sessions: readonly LogEntryOf<'session'>[], day: CivilDate): Promise<ReadonlyMap<string, FactState<'session'>>> {
  const rows = await tx.many<{ fact: string; state: FactState<'session'> }>(sql`
    SELECT f.fact_id AS fact, before.state FROM fact f
    JOIN fact_log before ON before.fact_id = f.fact_id AND before.version = f.version - 1
    WHERE f.fact_id = ANY(${sessions.map((it) => it.factId)}::uuid[]) AND before.day = ${day}`);
  return new Map(rows.map((it) => [it.fact, it.state]));
}

export async function shortNames(tx: Tx, organisations: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.many<{ id: string; name: string }>(sql`SELECT id, short_name AS name FROM organisation WHERE id = ANY(${[...organisations]}::uuid[])`);
  return new Map(rows.map((it) => [it.id, it.name]));
}
