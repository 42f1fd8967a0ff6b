import { createHash, verify } from 'node:crypto';
import { judgeTicket, type TicketClaims, type TicketFault } from '#domain/access/ticket.ts';
import { ticketClaims } from '#domain/access/ticket-contract.ts';
import { audienceOf, type TicketDoor, type TicketKey } from '#server/platform/ticket-door.ts';

/** What a ticket came to. Its hash stands for it where it must be named; of one that nobody signed nothing is kept. */
export type TicketReading =
  | { readonly kind: 'good'; readonly claims: TicketClaims; readonly hash: string }
  | { readonly kind: 'bad'; readonly fault: TicketFault; readonly hash: string | null };

const PART = /^[\w-]+$/;

/**
 * Reads a compact JWS (RFC 7515). The key says with which algorithm it is proven; what the ticket says of it must only agree, so
 * "none" and a code under the public key as a password prove nothing.
 */
export function readTicket(door: TicketDoor, bureau: string, ticket: string, now: Date): TicketReading {
  const [head = '', body = '', signature = '', ...more] = ticket.split('.');
  const whole = more.length === 0 && [head, body, signature].every((it) => PART.test(it));
  if (!whole || !door.keys.some((it) => isProven(it, head, body, signature))) return { kind: 'bad', fault: 'unsigned', hash: null };
  const claims = ticketClaims.safeParse(jsonOf(body)).data;
  if (claims === undefined) return { kind: 'bad', fault: 'unfit', hash: hashOf(body) };
  const hash = hashOf(claims.jti);
  const fault = judgeTicket(claims, { issuer: door.issuer, audience: audienceOf(door, bureau) }, now);
  return fault === null ? { kind: 'good', claims, hash } : { kind: 'bad', fault, hash };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function isProven({ key, alg }: TicketKey, head: string, body: string, signature: string): boolean {
  const header = jsonOf(head);
  // What is marked as critical must be understood, and nothing is (RFC 7515, 4.1.11).
  if (typeof header !== 'object' || header === null || !('alg' in header) || header.alg !== alg || 'crit' in header) return false;
  const signed = Buffer.from(`${head}.${body}`);
  return verify(alg === 'EdDSA' ? null : 'sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
