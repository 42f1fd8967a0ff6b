import type { z } from 'zod';
import type { listRegisterBatches as contract, RegisterBatch } from '#domain/registers/import-contract.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import { organisationCards } from '#server/activities/name-reads.ts';
import { batchesWhere } from '#server/facts/import-batches.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { unfinishedCheck } from '#server/platform/table-import.ts';
import { demandEnteringPlaces } from '#server/registers/entering-places.ts';
import { registerOn } from '#server/registers/register-reads.ts';
import { REGISTER_TABLE } from './import-jobs.ts';
import { importUnderWay } from './import-reads.ts';
import { entriesOf, obstacleTo } from './batch-reads.ts';

const BATCHES_MOST = 50;

/** Imports of a register all of whose entries lie where the asker enters, and his own. @throws NotAllowed, NotFound */
export async function listRegisterBatches(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx, actor } = call;
  const register = await registerOn(tx, input.register, call.today);
  const places = (await demandEnteringPlaces(call, register)).map(({ id }) => id);
  const batches = await batchesWhere(tx, sql`b.kind = 'record' AND b.register = ${input.register} AND (b.account_id = ${actor.account} OR NOT EXISTS (
    SELECT 1 FROM import_batch_fact i JOIN fact f ON f.fact_id = i.fact_id WHERE i.batch_id = b.id AND NOT f.organisation_id = ANY(${places}::uuid[])))`, BATCHES_MOST);
  const entries = await entriesOf(tx, batches.map(({ batch }) => batch));
  const cards = await organisationCards(tx, entries.map(({ state }) => state.organisation));
  const items: RegisterBatch[] = [];
  for (const it of batches) {
    const own = entries.filter(({ batch }) => batch === it.batch);
    const obstacle = await obstacleTo(call, it, own);
    const { batch, fileName, by, on, there, leftOut, withdrawnOn, withdrawnBy } = it;
    items.push({
      batch, fileName, by, on, there, leftOut, created: own.length, standing: own.filter(({ withdrawn }) => !withdrawn).length,
      organisations: cards.filter(({ id }) => own.some(({ state }) => state.organisation === id)),
      withdrawn: withdrawnOn === null ? null : { by: withdrawnBy, on: withdrawnOn },
      withdrawal: { allowed: obstacle === undefined, why: obstacle?.refusal.words ?? null },
    });
  }
  return { register: registerCardOf(register), items, underWay: await importUnderWay(call, register.id), unfinished: await unfinishedCheck(call, REGISTER_TABLE, sql`input->>'register' = ${register.id}`) };
}
