import type { z } from 'zod';
import type { Actor } from '#domain/access/actor.ts';
import { may } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import type { declareRecusal as contract, endRecusal as endContract } from '#domain/spot-checks/sheet-contract.ts';
import { factOf, textOf } from '#server/facts/fact-reads.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
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
  if (person === null || !mayEnter(actor, { because, person }, above)) throw refuseSpotCheck('RecusalByOther', {});
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

/**
 * 终止回避: whoever could have entered it; it can be cut short, and goes on by a new entry only.
 * @throws NotFound, RecusalByOther, RecusalDates, RecusalEnded, FactChanged
 */
export async function endRecusal(call: Call, { recusal, version, to }: z.output<typeof endContract.input>): Promise<z.output<typeof endContract.output>> {
  const entry = await factOf(call.tx, 'recusal', recusal);
  const above = entry ? await lineage(call.tx, entry.state.organisation, call.today) : [];
  if (!entry || !may(call.actor, 'markSheets', above).allowed) throw refuse('NotFound', {});
  if (!mayEnter(call.actor, entry.state, above)) throw refuseSpotCheck('RecusalByOther', {});
  if (entry.version !== version) throw refuseFact('FactChanged', { read: version, current: entry.version });
  if (to < entry.state.from) throw refuseSpotCheck('RecusalDates', {});
  if (entry.state.to !== null && to >= entry.state.to) throw refuseSpotCheck('RecusalEnded', {});
  const text = await textOf(call.tx, recusal, version);
  const ended = await amendFact(call, { kind: 'recusal', factId: recusal, version, state: { ...entry.state, to }, text: text ?? undefined });
  call.audit({ kind: 'recusal', id: recusal, organisation: entry.state.organisation });
  return { version: ended.version };
}

/** One's own declaration oneself; the 联系点 of others the office. */
export const mayEnter = (actor: Actor, { because, person }: Pick<FactState<'recusal'>, 'because' | 'person'>, above: readonly string[]): boolean =>
  (because === 'declared' ? person === actor.person : may(actor, 'drawSpotChecks', above).allowed);
