import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import type { TicketClaims } from '#domain/access/ticket.ts';
import type { TicketDoor } from '#server/platform/ticket-door.ts';

/** The portal of a bureau as tests have it: two keys, and what it would sign. */
const ed = generateKeyPairSync('ed25519');
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });

export const PORTAL = 'https://portal.example';
const ADDRESS = 'https://zhibu.example';
export const portalKeys = { EdDSA: ed, ES256: ec } as const;

/** @param portal where the way in begins, for a portal that a test serves itself. */
export const doorOf = (change: Partial<TicketDoor> = {}): TicketDoor => ({
  keys: [{ key: ed.publicKey, alg: 'EdDSA' }, { key: ec.publicKey, alg: 'ES256' }], portal: `${PORTAL}/zhibu`, issuer: PORTAL, address: ADDRESS, strong: false, ...change,
});

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** As the agreement has it, for bureau `alpha`, good for a minute from `now` on. */
export const claimsFor = (sub: string, now: Date, change: Partial<Record<keyof TicketClaims | 'name', unknown>> = {}): Record<string, unknown> => {
  const iat = Math.floor(now.getTime() / 1000);
  return { iss: PORTAL, aud: `${ADDRESS}/alpha`, sub, iat, exp: iat + 60, jti: randomUUID(), ...change };
};

/** Signed with a key of the portal, or another that a test brings. */
export function signed(claims: unknown, header: Record<string, unknown> = { alg: 'EdDSA' }, key: KeyObject = header['alg'] === 'ES256' ? ec.privateKey : ed.privateKey): string {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${sign(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** A ticket that opens the door for whoever has that number. */
export const ticketFor = (sub: string, now: Date): string => signed(claimsFor(sub, now));
