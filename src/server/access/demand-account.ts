import { demandOver, unknownTo } from '#domain/access/granting.ts';
import { refuseAccess } from '#domain/access/refusals.ts';
import type { Call } from '#server/platform/call.ts';
import { accountIdentity, accountLocked, type AccountIdentity } from './access-reads.ts';
import { placesOf } from './grant-reads.ts';

/** An account all of whose places lie in the actor's scope. @throws NotAllowed, NotFound, GrantBeyondOwn */
export async function demandAccount(call: Call, account: string): Promise<AccountIdentity> {
  return within(call, await accountIdentity(call.tx, account));
}

/** The same, locked until the end, for changing it; one's own is for somebody else to change. @throws also OwnAccount */
export async function demandAccountToChange(call: Call, account: string): Promise<AccountIdentity> {
  const found = await within(call, await accountLocked(call.tx, account));
  if (found.id === call.actor.account) throw refuseAccess('OwnAccount', {});
  return found;
}

async function within(call: Call, found: AccountIdentity | undefined): Promise<AccountIdentity> {
  if (!found) throw unknownTo(call.actor, 'manageAccounts');
  demandOver(call.actor, 'manageAccounts', await placesOf(call.tx, found.id, call.today));
  return found;
}
