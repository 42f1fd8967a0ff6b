import type { z } from 'zod';
import { demand, scopesOf } from '#domain/access/policy.ts';
import type { Role } from '#domain/access/roles.ts';
import type { openAccounts as openAccountsContract, readRosterAccounts, resetPasswords as resetPasswordsContract } from '#domain/access/roster-contract.ts';
import { Refused, type Refusal } from '#domain/contracts/refusal.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { accountIdentity } from './access-reads.ts';
import { reachOf } from './account-reads.ts';
import { createAccount } from './create-account.ts';
import { grantRole } from './grant-role.ts';
import { resetPassword } from './reset-password.ts';
import { accountOfPerson, lackingAccounts } from './roster-reads.ts';

type Opening = z.output<typeof openAccountsContract.input>['people'][number];
type Opened = z.output<typeof openAccountsContract.output>['items'][number];
type Reset = z.output<typeof resetPasswordsContract.output>['items'][number];

/** Who on the roster lacks an account, or the role of a post, within the asker's reach. */
export async function rosterAccounts(call: Call, input: z.output<typeof readRosterAccounts.input>): Promise<z.output<typeof readRosterAccounts.output>> {
  demandAnywhere(call);
  const { tx, actor, today } = call;
  const reach = await reachOf(tx, actor, today);
  const asked = input.organisation === undefined ? null : await subtree(tx, [input.organisation], today);
  return lackingAccounts(tx, reach.everything ? asked : (asked ?? reach.organisations).filter((it) => reach.organisations.includes(it)), today);
}

/**
 * Opens accounts and grants roles by the same use cases as one by one, so that every rule and every line of the trail is
 * theirs. Each of them refuses before it writes; that is why one refused person may stay beside nineteen others.
 */
export async function openAccounts(call: Call, input: { people: readonly Opening[] }): Promise<{ items: Opened[] }> {
  demandAnywhere(call);
  const items: Opened[] = [];
  // In the order of ids, so that two administrators wait for each other and never in a circle.
  for (const it of input.people.toSorted((a, b) => (a.person < b.person ? -1 : 1))) items.push(await openOne(call, it));
  return { items };
}

async function openOne(call: Call, { person, firstPassword, roles }: Opening): Promise<Opened> {
  const before = await accountOfPerson(call.tx, person, call.today);
  const refusals: Refusal[] = [];
  const made = before ? undefined : await tried(refusals, () => createAccount(call, { person, firstPassword }));
  const account = before?.id ?? made?.account;
  const held = (role: Role, organisation: string): boolean => before?.held.some((it) => it.role === role && it.organisation === organisation) ?? false;
  let granted = 0;
  for (const { role, organisation } of account === undefined ? [] : roles.filter((it) => !held(it.role, it.organisation))) {
    if (await tried(refusals, () => grantRole(call, { account: account ?? '', role, organisation, from: call.today, to: null }))) granted += 1;
  }
  return { person, userName: before?.userName ?? made?.userName ?? null, opened: made !== undefined, granted, refusals: refusals.map(({ name, words }) => ({ name, words })) };
}

/** First passwords anew for many; who may not be reset is named, the others are. */
export async function resetPasswords(call: Call, input: { accounts: readonly { account: string; firstPassword: string }[] }): Promise<{ items: Reset[] }> {
  demandAnywhere(call);
  const items: Reset[] = [];
  for (const it of input.accounts.toSorted((a, b) => (a.account < b.account ? -1 : 1))) {
    const refusals: Refusal[] = [];
    const reset = (await tried(refusals, () => resetPassword(call, it))) !== undefined;
    const userName = reset ? (await accountIdentity(call.tx, it.account))?.user_name ?? null : null;
    items.push({ account: it.account, userName, reset, refusals: refusals.map(({ name, words }) => ({ name, words })) });
  }
  return { items };
}

const demandAnywhere = (call: Call): unknown => demand(call.actor, 'manageAccounts', scopesOf(call.actor, 'manageAccounts'));

/** What the work made, or undefined with its refusal noted; a fault goes on as a fault. */
async function tried<T>(refusals: Refusal[], work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    refusals.push(fault.refusal);
    return undefined;
  }
}
