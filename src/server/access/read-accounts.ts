import type { z } from 'zod';
import type { AccountPage, readAccountCandidates, readAccounts } from '#domain/access/account-contract.ts';
import type { GrantStanding } from '#domain/access/grant-standing.ts';
import { demand, scopesOf } from '#domain/access/policy.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { accountById, delayOf, listAccounts, peopleWithoutAccount, reachOf, sessionsOf } from './account-reads.ts';
import { demandAccount } from './demand-account.ts';
import { belongsOf, grantsOf, standingOf } from './grant-reads.ts';

/** Refuses, with the sentence who could, those who manage no accounts anywhere. */
const demandAnywhere = (call: Call): unknown => demand(call.actor, 'manageAccounts', scopesOf(call.actor, 'manageAccounts'));

/** The accounts within the asker's reach. */
export async function listed(call: Call, input: z.output<typeof readAccounts.input>): Promise<z.output<typeof readAccounts.output>> {
  demandAnywhere(call);
  const { tx, actor, today } = call;
  const homes = input.organisation === undefined ? undefined : await subtree(tx, [input.organisation], today);
  return listAccounts(tx, { ...input, homes }, await reachOf(tx, actor, today), today, input);
}

/** People within reach who have no account yet. */
export async function candidates(call: Call, input: z.output<typeof readAccountCandidates.input>): Promise<z.output<typeof readAccountCandidates.output>> {
  demandAnywhere(call);
  const { tx, actor, today } = call;
  const reach = await reachOf(tx, actor, today);
  const asked = input.organisation === undefined ? null : await subtree(tx, [input.organisation], today);
  const within = reach.everything ? asked : asked === null ? reach.organisations : asked.filter((it) => reach.organisations.includes(it));
  return peopleWithoutAccount(tx, input.search, within, today);
}

const ORDER: readonly GrantStanding[] = ['inForce', 'later', 'suspended', 'over'];

/** One account with all its grants, past ones too, and the sessions that live. */
export async function opened(call: Call, input: { account: string }): Promise<AccountPage> {
  const { tx, actor, today, now } = call;
  const identity = await demandAccount(call, input.account);
  const account = await accountById(tx, identity.id, await reachOf(tx, actor, today), today);
  const person = account.person?.id;
  const belongs = person ? (await belongsOf(tx, [person], today)).get(person) ?? [] : [];
  const grants = (await grantsOf(tx, [account.id])).map((it) => ({
    id: it.id, role: it.role, organisation: it.organisation, organisationName: it.organisationName, from: it.from, to: it.to,
    standing: standingOf(it, today, belongs), grantedBy: it.grantedBy, grantedAt: it.grantedAt.toISOString(),
    endedBy: it.endedBy, endedAt: it.endedAt?.toISOString() ?? null,
  })).toSorted((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing));
  const factor = await tx.one<{ at: Date }>(sql`SELECT enrolled_at AS at FROM second_factor WHERE account_id = ${account.id}`);
  const delayed = await delayOf(tx, account.userName, now);
  return {
    account, grants, sessions: await sessionsOf(tx, account.id, actor, now), own: account.id === actor.account,
    createdAt: identity.created_at.toISOString(), delayedUntil: delayed?.toISOString() ?? null, secondFactorSince: factor?.at.toISOString() ?? null,
  };
}
