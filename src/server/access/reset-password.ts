import { isWeak, PASSWORD_LENGTH_LEAST } from '#domain/access/password-rules.ts';
import { refuseAccess } from '#domain/access/refusals.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { nameHash } from './account-reads.ts';
import { hashPassword } from './passwords.ts';
import { demandAccountToChange } from './demand-account.ts';

/** Gives an account a first password again: it must be changed at the next sign-in, and every session ends now. */
export async function resetPassword(call: Call, input: { account: string; firstPassword: string }): Promise<Record<string, never>> {
  const { tx } = call;
  const account = await demandAccountToChange(call, input.account);
  if (isWeak(input.firstPassword, account.user_name)) throw refuseAccess('PasswordWeak', { least: PASSWORD_LENGTH_LEAST });
  await tx.run(sql`UPDATE account SET password_hash = ${await hashPassword(input.firstPassword)}, must_change_password = true WHERE id = ${account.id}`);
  await tx.run(sql`DELETE FROM login_session WHERE account_id = ${account.id}`);
  await tx.run(sql`DELETE FROM sign_in_tries WHERE name_hash = ${nameHash(account.user_name)}`);
  call.audit({ kind: 'account', id: account.id });
  return {};
}
