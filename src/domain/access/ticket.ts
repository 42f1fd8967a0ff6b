/** Longest time for which a ticket is made, in seconds: from the button of the portal to the button here, and a code between. */
export const TICKET_SECONDS_MOST = 120;
/** By how many seconds the clock of the portal and ours may differ. */
export const CLOCK_SECONDS = 30;

/** What a ticket says of itself; times are seconds since 1970 (RFC 7519). */
export interface TicketClaims {
  readonly iss: string;
  readonly aud: string;
  /** The number of a person, as the roster has it (警号). */
  readonly sub: string;
  readonly iat: number;
  readonly exp: number;
  readonly nbf?: number | undefined;
  readonly jti: string;
}

/** Why a ticket opens nothing; kept in the audit trail as this word. */
export type TicketFault = 'unsigned' | 'unfit' | 'foreign' | 'long' | 'early' | 'expired' | 'used' | 'nobody' | 'closed' | 'administrator';

export interface TicketExpected {
  readonly issuer: string;
  readonly audience: string;
}

/**
 * What is wrong with the claims of a ticket whose signature was proven, or null. A ticket for somebody else is told before
 * one that is too late: who made it has more to mend (decision 65).
 */
export function judgeTicket(claims: TicketClaims, { issuer, audience }: TicketExpected, now: Date): TicketFault | null {
  const seconds = now.getTime() / 1000;
  if (claims.iss !== issuer || claims.aud !== audience) return 'foreign';
  if (claims.exp <= claims.iat || claims.exp - claims.iat > TICKET_SECONDS_MOST) return 'long';
  if (Math.max(claims.iat, claims.nbf ?? 0) > seconds + CLOCK_SECONDS) return 'early';
  if (claims.exp + CLOCK_SECONDS <= seconds) return 'expired';
  return null;
}

/** From then on, in seconds since 1970, it would be refused as expired, so nobody need remember that it was used. */
export const forgettableFrom = ({ exp }: TicketClaims): number => exp + CLOCK_SECONDS;
