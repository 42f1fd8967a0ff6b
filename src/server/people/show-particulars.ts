import type { z } from 'zod';
import type { showParticulars as contract } from '#domain/people/disclosure-contract.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { demandPerson, demandSight } from './person-rights.ts';

type Shown = z.output<typeof contract.output>;

/**
 * What is masked of a person, in full: how he is reached for whoever may see him, his day of birth and ethnicity for whoever
 * keeps the roster. The trail has who asked for which and for what, and never what he saw. @throws NotFound, NotAllowed
 */
export async function showParticulars(call: Call, { person, purpose, fields }: z.output<typeof contract.input>): Promise<Shown> {
  await demandSight(call, person);
  if (fields.some((field) => field !== 'phone')) await demandPerson(call, person, 'editPeople');
  const row = await call.tx.one<Required<Shown>>(sql`SELECT details->>'phone' AS phone, birth_date AS "birthDate", details->>'ethnicity' AS ethnicity FROM person WHERE id = ${person}`);
  call.audit({ kind: 'person', id: person, details: { purpose, shown: [...new Set(fields)].sort().join() } });
  return Object.fromEntries(fields.map((field) => [field, row?.[field] ?? null]));
}
