import type { CivilDate, Period } from '#domain/calendar/civil-date.ts';
import { refuseGrid } from '#domain/activities/grid/grid-refusals.ts';
import type { Refused } from '#domain/contracts/refusal.ts';
import type { BatchRow } from '#server/facts/import-batches.ts';
import { firstLocked } from '#server/months/closing-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

/** A session of a batch, or a make-up of one, as it stands now. */
export interface BatchSession {
  readonly batch: string;
  readonly kind: 'session' | 'makeUp';
  readonly factId: string;
  readonly version: number;
  readonly withdrawn: boolean;
  readonly organisation: string;
  readonly day: CivilDate;
  readonly period: Period;
  /** Amended, confirmed, or made up by somebody since. */
  readonly builtOn: boolean;
}

export const sessionsOf = (tx: Tx, batches: readonly string[]): Promise<BatchSession[]> =>
  tx.many<BatchSession>(sql`
    SELECT i.batch_id AS batch, f.kind, f.fact_id AS "factId", f.version, f.withdrawn, s.organisation_id AS organisation, s.day, f.period,
      NOT f.withdrawn AND (f.version > 1 OR EXISTS (SELECT 1 FROM confirmation c WHERE c.confirmed_id = f.fact_id)
        OR EXISTS (SELECT 1 FROM make_up m WHERE m.session_id = f.fact_id AND NOT EXISTS (SELECT 1 FROM import_batch_fact own WHERE own.fact_id = m.fact_id AND own.batch_id = i.batch_id))) AS "builtOn"
    FROM import_batch_fact i JOIN fact f ON f.fact_id = i.fact_id
    JOIN fact s ON s.fact_id = CASE f.kind WHEN 'makeUp' THEN (f.state->>'session')::uuid ELSE f.fact_id END
    WHERE i.batch_id = ANY(${[...batches]}::uuid[]) ORDER BY f.kind, s.day, f.seq`);

/** What stands against taking a batch back whole; sessions that were withdrawn one by one do not. */
export async function gridObstacle(call: Call, { withdrawnOn, withdrawnBy }: Pick<BatchRow, 'withdrawnOn' | 'withdrawnBy'>, sessions: readonly BatchSession[]): Promise<Refused | undefined> {
  if (withdrawnOn !== null) return refuseGrid('GridBatchWithdrawn', { on: withdrawnOn, by: withdrawnBy });
  const builtOn = sessions.filter((it) => it.builtOn);
  if (builtOn[0]) return refuseGrid('GridBatchBuiltOn', { sessions: builtOn.length, day: builtOn[0].day });
  const locked = await firstLocked(call.tx, sessions.filter(({ withdrawn }) => !withdrawn), call.today);
  return locked === undefined ? undefined : refuseGrid('GridBatchMonthLocked', { period: locked });
}

/** From which file facts came in, and when; those that were entered by hand are absent. */
export async function sourcesOf(tx: Tx, facts: readonly string[]): Promise<ReadonlyMap<string, { readonly fileName: string; readonly on: CivilDate }>> {
  if (facts.length === 0) return new Map();
  const rows = await tx.many<{ fact: string; fileName: string; on: CivilDate }>(sql`
    SELECT i.fact_id AS fact, b.file_name AS "fileName", b.recorded_on AS "on" FROM import_batch_fact i JOIN import_batch b ON b.id = i.batch_id
    WHERE b.kind = 'session' AND i.fact_id = ANY(${[...facts]}::uuid[])`);
  return new Map(rows.map(({ fact, ...source }) => [fact, source]));
}
