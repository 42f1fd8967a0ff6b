import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';

/** Ends this session; the account's sessions on other devices go on. */
export async function signOut(call: Call): Promise<Record<string, never>> {
  await call.tx.run(sql`DELETE FROM login_session WHERE token_hash = ${call.actor.session}`);
  call.answer.sessionToken = null;
  call.audit({ kind: 'account', id: call.actor.account });
  return {};
}
