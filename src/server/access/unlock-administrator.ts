import { administratorRoles, type Role } from '#domain/access/roles.ts';
import type { Call } from '#server/platform/call.ts';
import { civilDay } from '#server/platform/clock.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { nameHash } from './account-reads.ts';
import { hashPassword } from './passwords.ts';

export interface Administrator {
  readonly userName: string;
  readonly role: Role;
}

/** The open accounts that hold one of the three administrator roles today. */
export function administratorsNow(tx: Tx, now: Date): Promise<Administrator[]> {
  const today = civilDay(now);
  return tx.many<Administrator>(sql`
    SELECT DISTINCT a.user_name AS "userName", g.role FROM account a JOIN role_grant g ON g.account_id = a.id
    WHERE a.closed_at IS NULL AND g.role = ANY(${administratorRoles}) AND g.ended_at IS NULL AND g.from_day <= ${today} AND (g.to_day IS NULL OR g.to_day >= ${today})
    ORDER BY g.role, a.user_name`);
}

/**
 * For whoever runs the server, when no administrator comes in any more: a first password, no second factor, no session, no
 * tries. Of administrators only, since these open the door to everybody else on the page; undefined where he is none.
 */
export async function unlockAdministrator(call: Call, userName: string, firstPassword: string): Promise<Administrator | undefined> {
  const { tx } = call;
  const found = (await administratorsNow(tx, call.now)).find((it) => it.userName === userName);
  if (found === undefined) return undefined;
  const account = await tx.one<{ id: string }>(sql`UPDATE account SET password_hash = ${await hashPassword(firstPassword)}, must_change_password = true
    WHERE user_name = ${userName} RETURNING id`);
  if (account === undefined) return undefined;
  await tx.run(sql`DELETE FROM recovery_code WHERE account_id = ${account.id}`);
  const factors = await tx.run(sql`DELETE FROM second_factor WHERE account_id = ${account.id}`);
  await tx.run(sql`DELETE FROM login_session WHERE account_id = ${account.id}`);
  await tx.run(sql`DELETE FROM sign_in_tries WHERE name_hash = ${nameHash(userName)}`);
  call.audit({ kind: 'account', id: account.id, details: { role: found.role, secondFactorGone: factors > 0 } });
  return found;
}
