import { randomBytes } from 'node:crypto';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { tokenHash } from './access-reads.ts';

const LIFE_HOURS = 12;

/** A new session for an account: a random token for the browser, only its hash for the table. */
export async function openSession(call: Call, account: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expires = new Date(call.now.getTime() + LIFE_HOURS * 3_600_000);
  await call.tx.run(sql`INSERT INTO login_session (token_hash, account_id, created_at, last_seen_at, expires_at)
    VALUES (${tokenHash(token)}, ${account}, ${call.now}, ${call.now}, ${expires})`);
  call.answer.sessionToken = token;
  call.audit({ kind: 'account', id: account });
  return token;
}
