import type { WhoAmI } from '#domain/access/contract.ts';
import { refuseAccess } from '#domain/access/refusals.ts';
import type { Call } from '#server/platform/call.ts';
import { writeAudit } from '#server/platform/once.ts';
import type { Sealing } from '#server/platform/sealed.ts';
import { sql } from '#server/platform/sql.ts';
import { accountNamed, describeActor, whoActs, type AccountRow } from './access-reads.ts';
import { openSession } from './open-session.ts';
import { isPassword, renewedHash } from './passwords.ts';
import { forgetTries, proveCounted, uncountTry } from './prove-password.ts';
import { hasSecondFactor, takeCode } from './second-factor.ts';

interface Proof {
  readonly userName: string;
  readonly password: string;
  readonly code?: string | undefined;
}

/**
 * Opens a session. That an account is closed, its person has left, or a code is needed is said only to who knows the
 * password; to anybody else it answers like a name that does not exist.
 */
export async function signIn(call: Call, input: Proof, sealed: Sealing, bureau: WhoAmI['bureau']): Promise<WhoAmI> {
  const account = await proveCounted(call, input.userName, input.password);
  if (!account) throw refuseAccess('SignInFailed', {});
  if (account.closed_at) throw refuseAccess('AccountClosed', {});
  await demandCode(call, account.id, input, sealed);
  await forgetTries(call, input.userName);
  const token = await openSession(call, { id: account.id, password_hash: await inChosenWay(call, account, input.password) });
  const actor = await whoActs(call.tx, token, call.now);
  if (!actor) throw refuseAccess('AccountClosed', {});
  return describeActor(call.tx, actor, bureau, call.today);
}

/**
 * Who comes in with a hash of the other way leaves one of the chosen way behind; the password is the same, so nothing else changes.
 * @returns the hash that stands there now. Where somebody else's hand was quicker, it must be of this password too.
 */
async function inChosenWay({ tx }: Call, { id, user_name, password_hash }: AccountRow, password: string): Promise<string> {
  const renewed = await renewedHash(password, password_hash);
  if (!renewed) return password_hash;
  const changed = await tx.run(sql`UPDATE account SET password_hash = ${renewed} WHERE id = ${id} AND password_hash = ${password_hash}`);
  if (changed === 1) return renewed;
  const now = await accountNamed(tx, user_name);
  return now && (await isPassword(password, now.password_hash)) ? now.password_hash : password_hash;
}

/** A wrong code stays counted like a wrong password, under the same name. @throws SecondFactorNeeded, SecondFactorWrong */
async function demandCode(call: Call, account: string, { userName, code }: Proof, sealed: Sealing): Promise<void> {
  if (!(await hasSecondFactor(call.tx, account))) return;
  if (code === undefined) {
    await uncountTry(call, userName);
    throw refuseAccess('SecondFactorNeeded', {});
  }
  if (await takeCode(call, sealed, account, code)) return;
  await call.apart((tx) => writeAudit(tx, call, 'wrongSecondFactor', [{ kind: 'account', id: account }]));
  throw refuseAccess('SecondFactorWrong', {});
}
