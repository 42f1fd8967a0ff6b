import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StartRefusal } from './start-refusal.ts';
import { audienceOf, ticketDoor } from './ticket-door.ts';

const ed = generateKeyPairSync('ed25519');
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicPem = (key: typeof ed.publicKey): string => key.export({ type: 'spki', format: 'pem' }).toString();
const privatePem = ed.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'zhibu-door-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const ADDRESS = 'https://zhibu.example';
const PORTAL = 'https://portal.example/zhibu?from=desk';
let files = 0;
function file(text: string): string {
  const path = join(folder, `${(files += 1)}.pem`);
  writeFileSync(path, text);
  return path;
}
const door = (text: string, env: Record<string, string> = {}): ReturnType<typeof ticketDoor> => ticketDoor({ TICKET_KEY_FILE: file(text), TICKET_PORTAL: PORTAL, ...env }, ADDRESS);
function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (fault) {
    if (fault instanceof StartRefusal) return fault.message;
    throw fault;
  }
  throw new Error('it starts');
}

describe('the door of the portal', () => {
  it('is not there when nothing is said of it', () => {
    expect(ticketDoor({ TICKET_KEY_FILE: '', TICKET_PORTAL: '' }, ADDRESS)).toBe(null);
  });

  it('takes keys of both kinds, the new one beside the old', () => {
    const it = door(`what this is\n${publicPem(ed.publicKey)}\n${publicPem(ec.publicKey)}`);
    expect(it).toMatchObject({ keys: [{ alg: 'EdDSA' }, { alg: 'ES256' }], portal: PORTAL, issuer: 'https://portal.example', strong: false });
    expect(it && audienceOf(it, 'own')).toBe('https://zhibu.example/own');
  });

  it('believes the portal to prove people strongly when it is told so', () => {
    expect(door(publicPem(ed.publicKey), { TICKET_STRONG: '1' })?.strong).toBe(true);
    expect(refusalOf(() => door(publicPem(ed.publicKey), { TICKET_STRONG: 'yes' }))).toMatch(/TICKET_STRONG 只能是 0 或 1.+\n.+not "yes"/);
  });

  it('takes a portal on this machine without https, for trying, and on no other', () => {
    expect(door(publicPem(ed.publicKey), { TICKET_PORTAL: 'http://127.0.0.1:3120/' })?.issuer).toBe('http://127.0.0.1:3120');
    for (const portal of ['http://portal.example', 'portal.example', 'javascript:alert(1)', 'https://user@portal.example', 'https://portal.example/#a']) {
      expect(refusalOf(() => door(publicPem(ed.publicKey), { TICKET_PORTAL: portal })), portal).toContain(`“${portal}”`);
    }
  });

  it.each([
    ['half a setting', () => ticketDoor({ TICKET_PORTAL: PORTAL }, ADDRESS), 'TICKET_KEY_FILE is missing'],
    ['the other half', () => ticketDoor({ TICKET_KEY_FILE: file(publicPem(ed.publicKey)) }, ADDRESS), 'TICKET_PORTAL is missing'],
    ['how strong it is alone', () => ticketDoor({ TICKET_STRONG: '1' }, ADDRESS), 'TICKET_KEY_FILE is missing'],
    ['a file that is not there', () => ticketDoor({ TICKET_KEY_FILE: join(folder, 'gone.pem'), TICKET_PORTAL: PORTAL }, ADDRESS), 'ENOENT'],
    ['a file without a key', () => door('the key follows by post'), 'holds 0 keys'],
    ['six keys', () => door(publicPem(ed.publicKey).repeat(6)), 'holds 6 keys'],
    ['a private key', () => door(privatePem), 'holds a PRIVATE KEY'],
    ['a private key beside a public one', () => door(publicPem(ed.publicKey) + privatePem), 'holds a PRIVATE KEY'],
    ['a key of RSA', () => door(publicPem(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)), 'of the type rsa'],
    ['a key of another curve', () => door(publicPem(generateKeyPairSync('ec', { namedCurve: 'secp384r1' }).publicKey)), 'of the type ec'],
    ['a key that was damaged', () => door('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'), 'cannot be read'],
  ])('of %s is refused in words', (_, work, why) => {
    expect(refusalOf(work)).toContain(why);
  });
});
