import type { GridBatch, listAttendanceBatches as contract } from '#domain/activities/grid/grid-contract.ts';
import type { z } from 'zod';
import { organisationCards } from '#server/activities/name-reads.ts';
import { batchesWhere } from '#server/facts/import-batches.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { unfinishedCheck } from '#server/platform/table-import.ts';
import { endedPlaces } from './ended-places-reads.ts';
import { gridObstacle, sessionsOf } from './grid-batch-reads.ts';
import { recordingPlaces } from './grid-ground.ts';
import { gridUnderWay } from './grid-import-reads.ts';
import { ATTENDANCE_TABLE } from './grid-jobs.ts';

const BATCHES_MOST = 50;

/** Imports of attendance all of whose sessions lie where the asker records, and his own. @throws NotAllowed, NotFound */
export async function listAttendanceBatches(call: Call): Promise<z.output<typeof contract.output>> {
  const { tx, actor } = call;
  const places = await recordingPlaces(call);
  const ids = [...places, ...(await endedPlaces(call))].map(({ id }) => id);
  const batches = await batchesWhere(tx, sql`b.kind = 'session' AND (b.account_id = ${actor.account} OR NOT EXISTS (
    SELECT 1 FROM import_batch_fact i JOIN fact m ON m.fact_id = i.fact_id
    JOIN fact f ON f.fact_id = CASE m.kind WHEN 'makeUp' THEN (m.state->>'session')::uuid ELSE m.fact_id END WHERE i.batch_id = b.id AND NOT f.organisation_id = ANY(${ids}::uuid[])))`, BATCHES_MOST);
  const sessions = await sessionsOf(tx, batches.map(({ batch }) => batch));
  const cards = await organisationCards(tx, sessions.map(({ organisation }) => organisation));
  const items: GridBatch[] = [];
  for (const it of batches) {
    const facts = sessions.filter(({ batch }) => batch === it.batch);
    const own = facts.filter(({ kind }) => kind === 'session');
    const obstacle = await gridObstacle(call, it, facts);
    const { batch, fileName, by, on, there, leftOut, withdrawnOn, withdrawnBy } = it;
    items.push({
      batch, fileName, by, on, there, leftOut, created: own.length, standing: own.filter(({ withdrawn }) => !withdrawn).length, makeUps: facts.length - own.length,
      organisations: cards.filter(({ id }) => facts.some(({ organisation }) => organisation === id)),
      withdrawn: withdrawnOn === null ? null : { by: withdrawnBy, on: withdrawnOn },
      withdrawal: { allowed: obstacle === undefined, why: obstacle?.refusal.words ?? null },
    });
  }
  return { items, places: places.map(({ id, shortName }) => ({ id, name: shortName })), underWay: await gridUnderWay(call), unfinished: await unfinishedCheck(call, ATTENDANCE_TABLE, sql`true`) };
}
