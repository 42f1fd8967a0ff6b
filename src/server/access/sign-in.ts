import type { WhoAmI } from '#domain/access/contract.ts';
import { refuseAccess } from '#domain/access/refusals.ts';
import type { Call } from '#server/platform/call.ts';
import { describeActor, whoActs } from './access-reads.ts';
import { openSession } from './open-session.ts';
import { provePassword } from './prove-password.ts';

/**
 * Opens a session. That an account is closed, or its person has left, is said only to who knows the password; to anybody
 * else it answers like a name that does not exist.
 */
export async function signIn(call: Call, input: { userName: string; password: string }, bureau: WhoAmI['bureau']): Promise<WhoAmI> {
  const account = await provePassword(call, input.userName, input.password);
  if (!account) throw refuseAccess('SignInFailed', {});
  if (account.closed_at) throw refuseAccess('AccountClosed', {});
  const token = await openSession(call, account);
  const actor = await whoActs(call.tx, token, call.now);
  if (!actor) throw refuseAccess('AccountClosed', {});
  return describeActor(call.tx, actor, bureau, call.today);
}
