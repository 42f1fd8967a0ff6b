import type { z } from 'zod';
import { may } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import type { declareRecusal as contract } from '#domain/spot-checks/sheet-contract.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';

/**
 * 登记回避: the office enters whose 联系点 a branch is; that one should not check a branch for another reason, one says oneself.
 * @throws NotFound, RecusalByOther, RecusalDates, RecusalHeld
 */
export async function declareRecusal(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { organisation, because, from, to, reason } = input;
  const { tx, actor, today } = call;
  const above = await lineage(tx, organisation, today);
  if (!may(actor, 'markSheets', above).allowed) throw refuse('NotFound', {});
  const person = input.person ?? actor.person;
  if (person === null || !(because === 'declared' ? person === actor.person : may(actor, 'drawSpotChecks', above).allowed)) throw refuseSpotCheck('RecusalByOther', {});
  if (to !== null && to < from) throw refuseSpotCheck('RecusalDates', {});
  if (!(await tx.one(sql`SELECT 1 FROM person WHERE id = ${person}`))) throw refuse('NotFound', {});
  const held = await tx.one(sql`
    SELECT 1 FROM recusal WHERE person_id = ${person} AND organisation_id = ${organisation} AND because = ${because}
      AND from_day <= ${to ?? '9999-12-31'} AND (to_day IS NULL OR to_day >= ${from})`);
  if (held !== undefined) throw refuseSpotCheck('RecusalHeld', {});
  const entry = await recordFact(call, { kind: 'recusal', state: { person, organisation, because, from, to }, text: { reason } });
  call.audit({ kind: 'recusal', id: entry.factId, organisation });
  return { recusal: entry.factId };
}
