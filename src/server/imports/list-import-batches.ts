import type { z } from 'zod';
import { demand, scopesOf } from '#domain/access/policy.ts';
import { batchActs, type ImportBatch, type listImportBatches as contract } from '#domain/imports/batch-contract.ts';
import { factsOfBatch } from '#server/facts/import-batches.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { unfinishedCheck } from '#server/platform/table-import.ts';
import { obstacleTo } from './batch-obstacle.ts';
import { tableUnderWay } from './tables/table-import-reads.ts';
import { TABLE } from './tables/table-jobs.ts';
import { batchesHere } from './batch-reads.ts';

const BATCHES_MOST = 20;

/** What was imported where the asker may import, whoever did it; what reaches beyond is not told. @throws NotAllowed */
export async function listImportBatches(call: Call, { table }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const act = batchActs[table];
  demand(call.actor, act, scopesOf(call.actor, act));
  const batches = await batchesHere(call, table, sql`true`, BATCHES_MOST);
  const people = await peopleOf(call, batches.map(({ batch }) => batch));
  const items: ImportBatch[] = [];
  for (const row of batches) {
    const facts = await factsOfBatch(call.tx, row.batch);
    const obstacle = await obstacleTo(call, row, facts);
    const { batch, fileName, by, on, there, leftOut, withdrawnOn, withdrawnBy } = row;
    items.push({
      batch, fileName, by, on, there, leftOut, people: people.get(batch) ?? 0,
      // What a roster changes is told by its people.
      recorded: facts.filter((it) => it.began || table !== 'roster').length,
      withdrawn: withdrawnOn === null ? null : { by: withdrawnBy, on: withdrawnOn },
      withdrawal: { allowed: obstacle === undefined, why: obstacle?.refusal.words ?? null },
    });
  }
  if (table === 'roster') return { items, underWay: null, unfinished: null };
  return { items, underWay: await tableUnderWay(call, table), unfinished: await unfinishedCheck(call, TABLE, sql`input->>'table' = ${table}`) };
}

/** How many people each entered or changed. */
async function peopleOf({ tx }: Call, batches: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.many<{ batch: string; count: number }>(sql`
    SELECT batch_id AS batch, count(*)::int AS count FROM import_batch_person WHERE batch_id = ANY(${[...batches]}::uuid[]) GROUP BY batch_id`);
  return new Map(rows.map(({ batch, count }) => [batch, count]));
}
