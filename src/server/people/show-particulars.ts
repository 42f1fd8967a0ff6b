import type { z } from 'zod';
import type { showParticulars as contract } from '#domain/people/disclosure-contract.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { demandSight } from './person-rights.ts';

/** How a person is reached, in full, for whoever may see him; the trail keeps who asked and for what, and never the number. */
export async function showParticulars(call: Call, { person, purpose }: z.output<typeof contract.input>): Promise<{ phone: string | null }> {
  await demandSight(call, person);
  const row = await call.tx.one<{ phone: string | null }>(sql`SELECT details->>'phone' AS phone FROM person WHERE id = ${person}`);
  call.audit({ kind: 'person', id: person, details: { purpose } });
  return { phone: row?.phone ?? null };
}
