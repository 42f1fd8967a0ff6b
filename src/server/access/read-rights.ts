import type { z } from 'zod';
import type { Actor } from '#domain/access/actor.ts';
import { acts, type ActName } from '#domain/access/acts.ts';
import type { WhoAmI } from '#domain/access/contract.ts';
import type { readRights, readViewpoint, Right } from '#domain/access/grant-contract.ts';
import { may, scopesOf } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { writeAudit } from '#server/platform/once.ts';
import { sql } from '#server/platform/sql.ts';
import { describeActor } from './access-reads.ts';
import { accountById, reachOf } from './account-reads.ts';
import { demandAccount } from './demand-account.ts';
import { belongsOf, grantsOf, standingOf, type GrantRow } from './grant-reads.ts';

const actNames = Object.keys(acts) as ActName[];

/** Why may he: every right over one organisation, with the grants that give it, by the same policy that the rooms ask. */
export async function rightsOf(call: Call, input: { account: string; organisation: string }): Promise<z.output<typeof readRights.output>> {
  const { tx, today } = call;
  const { actor, grants } = await actorBehind(call, input.account);
  const organisation = await tx.one<{ id: string; name: string }>(sql`SELECT id, short_name AS name FROM organisation WHERE id = ${input.organisation}`);
  if (!organisation) throw refuse('NotFound', {});
  const above = await lineage(tx, organisation.id, today);
  return { organisation, rights: actNames.map((act) => rightWith(actor, act, above, grants)) };
}

/**
 * The product as somebody else sees it, for the check of the security administrator: who he is to it and what he may do
 * where, by which grants. It reads nothing that he could read, and each look is an entry of the trail.
 */
export async function viewpointOf(call: Call, input: { account: string }, bureau: WhoAmI['bureau']): Promise<z.output<typeof readViewpoint.output>> {
  const { actor, grants } = await actorBehind(call, input.account);
  const who = await describeActor(call.tx, actor, bureau, call.today);
  const rights = actNames.map((act) => rightWith(actor, act, scopesOf(actor, act), grants)).filter((it) => it.because.length > 0);
  await writeAudit(call.tx, call, 'readViewpoint', [{ kind: 'account', id: input.account }]);
  return { who, rights };
}

/** The account as the policy would meet it now: nobody who is closed or has left holds anything. */
async function actorBehind(call: Call, id: string): Promise<{ actor: Actor; grants: readonly GrantRow[] }> {
  const { tx, today } = call;
  await demandAccount(call, id);
  const account = await accountById(tx, id, await reachOf(tx, call.actor, today), today);
  const opens = account.state === 'active' || account.state === 'firstPassword';
  const person = account.person?.id;
  const belongs = person ? (await belongsOf(tx, [person], today)).get(person) ?? [] : [];
  const grants = opens ? (await grantsOf(tx, [account.id])).filter((it) => standingOf(it, today, belongs) === 'inForce') : [];
  const written = grants.map(({ id: grant, role, organisation, from, to }) => ({ id: grant, role, organisation, from, to }));
  return { grants, actor: { account: account.id, userName: account.userName, person: person ?? null, grants: written, mustChangePassword: false, mustEnrol: false, session: '' } };
}

function rightWith(actor: Actor, act: ActName, over: readonly string[], grants: readonly GrantRow[]): Right {
  const permission = may(actor, act, over);
  const nameOf = new Map(grants.map((it) => [it.id, it.organisationName]));
  const because = permission.allowed ? permission.because : [];
  return { act, words: { zh: acts[act].zh, en: acts[act].en }, because: because.map((it) => ({ ...it, organisationName: nameOf.get(it.id) ?? '' })) };
}
