import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, realDirectory, type RealDirectory } from '#test/real-directory.ts';
import type { DirectorySettings } from './directory-settings.ts';
import { openPortal } from './portal.ts';
import { reachDirectory } from './reach-directory.ts';

const ADDRESS = 'https://portal.example';
const GOAL = 'https://zhibu.example/own';
const { privateKey } = generateKeyPairSync('ed25519');

let directory: RealDirectory;
let log: string[] = [];
let now = new Date();
beforeAll(async () => void (directory = await realDirectory()));
afterAll(() => directory.end());
afterEach(() => {
  log = [];
  now = new Date();
});

type Portal = ReturnType<typeof openPortal>;
const opened = (change: Partial<DirectorySettings> = {}): Portal => openPortal({
  listen: { host: '127.0.0.1', port: 3001, url: ADDRESS, secure: true, tls: {}, certificate: null },
  directory: directory.settings(change), goal: { audience: GOAL }, key: { key: privateKey, publicPem: '', publicFile: '', isNew: false },
}, pino({ level: 'info' }, { write: (line: string) => void log.push(line) }), () => now);

interface Seen {
  readonly cookie: string;
  readonly state: string;
}

async function seen(portal: Portal, cookie = ''): Promise<Seen> {
  const answer = await portal.answer(new Request(`${ADDRESS}/`, { headers: { cookie } }));
  expect(answer.status).toBe(200);
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '', state: /name="state" value="([^"]+)"/.exec(await answer.text())?.[1] ?? '' };
}

const sent = (portal: Portal, cookie: string, body: string | URLSearchParams): Promise<Response> =>
  portal.answer(new Request(`${ADDRESS}/`, { method: 'POST', headers: { cookie, 'accept-language': 'en' }, body }));

async function typed(portal: Portal, name: string, password: string): Promise<Response> {
  const { cookie, state } = await seen(portal);
  return sent(portal, cookie, new URLSearchParams({ state, name, password }));
}

const claimsOf = (answer: Response): unknown => {
  const [, body = ''] = new URL(answer.headers.get('location') ?? '').hash.split('.');
  return JSON.parse(Buffer.from(body, 'base64url').toString());
};

/** What somebody sees who does not come in, without what is another each time. */
async function refusal(answer: Response, status: number): Promise<string> {
  const page = await answer.text();
  expect([answer.status, answer.headers.get('location')], page).toEqual([status, null]);
  return page.replaceAll(/Number \w+|nonce="[^"]+"|value="[^"]+"/g, '');
}

describe('who is proven by the directory', () => {
  it('goes on with a ticket that says the number of his entry, and is called as there', async () => {
    const answer = await typed(opened(), 'wen', PASSWORD);
    expect([answer.status, answer.headers.get('location')?.startsWith(`${GOAL}/ticket#`)]).toEqual([303, true]);
    expect(claimsOf(answer)).toMatchObject({ iss: ADDRESS, aud: GOAL, sub: 'wenlan', name: '温岚' });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-zhibu-portal=; .*Max-Age=0$/);
    expect(claimsOf(await typed(opened(), ' Visitor ', PASSWORD))).toMatchObject({ sub: '990001', name: 'Visitor, the other' });
  });

  it('may have his number in another attribute, however the setting writes its letters', async () => {
    expect(claimsOf(await typed(opened({ number: 'EMPLOYEENUMBER' }), 'wen', PASSWORD))).toMatchObject({ sub: 'wenlan' });
    expect(claimsOf(await typed(opened({ number: 'uid' }), 'wen', PASSWORD))).toMatchObject({ sub: 'wen' });
  });

  it('is proven over TLS from the first byte, and over TLS that is begun', async () => {
    const authority = readFileSync(directory.authority, 'utf8');
    expect((await typed(opened({ url: new URL(`ldaps://127.0.0.1:${directory.securePort}`), authority }), 'wen', PASSWORD)).status).toBe(303);
    expect((await typed(opened({ startTls: true, authority }), 'wen', PASSWORD)).status).toBe(303);
    await expect(opened({ startTls: true, authority }).way.examine()).resolves.toBeUndefined();
  });
});

describe('nobody comes in', () => {
  it('by a wrong password or a wrong name, which are one answer', async () => {
    const password = await refusal(await typed(opened(), 'wen', 'another'), 403);
    expect(password).toContain('Name or password is not right');
    expect(await refusal(await typed(opened(), 'nobody', 'another'), 403)).toBe(password);
    expect(await refusal(await typed(opened(), 'nobody', PASSWORD), 403)).toBe(password);
    expect(password).toContain('<form');
  });

  it('by an empty password, which a directory takes for nobody and lets in', async () => {
    const answer = await typed(opened(), 'wen', '');
    expect(answer.status, 'LDAP: an empty password came in').toBe(403);
    expect((await typed(opened(), 'wen', '\0')).status).toBe(403);
    expect((await typed(opened(), '', PASSWORD)).status).toBe(403);
    expect((await typed(opened(), 'n'.repeat(101), PASSWORD)).status).toBe(403);
  });

  it('by a name that is a filter', async () => {
    for (const name of ['*)(uid=*', 'wen)(objectClass=*', '*', 'we*', 'wen)(cn=Wen Lan', '\\77en']) {
      const answer = await typed(opened(), name, PASSWORD);
      expect([name, answer.status, (await answer.text()).includes('Name or password is not right')], 'LDAP: a name was read as a filter').toEqual([name, 403, true]);
    }
  });

  it.each<[string, string, Partial<DirectorySettings>, number, RegExp]>([
    ['who has two entries', 'twin', {}, 403, /Several entries of the directory/],
    ['without a number', 'nameless', {}, 403, /does not say your number.+lacks &#34;employeeNumber&#34;/s],
    ['with something else for a number', 'strange', {}, 403, /no number of the roster/],
    ['with several', 'wen', { number: 'departmentNumber' }, 403, /no number of the roster/],
    ['who stands where the directory refers to', 'far', {}, 403, /Name or password is not right/],
    ['when our account is not taken', 'wen', { account: { dn: 'cn=zhibu,dc=gaj,dc=example', secret: 'of before' } }, 503, /does not accept the account.+LDAP_BIND_DN/s],
    ['when nobody may search without an account', 'wen', { account: null }, 502, /cannot be searched/],
    ['when the base is not there', 'wen', { base: 'dc=elsewhere' }, 502, /LDAP_BASE/],
    ['when the directory is away', 'wen', { url: new URL('ldap://127.0.0.1:1') }, 503, /cannot be reached/],
  ])('%s', async (_, name, change, status, words) => {
    expect(await refusal(await typed(opened(change), name, PASSWORD), status)).toMatch(words);
    expect(log.join('')).toMatch(/"fault":"\w+"/);
  });

  it('over TLS that nobody vouches for, or that the directory does not begin, and no password is sent', async () => {
    const secure = new URL(`ldaps://127.0.0.1:${directory.securePort}`);
    expect(await refusal(await typed(opened({ url: secure }), 'wen', PASSWORD), 503)).toMatch(/No encrypted connection.+LDAP_CA_FILE/s);
    expect(await refusal(await typed(opened({ startTls: true }), 'wen', PASSWORD), 503)).toMatch(/No encrypted connection/);
    const authority = readFileSync(directory.authority, 'utf8');
    // The same address in another spelling, which the certificate does not name.
    expect(await refusal(await typed(opened({ url: new URL(`ldaps://[::ffff:127.0.0.1]:${directory.securePort}`), authority }), 'wen', PASSWORD), 503)).toMatch(/No encrypted connection/);
    await expect(opened({ url: secure }).way.examine()).rejects.toMatchObject({ kind: 'untrusted' });
  });

  it.each<[string, readonly number[]]>([
    ['says no', [0x30, 0x0c, 2, 1, 1, 0x78, 7, 10, 1, 2, 4, 0, 4, 0]],
    ['says yes and goes on in the clear', [0x30, 0x0c, 2, 1, 1, 0x78, 7, 10, 1, 0, 4, 0, 4, 0, 0x30, 0x0c, 2, 1]],
    ['says something else', [0x48, 0x54, 0x54, 0x50]],
  ])('when a directory that is asked to encrypt %s', async (_, bytes) => {
    const heard: Buffer[] = [];
    const server = createServer((socket) => socket.on('data', (part) => {
      heard.push(part);
      if (heard.length === 1) socket.end(Buffer.from(bytes));
    }).on('error', () => {})).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const status = (await typed(opened({ url: new URL(`ldap://127.0.0.1:${port}`), startTls: true }), 'wen', PASSWORD)).status;
    expect([status, Buffer.concat(heard).length]).toEqual([503, 31]);
    await new Promise((done) => server.close(done));
  });

  it.each([['ldaps:', false], ['ldap:', true]] as const)('when a directory by %s takes the call and never answers', async (protocol, startTls) => {
    const server = createServer((socket) => socket.on('error', () => {}).resume()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(reachDirectory(directory.settings({ url: new URL(`${protocol}//127.0.0.1:${port}`), startTls }), 200)).rejects.toMatchObject({ kind: 'unreachable' });
    // No connection is left behind, or this would not end.
    await new Promise((done) => server.close(done));
  });

  it('who tries again and again: the name waits, whoever has it and however it is written', async () => {
    for (const [first, second] of [['wen', 'WEN'], ['nobody', 'NoBody']] as const) {
      const portal = opened();
      const statuses = [];
      for (const name of [first, second, first]) statuses.push((await typed(portal, name, 'another')).status);
      expect(statuses).toEqual([403, 403, 403]);
      expect(await refusal(await typed(portal, second, PASSWORD), 429)).toMatch(/Too many wrong tries/);
      expect((await typed(portal, 'visitor', PASSWORD)).status).toBe(303);
      now = new Date(now.getTime() + 61_000);
      expect((await typed(portal, first, PASSWORD)).status).toBe(first === 'wen' ? 303 : 403);
    }
  });

  it('who tries at the same moment more often than in a row', async () => {
    const portal = opened();
    const statuses = await Promise.all(Array.from({ length: 12 }, async () => (await typed(portal, 'wen', 'another')).status));
    expect(statuses.toSorted()).toEqual([403, 403, 403, ...Array.from({ length: 9 }, () => 429)]);
  });
});

describe('the form', () => {
  it('goes where the page came from alone, from the same browser, and not long after', async () => {
    const portal = opened();
    const [mine, theirs] = [await seen(portal), await seen(portal)];
    const form = (state: string): URLSearchParams => new URLSearchParams({ state, name: 'wen', password: PASSWORD });
    const lost = async (cookie: string, body: string | URLSearchParams): Promise<void> => expect(await refusal(await sent(portal, cookie, body), 400)).toMatch(/no longer good/);
    await lost('', form(mine.state));
    await lost(theirs.cookie, form(mine.state));
    await lost(mine.cookie, form(''));
    await lost(mine.cookie, `state=${mine.state}`);
    await lost(mine.cookie, new URLSearchParams(`${form(mine.state)}&name=visitor`));
    await lost(mine.cookie, new URLSearchParams({ state: mine.state, name: 'wen', password: 'x'.repeat(9000) }));
    // A second page in the same browser is the same one.
    expect((await seen(portal, mine.cookie)).state).toBe(mine.state);
    now = new Date(now.getTime() + 601_000);
    await lost(mine.cookie, form(mine.state));
  });

  it('says in both languages what is asked for and what must not be written, loads nothing and may lead to Zhibu alone', async () => {
    const answer = await opened().answer(new Request(`${ADDRESS}/`));
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'nonce-[^']+'; base-uri 'none'; form-action 'self' https:\/\/zhibu\.example; frame-ancestors 'none'$/);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-zhibu-portal=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=600$/);
    const html = await answer.text();
    expect(html).not.toMatch(/<script|<img|<link| on\w+=/);
    for (const part of ['用户名', 'User name', '密码', 'Password', 'autocomplete="username"', 'autocomplete="current-password"', 'method="post"']) expect(html).toContain(part);
    const notice = readFileSync('src/web/ui/NonClassifiedNotice.tsx', 'utf8');
    for (const said of [/zh: \{ notice: '([^']+)'/, /en: \{ notice: '([^']+)'/]) expect(html).toContain(said.exec(notice)?.[1]);
  });

  it('is at one address; whether it runs can be asked', async () => {
    const portal = opened();
    for (const [path, method] of [['/callback', 'GET'], ['/admin', 'POST'], ['/', 'PUT']] as const) expect((await portal.answer(new Request(`${ADDRESS}${path}`, { method }))).status).toBe(404);
    expect(await (await portal.answer(new Request(`${ADDRESS}/healthz`))).text()).toBe('ok');
  });

  it('leaves neither name nor password nor entry in the log', async () => {
    const portal = opened();
    for (const [name, password] of [['wen', PASSWORD], ['wen', 'a slip of mine'], ['strange', PASSWORD], ['twin', PASSWORD]] as const) await typed(portal, name, password);
    expect(log.length).toBe(4);
    for (const told of ['wen', PASSWORD, 'a slip of mine', '010023', '温岚', 'dc=gaj', 'of the searcher']) expect(log.join(''), told).not.toContain(told);
  });
});
