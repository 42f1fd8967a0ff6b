import { changePassword, readSession, readSignInPage, signIn, signOut } from '#domain/access/contract.ts';
import {
  closeAccount, createAccount, endMySessions, endSessions, readAccount, readAccountCandidates, readAccounts, readMySessions,
  reopenAccount, resetPassword,
} from '#domain/access/account-contract.ts';
import { endGrant, grantRole, readRights } from '#domain/access/grant-contract.ts';
import type { WhoAmI } from '#domain/access/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { describeActor } from './access-reads.ts';
import { changePassword as change } from './change-password.ts';
import { closeAccount as close, reopenAccount as reopen } from './close-account.ts';
import { createAccount as create } from './create-account.ts';
import { endGrant as endRole, grantRole as give } from './grant-role.ts';
import { candidates, listed, opened } from './read-accounts.ts';
import { rightsOf } from './read-rights.ts';
import { resetPassword as reset } from './reset-password.ts';
import { endMySessions as endMine, endSessions as endTheirs, mySessions } from './sessions.ts';
import { signIn as open } from './sign-in.ts';
import { signOut as end } from './sign-out.ts';

export interface SampleAccount {
  readonly userName: string;
  readonly password: string;
  readonly zh: string;
  readonly en: string;
}

/** What the installation knows of a bureau; the sample accounts exist only for a demo bureau. */
export interface BureauCard {
  readonly bureau: WhoAmI['bureau'];
  readonly samples: readonly SampleAccount[];
}

export const accessRoutes = (cardOf: (code: string) => BureauCard): readonly Route[] => [
  route(signIn, (call, input) => open(call, input, cardOf(call.tx.bureau).bureau)),
  route(signOut, end),
  route(readSession, (call) => describeActor(call.tx, call.actor, cardOf(call.tx.bureau).bureau, call.today)),
  route(changePassword, (call, input) => change(call, input, cardOf(call.tx.bureau).bureau)),
  route(readSignInPage, async (call) => {
    const { bureau, samples } = cardOf(call.tx.bureau);
    return { bureau, samples: [...samples] };
  }),
  route(readMySessions, mySessions),
  route(endMySessions, endMine),
  route(readAccounts, listed),
  route(readAccount, opened),
  route(readAccountCandidates, candidates),
  route(createAccount, create),
  route(resetPassword, reset),
  route(closeAccount, close),
  route(reopenAccount, reopen),
  route(endSessions, endTheirs),
  route(grantRole, give),
  route(endGrant, endRole),
  route(readRights, rightsOf),
];
