import type { WhoAmI } from '#domain/access/contract.ts';
import { refuseAccess } from '#domain/access/refusals.ts';
import type { Call } from '#server/platform/call.ts';
import { writeAudit } from '#server/platform/once.ts';
import type { Sealing } from '#server/platform/sealed.ts';
import { describeActor, whoActs } from './access-reads.ts';
import { openSession } from './open-session.ts';
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
  const token = await openSession(call, account);
  const actor = await whoActs(call.tx, token, call.now);
  if (!actor) throw refuseAccess('AccountClosed', {});
  return describeActor(call.tx, actor, bureau, call.today);
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
