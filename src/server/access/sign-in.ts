import type { Actor } from '#domain/access/actor.ts';
import type { WhoAmI } from '#domain/access/contract.ts';
import { refuseAccess } from '#domain/access/refusals.ts';
import { signInDelaySeconds } from '#domain/access/sign-in-delay.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { accountToSignIn, describeActor, whoActs } from './access-reads.ts';
import { openSession } from './open-session.ts';
import { isPassword, spendTheTime } from './passwords.ts';

/**
 * Opens a session. Wrong tries are counted in a transaction of their own, because the refusal rolls this one back;
 * an unknown user name answers with the same words after the same work.
 */
export async function signIn(call: Call, input: { userName: string; password: string }, bureau: WhoAmI['bureau']): Promise<WhoAmI> {
  const { now } = call;
  const account = await call.apart(async (tx) => {
    const found = await accountToSignIn(tx, input.userName);
    if (!found || found.closed_at) {
      await spendTheTime(input.password);
      return undefined;
    }
    if (found.delayed_until && found.delayed_until > now) {
      return { refused: refuseAccess('SignInDelayed', { seconds: Math.ceil((found.delayed_until.getTime() - now.getTime()) / 1000) }) };
    }
    const right = await isPassword(input.password, found.password_hash);
    const wrongTries = right ? 0 : found.wrong_tries + 1;
    const delay = signInDelaySeconds(wrongTries);
    await tx.run(sql`UPDATE account SET wrong_tries = ${wrongTries}, delayed_until = ${delay > 0 ? new Date(now.getTime() + delay * 1000) : null}
      WHERE id = ${found.id}`);
    return right ? found : undefined;
  });
  if (!account) throw refuseAccess('SignInFailed', {});
  if ('refused' in account) throw account.refused;

  const token = await openSession(call, account.id);
  const actor: Actor | undefined = await whoActs(call.tx, token, now);
  if (!actor) throw new Error('the session just opened is not there');
  return describeActor(call.tx, actor, bureau, call.today);
}
