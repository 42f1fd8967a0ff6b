import { refuseAccess } from '#domain/access/refusals.ts';
import { FORGOTTEN_AFTER_HOURS, signInDelaySeconds } from '#domain/access/sign-in-delay.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { writeAudit } from '#server/platform/once.ts';
import { sql } from '#server/platform/sql.ts';
import { accountNamed, type AccountRow } from './access-reads.ts';
import { nameHash } from './account-reads.ts';
import { isPassword } from './passwords.ts';

/**
 * The account whose name and password these are, or undefined. Every place that takes a password asks here.
 *
 * A try is counted before it is made and in a transaction of its own: guesses at the same moment are counted one by one,
 * a refusal does not take the count back, and no connection is held while the password is hashed. An unknown name is
 * counted and hashed like a known one.
 * @throws SignInDelayed while the name is not tried at all, SignInCrowded.
 */
export async function provePassword(call: Call, userName: string, password: string): Promise<AccountRow | undefined> {
  const account = await proveCounted(call, userName, password);
  if (account) await forgetTries(call, userName);
  return account;
}

/** The same for who asks for more than the password: the try stays counted until {@link forgetTries}. */
export async function proveCounted(call: Call, userName: string, password: string): Promise<AccountRow | undefined> {
  const { account, tries, delayedUntil } = await call.apart(async (tx) => ({
    ...(await countTry(tx, userName, call.now)),
    account: await accountNamed(tx, userName),
  }));
  demandNow(call, delayedUntil);
  if (!(await isPassword(password, account?.password_hash))) {
    if (account) await call.apart((tx) => writeAudit(tx, call, 'wrongPassword', [{ kind: 'account', id: account.id, details: { tries } }]));
    return undefined;
  }
  return account;
}

/** A try of a code by who did not come by a password, counted under the same name and in the same way. @throws SignInDelayed */
export async function countCodeTry(call: Call, userName: string): Promise<void> {
  demandNow(call, (await call.apart((tx) => countTry(tx, userName, call.now))).delayedUntil);
}

function demandNow({ now }: Call, delayedUntil: Date | null): void {
  if (delayedUntil) throw refuseAccess('SignInDelayed', { seconds: Math.ceil((delayedUntil.getTime() - now.getTime()) / 1000) });
}

/** Everything was right: the tries before it are forgotten. */
export const forgetTries = (call: Call, userName: string): Promise<number> =>
  call.tx.run(sql`DELETE FROM sign_in_tries WHERE name_hash = ${nameHash(userName)}`);

/**
 * A right password that only asks for the code takes its own count back, and no other: whoever knows a password and
 * guesses codes is counted guess by guess.
 */
export const uncountTry = (call: Call, userName: string): Promise<number> => call.apart((tx) =>
  tx.run(sql`UPDATE sign_in_tries SET tries = tries - 1, delayed_until = NULL WHERE name_hash = ${nameHash(userName)} AND tries > 0`));

interface Count {
  readonly tries: number;
  /** Set when this try must not be made. */
  readonly delayedUntil: Date | null;
}

/** The row of the name is locked by the first statement, so tries at the same moment queue here. */
async function countTry(tx: Tx, userName: string, now: Date): Promise<Count> {
  const name = nameHash(userName);
  const forgotten = new Date(now.getTime() - FORGOTTEN_AFTER_HOURS * 3_600_000);
  await tx.run(sql`DELETE FROM sign_in_tries WHERE last_at < ${forgotten}`);
  const counted = await tx.one<{ tries: number }>(sql`
    INSERT INTO sign_in_tries (name_hash, tries, last_at) VALUES (${name}, 1, ${now})
    ON CONFLICT (name_hash) DO UPDATE SET tries = sign_in_tries.tries + 1, last_at = ${now}
      WHERE sign_in_tries.delayed_until IS NULL OR sign_in_tries.delayed_until <= ${now}
    RETURNING tries`);
  if (!counted) {
    const kept = await tx.one<{ tries: number; delayed_until: Date }>(sql`SELECT tries, delayed_until FROM sign_in_tries WHERE name_hash = ${name}`);
    return { tries: kept?.tries ?? 0, delayedUntil: kept?.delayed_until ?? now };
  }
  const until = new Date(now.getTime() + signInDelaySeconds(counted.tries) * 1000);
  await tx.run(sql`UPDATE sign_in_tries SET delayed_until = ${until} WHERE name_hash = ${name}`);
  return { tries: counted.tries, delayedUntil: null };
}
