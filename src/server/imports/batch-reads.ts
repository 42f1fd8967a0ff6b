import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { type BatchTable, batchActs } from '#domain/imports/batch-contract.ts';
import { scopesOf } from '#domain/access/policy.ts';
import { type BatchRow, batchesWhere } from '#server/facts/import-batches.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';

/** Batches of a table all of whose places lie where the asker may import, the latest first. */
export async function batchesHere(call: Call, table: BatchTable, condition: Sql, limit: number): Promise<BatchRow[]> {
  const batches = await batchesWhere(call.tx, sql`b.kind = ${table} AND ${condition}`, limit);
  const scope = new Set(await subtree(call.tx, scopesOf(call.actor, batchActs[table]), call.today));
  const places = await placesOf(call.tx, batches.map(({ batch }) => batch), call.today);
  return batches.filter(({ batch }) => (places.get(batch) ?? []).every((it) => scope.has(it)));
}

/** Where batches wrote something: in an organisation, of somebody who belongs there, or below one. */
export async function placesOf(tx: Tx, batches: readonly string[], today: CivilDate): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.many<{ batch: string; place: string }>(sql`
    WITH own AS (
      SELECT batch_id, fact_id FROM import_batch_fact WHERE batch_id = ANY(${[...batches]}::uuid[])
      UNION SELECT batch_id, fact_id FROM import_batch_change WHERE batch_id = ANY(${[...batches]}::uuid[]))
    SELECT own.batch_id AS batch, f.organisation_id AS place FROM own JOIN fact f ON f.fact_id = own.fact_id WHERE f.organisation_id IS NOT NULL
    UNION
    SELECT own.batch_id, m.organisation_id FROM own JOIN fact f ON f.fact_id = own.fact_id AND f.organisation_id IS NULL JOIN fact_person n ON n.fact_id = f.fact_id
      JOIN membership m ON m.person_id = n.person_id AND m.from_day <= greatest(f.day, ${today}::date) AND (m.to_day IS NULL OR m.to_day >= f.day)
    UNION
    SELECT own.batch_id, place.parent_id FROM own JOIN organisation_placement place ON place.fact_id = own.fact_id
      WHERE place.parent_id IS NOT NULL AND NOT EXISTS (SELECT FROM own beside WHERE beside.batch_id = own.batch_id AND beside.fact_id = place.parent_id)`);
  const places = new Map<string, string[]>();
  for (const { batch, place } of rows) places.set(batch, [...(places.get(batch) ?? []), place]);
  return places;
}
