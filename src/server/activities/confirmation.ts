import { refuseActivity } from '#domain/activities/refusals.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';

/** @throws AlreadyConfirmed when the actor confirmed this version before. */
export async function demandNewConfirmation({ tx, actor }: Call, it: { fact: string; version: number }): Promise<void> {
  const [known] = await tx.many(sql`SELECT 1 FROM confirmation c JOIN fact f ON f.fact_id = c.fact_id
    WHERE c.confirmed_id = ${it.fact} AND c.version = ${it.version} AND f.recorded_by = ${actor.person}`);
  if (known) throw refuseActivity('AlreadyConfirmed', {});
}
