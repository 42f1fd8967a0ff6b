import { refuseAccess } from '#domain/access/refusals.ts';
import { administratorRoles, roleLabels } from '#domain/access/roles.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { demandAccountToChange } from './demand-account.ts';
import { grantsOf, otherAdministrators, type GrantRow } from './grant-reads.ts';

/** Closes an account: its sessions end now, what it kept of tables is swept, its grants stay written down and hold nothing while it is closed. */
export async function closeAccount(call: Call, input: { account: string }): Promise<Record<string, never>> {
  const account = await demandAccountToChange(call, input.account);
  if (account.closed_at) throw refuseAccess('AccountStateUnchanged', {});
  for (const grant of await grantsOf(call.tx, [account.id])) await keepAdministrators(call, grant);
  await call.tx.run(sql`UPDATE account SET closed_at = ${call.now} WHERE id = ${account.id}`);
  await call.tx.run(sql`DELETE FROM login_session WHERE account_id = ${account.id}`);
  await call.tx.run(sql`DELETE FROM kept_columns WHERE account_id = ${account.id}`);
  call.audit({ kind: 'account', id: account.id, details: { state: 'closed' }, before: { state: 'open' } });
  return {};
}

/** Opens it again; sessions begin anew, grants that have not ended hold again. */
export async function reopenAccount(call: Call, input: { account: string }): Promise<Record<string, never>> {
  const account = await demandAccountToChange(call, input.account);
  if (!account.closed_at) throw refuseAccess('AccountStateUnchanged', {});
  await call.tx.run(sql`UPDATE account SET closed_at = NULL WHERE id = ${account.id}`);
  call.audit({ kind: 'account', id: account.id, details: { state: 'open' }, before: { state: 'closed' } });
  return {};
}

/** Refuses to take away the last lasting administrator of a kind: nobody could appoint another. @throws LastAdministrator */
export async function keepAdministrators(call: Call, grant: GrantRow): Promise<void> {
  const lasting = grant.endedAt === null && grant.to === null && grant.from <= call.today;
  if (!lasting || !administratorRoles.includes(grant.role)) return;
  const others = await otherAdministrators(call.tx, grant.role, grant.organisation, grant.account, call.today);
  if (others === 0) throw refuseAccess('LastAdministrator', { role: roleLabels[grant.role] });
}
