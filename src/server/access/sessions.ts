import type { LoginSession } from '#domain/access/account-contract.ts';
import type { Call } from '#server/platform/call.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import { sessionsOf } from './account-reads.ts';
import { demandAccount } from './demand-account.ts';

/** Where one is signed in oneself. */
export async function mySessions(call: Call): Promise<{ items: LoginSession[] }> {
  return { items: await sessionsOf(call.tx, call.actor.account, call.actor, call.now) };
}

/** Ends one of one's own other sessions, or all of them; the one that asks ends by signing out. */
export async function endMySessions(call: Call, input: { session?: string | undefined }): Promise<{ ended: number }> {
  const ended = await end(call, call.actor.account, input.session, sql`token_hash <> ${call.actor.session}`);
  return { ended };
}

/** Ends one session of an account, or all. @throws NotFound, GrantBeyondOwn */
export async function endSessions(call: Call, input: { account: string; session?: string | undefined }): Promise<{ ended: number }> {
  const account = await demandAccount(call, input.account);
  return { ended: await end(call, account.id, input.session, sql`true`) };
}

async function end(call: Call, account: string, session: string | undefined, condition: Sql): Promise<number> {
  const one = session === undefined ? sql`true` : sql`token_hash = ${session}`;
  const ended = await call.tx.run(sql`DELETE FROM login_session WHERE account_id = ${account} AND ${one} AND ${condition}`);
  call.audit({ kind: 'account', id: account, details: { ended } });
  return ended;
}
