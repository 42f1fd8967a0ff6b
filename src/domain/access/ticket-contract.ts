import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { personNumber } from '#domain/people/contract.ts';
import { factorCode, whoAmI } from './contract.ts';

/** What a ticket must say; whatever else a portal puts in is passed over. */
export const ticketClaims = z.object({
  iss: z.string(), aud: z.string(), sub: personNumber, iat: z.int(), exp: z.int(), nbf: z.int().optional(), jti: z.string().regex(/^[\w-]{16,128}$/),
});

/** By a ticket that the bureau's portal signed, once; a second factor is asked for after it, unless the portal asks for one itself. */
export const signInByTicket = contract({
  name: 'signInByTicket', method: 'POST', path: '/session/ticket', open: true, idempotent: 'byNature',
  summary: { zh: '凭统一门户票据登录', en: 'Sign in by a ticket of the portal' },
  input: z.strictObject({ ticket: z.string().min(1).max(4000), code: factorCode.optional() }),
  output: whoAmI,
  refusals: [
    'TicketsNotTaken', 'TicketUnsigned', 'TicketUnfit', 'TicketForAnother', 'TicketExpired', 'TicketUsed', 'TicketOfNobody', 'TicketForAdministrator',
    'AccountClosed', 'SecondFactorNeeded', 'SecondFactorWrong', 'SignInDelayed', 'SignInFailed',
  ],
});
