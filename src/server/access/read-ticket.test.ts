import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { NOW } from '#test/app.ts';
import { claimsFor, doorOf, portalKeys, signed } from '#test/portal.ts';
import { readTicket } from './read-ticket.ts';

const now = new Date(NOW);
const good = claimsFor('010023', now);
const read = (ticket: string, door = doorOf()): string => {
  const reading = readTicket(door, 'alpha', ticket, now);
  return reading.kind === 'good' ? reading.claims.sub : reading.fault;
};
const part = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const [head = '', body = '', signature = ''] = signed(good).split('.');
const publicPem = portalKeys.EdDSA.publicKey.export({ type: 'spki', format: 'pem' });
const hmac = (secret: string | Buffer, alg: string): string => {
  const text = `${part({ alg })}.${part(good)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};
const stranger = generateKeyPairSync('ed25519').privateKey;
const other = doorOf({ keys: [{ key: portalKeys.ES256.publicKey, alg: 'ES256' }] });

describe('a ticket', () => {
  it.each([
    ['signed with Ed25519', signed(good)],
    ['signed with P-256', signed(good, { alg: 'ES256' })],
    ['that says more of its making', signed(good, { alg: 'EdDSA', typ: 'JWT', kid: 'of-the-portal' })],
    ['that says more of the person', signed({ ...good, name: '罗建', amr: ['x509'] })],
  ])('%s is read', (_, ticket) => expect(read(ticket)).toBe('010023'));

  it.each([
    ['of nothing', ''],
    ['of two parts', `${head}.${body}`],
    ['of four parts', `${head}.${body}.${signature}.${signature}`],
    ['of five parts, as a sealed one has', `${head}.${body}.${signature}.${head}.${body}`],
    ['without a signature', `${head}.${body}.`],
    ['under "none", unsigned', `${part({ alg: 'none' })}.${part(good)}.`],
    ['under "none", with the signature of another', `${part({ alg: 'none' })}.${body}.${signature}`],
    ['with a code under the public key as it is written', hmac(String(publicPem), 'HS256')],
    ['with a code under the public key that calls itself signed', hmac(String(publicPem), 'EdDSA')],
    ['with a code under the bytes of the public key', hmac(portalKeys.EdDSA.publicKey.export({ type: 'spki', format: 'der' }), 'HS256')],
    ['signed by a stranger', signed(good, { alg: 'EdDSA' }, stranger)],
    ['signed by a stranger who brings his key along', signed(good, { alg: 'EdDSA', jwk: portalKeys.EdDSA.publicKey.export({ format: 'jwk' }) }, stranger)],
    ['that names the other algorithm than its key has', signed(good, { alg: 'ES256' }, portalKeys.EdDSA.privateKey)],
    ['that names an algorithm in small letters', signed(good, { alg: 'eddsa' }, portalKeys.EdDSA.privateKey)],
    ['that marks something as critical', signed(good, { alg: 'EdDSA', crit: ['b64'], b64: true })],
    ['with another person put in', `${head}.${part({ ...good, sub: '010024' })}.${signature}`],
    ['with the signature cut short', `${head}.${body}.${signature.slice(0, -4)}`],
    ['with signs that belong in no ticket', `${head}.${body}.${signature}=`],
    ['whose head is no JSON', `${part('{')}.${body}.${signature}`],
    ['whose head is null', `${part(null)}.${body}.${signature}`],
  ])('%s is not', (_, ticket) => expect(read(ticket)).toBe('unsigned'));

  it.each([
    ['is no object', 'a word'], ['names nobody', { ...good, sub: undefined }], ['names somebody by another sign than numbers have', { ...good, sub: '罗建' }],
    ['has no number of its own', { ...good, jti: undefined }], ['has one that can be guessed', { ...good, jti: '1' }],
    ['is for several', { ...good, aud: [good['aud']] }], ['says its time as a text', { ...good, exp: String(good['exp']) }], ['says no time', { ...good, iat: undefined }],
    ['says its time in parts of a second', { ...good, iat: Number(good['iat']) + 0.5 }],
  ])('that %s is not as agreed', (_, claims) => expect(read(signed(claims))).toBe('unfit'));

  it('is read by its claims when it is proven, and not before', () => {
    const foreign = { ...good, aud: 'https://zhibu.example/beta' };
    expect([read(signed(foreign)), read(signed(foreign, { alg: 'EdDSA' }, stranger))]).toEqual(['foreign', 'unsigned']);
  });

  it('of a key that was taken out opens nothing any more', () => {
    expect([read(signed(good), other), read(signed(good, { alg: 'ES256' }), other)]).toEqual(['unsigned', '010023']);
  });
});
