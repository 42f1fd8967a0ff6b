import { demand } from '#domain/access/policy.ts';
import type { Words } from '#domain/words/words.ts';
import { roots } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';

/** Names the bureau; the office at its top does. Names that were shown before stay written down. */
export async function nameBureau(call: Call, input: Words): Promise<Record<string, never>> {
  demand(call.actor, 'editOrganisations', await roots(call.tx));
  const row = await call.tx.one<{ id: number }>(sql`INSERT INTO bureau_name (zh, en, named_by, named_at) VALUES (${input.zh}, ${input.en}, ${call.actor.account}, ${call.now}) RETURNING id`);
  call.audit({ kind: 'bureau', id: call.tx.bureau, details: { naming: row?.id ?? null } });
  return {};
}
