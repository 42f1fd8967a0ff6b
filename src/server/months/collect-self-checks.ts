import type { z } from 'zod';
import { may, scopesOf } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { refuseMonth } from '#domain/months/refusals.ts';
import type { delegateConfirming as delegateContract, listSelfChecks as listContract, remindBranches as remindContract, SelfCheckLine } from '#domain/months/self-check-contract.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import { leftOutIn } from '#server/orgs/inclusion-reads.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { branchesBelow, committeeOf, remindedOf, selfChecksOf, standingFor } from './self-check-reads.ts';

type Listed = z.output<typeof listContract.output>;

/** 本月自查收交: the branches by number, with who has filed, who has not, what came back, and what is overdue. */
export async function listSelfChecks(call: Call, { period }: z.output<typeof listContract.input>): Promise<Listed> {
  const { tx, actor } = call;
  const scopes = scopesOf(actor, 'readSelfChecks');
  if (scopes.length === 0) throw refuse('NotFound', {});
  const branches = await branchesBelow(call, scopes, period);
  const ids = branches.map(({ id }) => id);
  const { state, due, provisional } = await standingFor(call, ids[0] ?? scopes[0] ?? '', period);
  const filed = new Map((await selfChecksOf(tx, ids, period)).map((entry) => [entry.state.organisation, entry.state]));
  const reminded = await remindedOf(tx, ids, period);
  const leftOut = await leftOutIn(tx, ids, period);
  const items = branches.map((organisation): SelfCheckLine => {
    const found = filed.get(organisation.id);
    const included = !leftOut.has(organisation.id);
    const waits = included && (found === undefined || found.stage === 'filled' || found.stage === 'returned');
    return {
      organisation, stage: found?.stage ?? 'none', included, overdue: waits && (state === 'overdue' || state === 'locked'), filed: found?.filed ?? null, filedOn: found?.filedOn ?? null,
      total: found?.total ?? null, reminded: reminded.get(organisation.id) ?? null,
    };
  });
  return { period, state, due, provisional, items, mayRemind: scopesOf(actor, 'reviewSelfChecks').length > 0 && state !== 'notYet' && state !== 'locked' };
}

/** 催办: one reminder for all branches that have not filed; said again on another day it takes the place of the first. @throws SelfCheckNotOpen */
export async function remindBranches(call: Call, { period }: z.output<typeof remindContract.input>): Promise<{ reminded: number }> {
  const { tx, actor, today } = call;
  const scopes = scopesOf(actor, 'reviewSelfChecks');
  if (scopes.length === 0) throw refuse('NotAllowed', refusalWords(call));
  const branches = await branchesBelow(call, scopes, period);
  const { state, opens } = await standingFor(call, branches[0]?.id ?? scopes[0] ?? '', period);
  if (state === 'notYet') throw refuseMonth('SelfCheckNotOpen', { opens });
  const filed = new Set((await selfChecksOf(tx, branches.map(({ id }) => id), period)).filter((it) => it.state.stage === 'submitted' || it.state.stage === 'locked').map((it) => it.state.organisation));
  const leftOut = await leftOutIn(tx, branches.map(({ id }) => id), period);
  const waiting = branches.filter(({ id }) => !filed.has(id) && !leftOut.has(id)).map(({ id }) => id);
  await tx.run(sql`INSERT INTO filing_reminder (organisation_id, period, reminded_on, account_id)
    SELECT id, ${period}, ${today}::date, ${actor.account}::uuid FROM unnest(${waiting}::uuid[]) AS id
    ON CONFLICT (period, organisation_id) DO UPDATE SET reminded_on = excluded.reminded_on, account_id = excluded.account_id`);
  call.audit({ kind: 'selfCheck', id: period, details: { window: period, entries: waiting.length } });
  return { reminded: waiting.length };
}

function refusalWords(call: Call): { zh: string; en: string } {
  const permission = may(call.actor, 'reviewSelfChecks', []);
  return permission.allowed ? { zh: '', en: '' } : permission.words;
}

/** 代行: the secretary lets another member of the committee confirm for a time. @throws DelegationUnfit */
export async function delegateConfirming(call: Call, { organisation, deputy, from, to }: z.output<typeof delegateContract.input>): Promise<{ delegation: string }> {
  await demandIn(call, 'confirmSelfChecks', organisation);
  const { person } = call.actor;
  const fit = (await committeeOf(call.tx, organisation, from)).some(({ id }) => id === deputy);
  if (person === null || !fit || to < from || to < call.today || (await lineage(call.tx, organisation, from)).length === 0) throw refuseMonth('DelegationUnfit', {});
  const entry = await recordFact(call, { kind: 'delegation', state: { organisation, person, deputy, from, to } });
  call.audit({ kind: 'delegation', id: entry.factId, organisation, details: { from, to } });
  return { delegation: entry.factId };
}
