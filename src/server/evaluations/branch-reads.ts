import { refuse } from '#domain/contracts/common-refusals.ts';
import { isBranch } from '#domain/orgs/categories.ts';
import { heldOrganisation } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';

/** Only branches evaluate members. Locks it, so that two who act on its year at once find each other. @throws NotFound */
export async function demandBranch({ tx }: Call, organisation: string): Promise<void> {
  await tx.many(sql`SELECT id FROM organisation WHERE id = ${organisation} FOR NO KEY UPDATE`);
  const place = await heldOrganisation(tx, organisation);
  if (!place || !isBranch(place.category)) throw refuse('NotFound', {});
}
