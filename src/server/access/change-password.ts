import type { WhoAmI } from '#domain/access/contract.ts';
import { isWeak, PASSWORD_LENGTH_LEAST } from '#domain/access/password-rules.ts';
import { refuseAccess } from '#domain/access/refusals.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { describeActor } from './access-reads.ts';
import { openSession } from './open-session.ts';
import { hashPassword } from './passwords.ts';
import { provePassword } from './prove-password.ts';

/** Sets a new password; every session of the account ends, and this browser gets one under a new token (T14). */
export async function changePassword(call: Call, input: { current: string; next: string }, bureau: WhoAmI['bureau']): Promise<WhoAmI> {
  const { tx, actor } = call;
  const account = await provePassword(call, actor.userName, input.current);
  if (!account) throw refuseAccess('PasswordWrong', {});
  if (input.next === input.current) throw refuseAccess('PasswordUnchanged', {});
  if (isWeak(input.next, actor.userName)) throw refuseAccess('PasswordWeak', { least: PASSWORD_LENGTH_LEAST });

  const password_hash = await hashPassword(input.next);
  const changed = await tx.run(sql`UPDATE account SET password_hash = ${password_hash}, must_change_password = false
    WHERE id = ${account.id} AND password_hash = ${account.password_hash}`);
  if (changed === 0) throw refuseAccess('PasswordWrong', {});
  await tx.run(sql`DELETE FROM login_session WHERE account_id = ${account.id}`);
  await openSession(call, { id: account.id, password_hash });
  return describeActor(tx, { ...actor, mustChangePassword: false }, bureau, call.today);
}
