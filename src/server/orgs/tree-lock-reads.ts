import type { Structure } from '#domain/orgs/structure.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { structureOf } from './organisation-reads.ts';

/**
 * The tree as it stands, with every other change of it waiting: two moves that are fine alone could make a circle
 * together, and two organisations could take the same number.
 */
export async function lockedStructure(tx: Tx): Promise<Structure> {
  // By the id, which stays; the sequence of a fact is that of its last version, so the first of them changes.
  await tx.many(sql`SELECT fact_id FROM fact WHERE kind = 'organisation' ORDER BY fact_id LIMIT 1 FOR UPDATE`);
  return structureOf(tx);
}
