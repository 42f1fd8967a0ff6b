import { changePassword, readSession, readSignInPage, signIn, signOut } from '#domain/access/contract.ts';
import type { WhoAmI } from '#domain/access/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { describeActor } from './access-reads.ts';
import { changePassword as change } from './change-password.ts';
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
];
