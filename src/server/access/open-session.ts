import { randomBytes } from 'node:crypto';
import { refuseAccess } from '#domain/access/refusals.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { tokenHash } from './access-reads.ts';

const LIFE_HOURS = 12;

/** How somebody came in: what else is asked of a session depends on it. */
export type CameBy = 'password' | 'ticket' | 'strongTicket';

/**
 * A new session for an account: a random token for the browser, only its hash for the table. The account is locked for
 * sharing and must still have the password that was proven: it cannot be closed, nor its password be replaced, between
 * the proof and the session. By a ticket nothing of the password was proven, and the same lock holds the account open.
 * @throws SignInFailed when it was.
 */
export async function openSession(call: Call, proven: { readonly id: string; readonly password_hash: string }, cameBy: CameBy = 'password'): Promise<string> {
  const unchanged = await call.tx.many(sql`
    SELECT id FROM account WHERE id = ${proven.id} AND password_hash = ${proven.password_hash} AND closed_at IS NULL FOR SHARE`);
  if (unchanged.length === 0) throw refuseAccess('SignInFailed', {});
  const token = randomBytes(32).toString('base64url');
  const expires = new Date(call.now.getTime() + LIFE_HOURS * 3_600_000);
  // Swept here, because nothing else would ever ask for them again.
  await call.tx.run(sql`DELETE FROM login_session WHERE expires_at < ${call.now}`);
  await call.tx.run(sql`INSERT INTO login_session (token_hash, account_id, created_at, last_seen_at, expires_at, device, came_by)
    VALUES (${tokenHash(token)}, ${proven.id}, ${call.now}, ${call.now}, ${expires}, ${call.device}, ${cameBy})`);
  call.answer.sessionToken = token;
  call.audit({ kind: 'account', id: proven.id, ...(cameBy === 'password' ? {} : { details: { cameBy } }) });
  return token;
}
