import type { WhoAmI } from '#domain/access/contract.ts';
import { refuseAccess } from '#domain/access/refusals.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { accountToSignIn, describeActor } from './access-reads.ts';
import { openSession } from './open-session.ts';
import { hashPassword, isPassword, isWeak, PASSWORD_LENGTH_LEAST } from './passwords.ts';

/** Sets a new password; every other session of the account ends, this one goes on under a new token (T14). */
export async function changePassword(call: Call, input: { current: string; next: string }, bureau: WhoAmI['bureau']): Promise<WhoAmI> {
  const { tx, actor } = call;
  const account = await accountToSignIn(tx, actor.userName);
  if (!account || !(await isPassword(input.current, account.password_hash))) throw refuseAccess('PasswordWrong', {});
  if (input.next === input.current) throw refuseAccess('PasswordUnchanged', {});
  if (isWeak(input.next, actor.userName)) throw refuseAccess('PasswordWeak', { least: PASSWORD_LENGTH_LEAST });

  await tx.run(sql`UPDATE account SET password_hash = ${await hashPassword(input.next)}, must_change_password = false WHERE id = ${account.id}`);
  await tx.run(sql`DELETE FROM login_session WHERE account_id = ${account.id}`);
  await openSession(call, account.id);
  return describeActor(tx, { ...actor, mustChangePassword: false }, bureau, call.today);
}
