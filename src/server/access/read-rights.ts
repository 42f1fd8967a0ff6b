import type { z } from 'zod';
import type { Actor } from '#domain/access/actor.ts';
import { acts, type ActName } from '#domain/access/acts.ts';
import type { readRights } from '#domain/access/grant-contract.ts';
import { may } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { accountById, reachOf } from './account-reads.ts';
import { demandAccount } from './demand-account.ts';
import { belongsOf, grantsOf, standingOf } from './grant-reads.ts';

const actNames = Object.keys(acts) as ActName[];

/** Why may he: every right over one organisation, with the grants that give it, by the same policy that the rooms ask. */
export async function rightsOf(call: Call, input: { account: string; organisation: string }): Promise<z.output<typeof readRights.output>> {
  const { tx, today } = call;
  await demandAccount(call, input.account);
  const account = await accountById(tx, input.account, await reachOf(tx, call.actor, today), today);
  const organisation = await tx.one<{ id: string; name: string }>(sql`SELECT id, short_name AS name FROM organisation WHERE id = ${input.organisation}`);
  if (!organisation) throw refuse('NotFound', {});

  const opens = account.state === 'active' || account.state === 'firstPassword';
  const person = account.person?.id;
  const belongs = person ? (await belongsOf(tx, [person], today)).get(person) ?? [] : [];
  const grants = opens ? (await grantsOf(tx, [account.id])).filter((it) => standingOf(it, today, belongs) === 'inForce') : [];
  const actor: Actor = { account: account.id, userName: account.userName, person: person ?? null, grants, mustChangePassword: false, session: '' };
  const above = await lineage(tx, organisation.id, today);
  const nameOf = new Map(grants.map((it) => [it.id, it.organisationName]));
  const rights = actNames.map((act) => {
    const permission = may(actor, act, above);
    const because = permission.allowed ? permission.because : [];
    return {
      act, words: { zh: acts[act].zh, en: acts[act].en },
      because: because.map(({ id, role, organisation: on, from, to }) => ({ id, role, organisation: on, organisationName: nameOf.get(id) ?? '', from, to })),
    };
  });
  return { organisation, rights };
}
