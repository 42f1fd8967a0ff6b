import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { batchTable, type withdrawImportBatch as contract } from '#domain/imports/batch-contract.ts';
import { batchesWhere, factsOfBatch } from '#server/facts/import-batches.ts';
import { takeBackFacts } from '#server/facts/take-back-batch.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { obstacleTo } from './batch-obstacle.ts';
import { batchesHere } from './batch-reads.ts';

/**
 * Takes back everything that an import wrote, as long as nothing builds on it: its facts are withdrawn, what it changed
 * says again what it said. People whom it entered keep their row, belong nowhere, and their numbers are free again.
 * @throws NotFound, ImportTakenBack, ImportBuiltOn, ImportMonthLocked, ImportMovesYou
 */
export async function withdrawImportBatch(call: Call, { batch, reason }: z.output<typeof contract.input>): Promise<{ withdrawn: number; people: number }> {
  const { tx } = call;
  // Two who take back the same wait for each other, and nobody records anything of its people or in its places meanwhile.
  await tx.many(sql`SELECT p.id FROM import_batch_person b JOIN person p ON p.id = b.person_id WHERE b.batch_id = ${batch} ORDER BY p.id FOR NO KEY UPDATE OF p`);
  await tx.many(sql`SELECT f.fact_id FROM fact f WHERE f.fact_id IN (
    SELECT fact_id FROM import_batch_fact WHERE batch_id = ${batch} UNION SELECT fact_id FROM import_batch_change WHERE batch_id = ${batch}) ORDER BY f.fact_id FOR UPDATE OF f`);
  const [row] = await batchesWhere(tx, sql`b.id = ${batch}`, 1);
  const table = batchTable.safeParse(row?.table);
  if (!row || !table.success || (await batchesHere(call, table.data, sql`b.id = ${batch}`, 1)).length === 0) throw refuse('NotFound', {});
  const facts = await factsOfBatch(tx, batch);
  const obstacle = await obstacleTo(call, row, facts);
  if (obstacle) throw obstacle;
  const withdrawn = await takeBackFacts(call, batch, facts.filter((it) => it.began && !it.withdrawn), (text) => ({ ...text, withdrawal: reason }));
  const people = await putPeopleBack(call, batch);
  call.audit({ kind: 'import', id: batch, details: { withdrawn, people } });
  return { withdrawn, people };
}

/** Particulars as they were before. */
async function putPeopleBack({ tx }: Call, batch: string): Promise<number> {
  await tx.run(sql`
    UPDATE person SET gender = b.before->>'gender', birth_date = (b.before->>'birthDate')::date, details = b.before->'details', changed_at = now()
    FROM import_batch_person b WHERE b.batch_id = ${batch} AND b.person_id = person.id AND b.before IS NOT NULL`);
  return (await tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM import_batch_person WHERE batch_id = ${batch}`))?.n ?? 0;
}
