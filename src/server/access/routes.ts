import { changePassword, readSession, readSignInPage, signIn, signOut } from '#domain/access/contract.ts';
import {
  closeAccount, createAccount, endMySessions, endSessions, readAccount, readAccountCandidates, readAccounts, readMySessions,
  reopenAccount, resetPassword,
} from '#domain/access/account-contract.ts';
import { endGrant, grantRole, readRights, readViewpoint } from '#domain/access/grant-contract.ts';
import { openAccounts, readRosterAccounts, resetPasswords } from '#domain/access/roster-contract.ts';
import {
  demandSecondFactor, enrolSecondFactor, readSecondFactor, readSecondFactorRoles, removeSecondFactor, resetSecondFactor,
} from '#domain/access/second-factor-contract.ts';
import { signInByTicket } from '#domain/access/ticket-contract.ts';
import type { WhoAmI } from '#domain/access/contract.ts';
import { named } from '#server/bureau/bureau-name-reads.ts';
import { route, type Call, type Route } from '#server/platform/call.ts';
import type { Sealing } from '#server/platform/sealed.ts';
import type { TicketDoor } from '#server/platform/ticket-door.ts';
import { describeActor } from './access-reads.ts';
import { changePassword as change } from './change-password.ts';
import { closeAccount as close, reopenAccount as reopen } from './close-account.ts';
import { createAccount as create } from './create-account.ts';
import { endGrant as endRole, grantRole as give } from './grant-role.ts';
import { openAccounts as openMany, resetPasswords as resetMany, rosterAccounts } from './open-accounts.ts';
import { candidates, listed, opened } from './read-accounts.ts';
import { rightsOf, viewpointOf } from './read-rights.ts';
import { resetPassword as reset } from './reset-password.ts';
import {
  demandSecondFactor as demandOfRoles, enrolSecondFactor as enrol, mySecondFactor, removeSecondFactor as remove, resetSecondFactor as resetFactor, secondFactorRoles,
} from './second-factor.ts';
import { endMySessions as endMine, endSessions as endTheirs, mySessions } from './sessions.ts';
import { signIn as open } from './sign-in.ts';
import { signInByTicket as openByTicket } from './sign-in-by-ticket.ts';
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

/** @param door for people whom the bureau's portal has proven; null where none is set. */
export const accessRoutes = (cardOf: (code: string) => BureauCard, sealed: Sealing, door: TicketDoor | null): readonly Route[] => {
  const bureauOf = ({ tx }: Call): Promise<WhoAmI['bureau']> => named(tx, cardOf(tx.bureau).bureau);
  return [
    route(signIn, async (call, input) => open(call, input, sealed, await bureauOf(call))),
    route(signInByTicket, async (call, input) => openByTicket(call, input, door, sealed, await bureauOf(call))),
    route(signOut, end),
    route(readSession, async (call) => describeActor(call.tx, call.actor, await bureauOf(call), call.today)),
    route(changePassword, async (call, input) => change(call, input, await bureauOf(call))),
    route(readSignInPage, async (call) => ({ bureau: await bureauOf(call), portal: door?.portal ?? null, samples: [...cardOf(call.tx.bureau).samples] })),
    route(readSecondFactor, mySecondFactor),
    route(enrolSecondFactor, (call, input) => enrol(call, input, sealed)),
    route(removeSecondFactor, remove),
    route(resetSecondFactor, resetFactor),
    route(readSecondFactorRoles, secondFactorRoles),
    route(demandSecondFactor, demandOfRoles),
    route(readMySessions, mySessions),
    route(endMySessions, endMine),
    route(readAccounts, listed),
    route(readAccount, opened),
    route(readAccountCandidates, candidates),
    route(createAccount, create),
    route(readRosterAccounts, rosterAccounts),
    route(openAccounts, openMany),
    route(resetPasswords, resetMany),
    route(resetPassword, reset),
    route(closeAccount, close),
    route(reopenAccount, reopen),
    route(endSessions, endTheirs),
    route(grantRole, give),
    route(endGrant, endRole),
    route(readRights, rightsOf),
    route(readViewpoint, async (call, input) => viewpointOf(call, input, await bureauOf(call))),
  ];
};
