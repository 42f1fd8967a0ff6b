import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StartRefusal } from '#server/platform/start-refusal.ts';
import { portalSettings } from './portal-settings.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'zhibu-portal-'))));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function file(text: string, mode = 0o600): string {
  const path = join(folder, String(files += 1));
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}
const whole = (change: Record<string, string> = {}): Record<string, string> => ({
  OIDC_ISSUER: 'https://sso.example/realms/gaj', OIDC_CLIENT_ID: 'zhibu', OIDC_CLIENT_SECRET_FILE: file('the secret\nand a note\n'),
  PORTAL_ZHIBU: 'https://zhibu.example/own', PORTAL_KEY_FILE: join(folder, `${files += 1}.key`), ...change,
});
function refusalOf(env: Record<string, string>): string {
  try {
    portalSettings(env);
  } catch (fault) {
    if (fault instanceof StartRefusal) return fault.message;
    throw fault;
  }
  throw new Error('it starts');
}

describe('the portal', () => {
  it('starts with an issuer, a client, its secret, a place for its key and the address of Zhibu', () => {
    const { provider, goal, listen } = portalSettings(whole());
    expect(provider).toMatchObject({ clientId: 'zhibu', clientSecret: 'the secret', scope: 'openid profile', claim: 'preferred_username' });
    expect([provider?.issuer.href, goal.audience, listen.url]).toEqual(['https://sso.example/realms/gaj', 'https://zhibu.example/own', 'http://127.0.0.1:3001']);
  });

  it('takes another claim, other scopes, another port, and a bureau with a stroke after it', () => {
    const it = portalSettings(whole({ OIDC_CLAIM: 'police_no', OIDC_SCOPE: 'openid police', PORT: '8443', PORTAL_ZHIBU: 'http://127.0.0.1:3000/demo/', OIDC_ISSUER: 'http://localhost:8080' }));
    expect([it.provider?.claim, it.provider?.scope, it.listen.port, it.goal.audience]).toEqual(['police_no', 'openid police', 8443, 'http://127.0.0.1:3000/demo']);
  });

  it('makes its key once, for its owner alone, with the public half beside it for the server', () => {
    const env = whole();
    const path = env['PORTAL_KEY_FILE'] ?? '';
    const first = portalSettings(env).key;
    expect([first.isNew, statSync(path).mode & 0o777, first.publicFile]).toEqual([true, 0o600, `${path}.pub`]);
    expect(readFileSync(first.publicFile, 'utf8')).toBe(first.publicPem);
    expect(createPublicKey(first.publicPem).asymmetricKeyType).toBe('ed25519');
    writeFileSync(first.publicFile, 'of somebody else');
    const second = portalSettings(env).key;
    expect([second.isNew, second.publicPem, readFileSync(first.publicFile, 'utf8')]).toEqual([false, first.publicPem, first.publicPem]);
  });

  it('makes no key when something else is refused', () => {
    const env = whole({ OIDC_CLIENT_ID: '' });
    expect(refusalOf(env)).toMatch(/没有设置 OIDC_CLIENT_ID/);
    expect(existsSync(env['PORTAL_KEY_FILE'] ?? '')).toBe(false);
  });
});

const pem = (key: ReturnType<typeof generateKeyPairSync>['privateKey']): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('a start', () => {
  it.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET_FILE', 'PORTAL_ZHIBU', 'PORTAL_KEY_FILE'])('without %s is refused with what it means', (name) => {
    expect(refusalOf(whole({ [name]: '' }))).toMatch(new RegExp(`^没有设置 ${name}（.{5,}）。\n${name} is not set: .{10,}\\.$`));
  });

  it.each<[string, () => Record<string, string>, string]>([
    ['with a provider without encryption', () => ({ OIDC_ISSUER: 'http://sso.example' }), 'not "http://sso.example"'],
    ['with the address of the description', () => ({ OIDC_ISSUER: 'https://sso.example/.well-known/openid-configuration' }), 'OIDC_ISSUER'],
    ['with a name as an address', () => ({ OIDC_ISSUER: 'sso.example' }), 'OIDC_ISSUER'],
    ['without the bureau', () => ({ PORTAL_ZHIBU: 'https://zhibu.example' }), 'the code of the bureau'],
    ['with a page instead of the bureau', () => ({ PORTAL_ZHIBU: 'https://zhibu.example/own/ticket' }), 'the code of the bureau'],
    ['with Zhibu without encryption', () => ({ PORTAL_ZHIBU: 'http://zhibu.example/own' }), 'PORTAL_ZHIBU'],
    ['without the scope by which it is OpenID Connect', () => ({ OIDC_SCOPE: 'profile' }), 'openid among them'],
    ['with commas between scopes', () => ({ OIDC_SCOPE: 'openid, profile' }), 'OIDC_SCOPE'],
    ['with two claims', () => ({ OIDC_CLAIM: 'sub name' }), 'one claim'],
    ['with a secret that others read', () => ({ OIDC_CLIENT_SECRET_FILE: file('secret', 0o644) }), 'chmod 600'],
    ['with a secret that the group reads', () => ({ OIDC_CLIENT_SECRET_FILE: file('secret', 0o640) }), 'chmod 600'],
    ['with an empty secret', () => ({ OIDC_CLIENT_SECRET_FILE: file('\nsecret') }), 'is empty'],
    ['with a secret that is not there', () => ({ OIDC_CLIENT_SECRET_FILE: join(folder, 'gone') }), 'ENOENT'],
    ['with a key that others read', () => ({ PORTAL_KEY_FILE: file(pem(generateKeyPairSync('ed25519').privateKey), 0o644) }), 'come in as anybody'],
    ['with a key of RSA', () => ({ PORTAL_KEY_FILE: file(pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)) }), 'of the type rsa'],
    ['with something else for a key', () => ({ PORTAL_KEY_FILE: file('key') }), 'no private key can be read'],
    ['with a key in a folder that is not there', () => ({ PORTAL_KEY_FILE: join(folder, 'gone', 'key') }), 'in a folder that is there'],
    ['open to other machines without encryption', () => ({ HOST: '0.0.0.0' }), 'Three ways out'],
  ])('%s is refused in words', (_, change, words) => {
    expect(refusalOf(whole(change()))).toContain(words);
  });
});

const ofDirectory = (change: Record<string, string> = {}): Record<string, string> => ({
  LDAP_URL: 'ldaps://dc.example', LDAP_BASE: 'dc=gaj,dc=example', LDAP_FILTER: '(&(objectClass=person)(uid={name}))',
  LDAP_BIND_DN: 'cn=zhibu,dc=gaj,dc=example', LDAP_BIND_SECRET_FILE: file('the secret\n'), PORTAL_ZHIBU: 'https://zhibu.example/own', PORTAL_KEY_FILE: join(folder, `${files += 1}.key`), ...change,
});

describe('a portal before a directory', () => {
  it('starts with an address, a base, a filter and an account', () => {
    const { directory, provider } = portalSettings(ofDirectory());
    expect(provider).toBeUndefined();
    expect(directory).toMatchObject({ base: 'dc=gaj,dc=example', startTls: false, authority: null, account: { dn: 'cn=zhibu,dc=gaj,dc=example', secret: 'the secret' }, number: 'employeeNumber' });
    expect(directory?.url.href).toBe('ldaps://dc.example');
  });

  it('takes nobody for the account, StartTLS, another attribute, and a directory on this machine', () => {
    const { directory } = portalSettings(ofDirectory({ LDAP_URL: 'ldap://dc.example:3268', LDAP_STARTTLS: '1', LDAP_BIND_DN: '', LDAP_BIND_SECRET_FILE: '', LDAP_NUMBER: 'police-no' }));
    expect([directory?.startTls, directory?.account, directory?.number]).toEqual([true, null, 'police-no']);
    for (const host of ['127.0.0.1', 'localhost', '[::1]']) expect(portalSettings(ofDirectory({ LDAP_URL: `ldap://${host}:389/` })).directory?.startTls).toBe(false);
    expect(portalSettings(ofDirectory({ LDAP_BIND_DN: 'zhibu@gaj.example' })).directory?.account?.dn).toBe('zhibu@gaj.example');
  });

  it.each<[string, () => Record<string, string>, string]>([
    ['beside a provider', () => ({ OIDC_CLIENT_ID: 'zhibu' }), 'not set together'],
    ['without an address', () => ({ LDAP_URL: '' }), 'LDAP_URL is not set: the address'],
    ['without a base', () => ({ LDAP_BASE: '' }), 'LDAP_BASE is not set: the entry'],
    ['without a filter', () => ({ LDAP_FILTER: '' }), 'LDAP_FILTER is not set: the filter'],
    ['without encryption beyond this machine', () => ({ LDAP_URL: 'ldap://dc.example' }), 'passwords could be read on the network'],
    ['without encryption, in words', () => ({ LDAP_URL: 'ldap://dc.example', LDAP_STARTTLS: '0' }), 'LDAP_STARTTLS=1'],
    ['encrypted twice', () => ({ LDAP_STARTTLS: '1' }), 'encrypted from the beginning'],
    ['encrypted perhaps', () => ({ LDAP_STARTTLS: 'yes' }), 'LDAP_STARTTLS is 0 or 1'],
    ['by https', () => ({ LDAP_URL: 'https://dc.example' }), 'not "https://dc.example"'],
    ['with a base in the address', () => ({ LDAP_URL: 'ldaps://dc.example/dc=gaj' }), 'no path'],
    ['with a password in the address', () => ({ LDAP_URL: 'ldaps://zhibu:secret@dc.example' }), 'LDAP_URL is'],
    ['with a filter that finds everybody', () => ({ LDAP_FILTER: '(objectClass=person)' }), '{name} where the name goes'],
    ['with a filter that is none', () => ({ LDAP_FILTER: '(uid={name}' }), 'LDAP_FILTER is a filter'],
    ['with an account without a secret', () => ({ LDAP_BIND_SECRET_FILE: '' }), 'LDAP_BIND_SECRET_FILE is missing'],
    ['with a secret without an account', () => ({ LDAP_BIND_DN: '' }), 'LDAP_BIND_DN is missing'],
    ['with a mechanism for an account', () => ({ LDAP_BIND_DN: 'EXTERNAL' }), 'the entry of the account'],
    ['with a secret that others read', () => ({ LDAP_BIND_SECRET_FILE: file('secret', 0o644) }), 'chmod 600'],
    ['with an empty secret', () => ({ LDAP_BIND_SECRET_FILE: file('\n') }), 'is empty'],
    ['with two attributes', () => ({ LDAP_NUMBER: 'a,b' }), 'one attribute'],
    ['with an authority that is not there', () => ({ LDAP_CA_FILE: join(folder, 'gone') }), 'ENOENT'],
    ['with something else for an authority', () => ({ LDAP_CA_FILE: file('authority') }), 'no certificate as PEM'],
    ['with an authority for what is not encrypted', () => ({ LDAP_URL: 'ldap://127.0.0.1', LDAP_CA_FILE: file('authority') }), 'is not encrypted'],
  ])('%s is refused in words', (_, change, words) => {
    expect(refusalOf(ofDirectory(change()))).toContain(words);
  });

  it('and nothing that proves anybody is refused with both ways', () => {
    expect(refusalOf({ PORTAL_ZHIBU: 'https://zhibu.example/own' })).toMatch(/OIDC_ISSUER.+LDAP_URL/);
  });
});
