import { generateKeyPairSync, verify } from 'node:crypto';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT, forgingProvider, type Forgery, type ForgingProvider } from '#test/forging-provider.ts';
import { openPortal } from './portal.ts';
import type { ProviderSettings } from './portal-settings.ts';

const ADDRESS = 'https://portal.example';
const GOAL = 'https://zhibu.example/own';
const NUMBER = '010023';
const keys = generateKeyPairSync('ed25519');

let provider: ForgingProvider;
let log: string[] = [];
let now = new Date();
beforeAll(async () => void (provider = await forgingProvider()));
afterAll(() => provider.end());
afterEach(() => {
  provider.forge({});
  provider.describe({});
  log = [];
  now = new Date();
});

const opened = (change: Partial<ProviderSettings> = {}, address = ADDRESS): ReturnType<typeof openPortal> => openPortal({
  listen: { host: '127.0.0.1', port: 3001, url: address, secure: address.startsWith('https:'), tls: {}, certificate: null },
  provider: { issuer: new URL(provider.issuer), clientId: CLIENT.id, clientSecret: CLIENT.secret, scope: 'openid profile', claim: 'preferred_username', ...change },
  goal: { audience: GOAL }, key: { key: keys.privateKey, publicPem: '', publicFile: '', isNew: false },
}, pino({ level: 'info' }, { write: (line: string) => void log.push(line) }), () => now);

interface Back {
  readonly url: string;
  readonly cookie: string;
}

const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** A browser that began, and stands before our door again with what the provider gave it. */
async function cameBack(portal: ReturnType<typeof openPortal>): Promise<Back> {
  const begun = await portal.answer(new Request(`${ADDRESS}/`));
  expect(begun.status).toBe(303);
  const there = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
  return { url: there.headers.get('location') ?? '', cookie: cookieOf(begun) };
}

const shown = (portal: ReturnType<typeof openPortal>, { url, cookie }: Back, language = 'en'): Promise<Response> =>
  portal.answer(new Request(url, { headers: { cookie, 'accept-language': language } }));

async function came(forgery: Forgery, change: Partial<ProviderSettings> = {}): Promise<Response> {
  const portal = opened(change);
  provider.forge(forgery);
  return shown(portal, await cameBack(portal));
}

const named = { claims: { preferred_username: NUMBER } };

describe('who is proven', () => {
  it('goes on with a ticket that says his number, for a minute and for this bureau', async () => {
    const answer = await came(named);
    expect(answer.status).toBe(303);
    const [page, ticket = ''] = (answer.headers.get('location') ?? '').split('#');
    expect(page).toBe(`${GOAL}/ticket`);
    const [head = '', body = '', signature = ''] = ticket.split('.');
    expect(verify(null, Buffer.from(`${head}.${body}`), keys.publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
    const claims: Record<string, unknown> = JSON.parse(Buffer.from(body, 'base64url').toString());
    const iat = Math.floor(now.getTime() / 1000);
    expect(claims).toEqual({ iss: ADDRESS, aud: GOAL, sub: NUMBER, iat, exp: iat + 60, jti: expect.stringMatching(/^[\w-]{36}$/) });
  });

  it('may have his number in another claim, and where the id_token is silent, in what the provider tells of him', async () => {
    expect((await came({ claims: { police_no: 'A-77' } }, { claim: 'police_no' })).status).toBe(303);
    expect((await came({ userinfo: { preferred_username: NUMBER } })).status).toBe(303);
  });

  it('is called on the ticket as the provider calls him, so that he sees whether that is him', async () => {
    const calledFor = async (name: unknown): Promise<unknown> => {
      const ticket = new URL((await came({ claims: { ...named.claims, name } })).headers.get('location') ?? '').hash;
      const [, body = ''] = ticket.split('.');
      return JSON.parse(Buffer.from(body, 'base64url').toString()).name;
    };
    expect([await calledFor('王建国'), await calledFor(7), (await calledFor('长'.repeat(500)))]).toEqual(['王建国', undefined, '长'.repeat(60)]);
    expect(log.join('')).not.toContain('王建国');
  });

  it('is asked for with PKCE, a state and a nonce, new each time, and the browser keeps a sealed cookie for ten minutes', async () => {
    const portal = opened();
    const begun = await portal.answer(new Request(`${ADDRESS}/`));
    const asked = new URL(begun.headers.get('location') ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', client_id: CLIENT.id, redirect_uri: `${ADDRESS}/callback`, scope: 'openid profile', code_challenge_method: 'S256' });
    expect(begun.headers.getSetCookie()[0]).toMatch(/^__Host-zhibu-portal=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=600$/);
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked.get(name)?.length).toBeGreaterThan(40);
      expect(cookieOf(begun)).not.toContain(asked.get(name));
      expect(new URL((await portal.answer(new Request(`${ADDRESS}/`))).headers.get('location') ?? '').searchParams.get(name)).not.toBe(asked.get(name));
    }
  });
});

const token = (status: number, error: string): Forgery => ({ token: { status, body: { error, error_description: '王建国' } } });
const claim = (preferred_username: unknown): Forgery => ({ claims: { preferred_username } });

describe('nobody comes in', () => {
  it.each<[string, Forgery, number, RegExp]>([
    ['with the nonce of another sign-in', { claims: { ...named.claims, nonce: 'of-another' } }, 502, /not proven/],
    ['without a nonce', { claims: { ...named.claims, nonce: undefined } }, 502, /not proven/],
    ['by an id_token for another client', { claims: { ...named.claims, aud: 'canteen' } }, 502, /not proven/],
    ['by an id_token for several clients that was made for another', { claims: { ...named.claims, aud: [CLIENT.id, 'canteen'], azp: 'canteen' } }, 502, /not proven/],
    ['by an id_token of another provider', { claims: { ...named.claims, iss: 'https://sso.example' } }, 502, /not proven/],
    ['by an id_token that nobody signed', { ...named, signedBy: 'none' }, 502, /not proven/],
    ['by a code under the public key as a password', { ...named, signedBy: 'publicAsPassword' }, 502, /not proven/],
    ['by an id_token under a key that is not published', { ...named, signedBy: 'another' }, 502, /not proven/],
    ['by a key that is not there', { ...named, header: { kid: 'of-last-year' } }, 502, /not proven/],
    ['by an id_token of five minutes ago', { claims: { ...named.claims, iat: 1_700_000_000, exp: Math.floor(Date.now() / 1000) - 300 } }, 502, /not proven/],
    ['by an id_token without an end', { claims: { ...named.claims, exp: undefined } }, 502, /not proven/],
    ['where there is no id_token', { ...named, idToken: null }, 502, /not proven/],
    ['as whom another person is told of', { userinfo: { sub: 'another', preferred_username: NUMBER } }, 502, /not proven/],
    ['without the claim', {}, 403, /does not say your number.+lacks &#34;preferred_username&#34;/s],
    ['with an empty claim', claim(''), 403, /does not say your number/],
    ['with nothing in the claim', claim(null), 403, /does not say your number/],
    ['with a number that lost its noughts', claim(10_023), 403, /no number of the roster/],
    ['with blanks around it', claim(` ${NUMBER}`), 403, /no number of the roster/],
    ['with a line after it', claim(`${NUMBER}\n`), 403, /no number of the roster/],
    ['with a name', claim('王建国'), 403, /no number of the roster/],
    ['with marks of a page', claim('<b>1'), 403, /no number of the roster/],
    ['with several', claim([NUMBER]), 403, /no number of the roster/],
    ['with one that is too long', claim('1'.repeat(21)), 403, /no number of the roster/],
    ['who said no', { error: 'access_denied' }, 403, /was cancelled/],
    ['when the provider has a fault', { error: 'server_error' }, 503, /cannot be reached/],
    ['when the provider does not know us any more', { error: 'unauthorized_client' }, 502, /does not accept/],
    ['when the secret is another one', token(401, 'invalid_client'), 502, /does not accept/],
    ['when the provider does not take the code', token(400, 'invalid_grant'), 400, /no longer good/],
    ['when the provider breaks off', token(500, 'fault'), 503, /cannot be reached/],
    ['when the keys of the provider are away', { ...named, keysAway: true }, 503, /cannot be reached/],
    ['when the provider answers without end', { token: { status: 200, body: 'x'.repeat(1_100_000) } }, 503, /cannot be reached/],
  ])('%s', async (_, forgery, status, words) => {
    const answer = await came(forgery);
    expect(answer.status).toBe(status);
    const page = await answer.text();
    expect(page).toMatch(words);
    expect([answer.headers.get('location'), page.includes('/ticket')]).toEqual([null, false]);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-zhibu-portal=; .*Max-Age=0$/);
    for (const told of [NUMBER, '王建国', 'f81d4fae', CLIENT.secret]) expect(log.join(''), told).not.toContain(told);
    expect(log.join('')).toMatch(/"fault":"\w+"/);
  });

  it('with a wrong secret of ours', async () => {
    expect(await (await came(named, { clientSecret: 'another' })).text()).toMatch(/does not accept/);
  });

  it('whose sign-in began in another browser, or long ago, or was finished before', async () => {
    const portal = opened();
    provider.forge(named);
    const [mine, theirs] = [await cameBack(portal), await cameBack(portal)];
    for (const back of [{ ...mine, cookie: theirs.cookie }, { ...mine, cookie: '' }, { ...mine, cookie: mine.cookie.replace(/=./, '=-') }, { ...mine, url: `${ADDRESS}/callback` }]) {
      expect(await (await shown(portal, back)).text(), back.cookie).toMatch(/no longer good/);
    }
    expect((await shown(portal, mine)).status).toBe(303);
    // The browser forgot it; who kept it has a code that was used.
    expect(await (await shown(portal, mine)).text()).toMatch(/no longer good/);
    const late = await cameBack(portal);
    now = new Date(now.getTime() + 599_000);
    expect((await shown(portal, theirs)).status).toBe(303);
    now = new Date(now.getTime() + 2000);
    expect(await (await shown(portal, late)).text()).toMatch(/no longer good/);
  });

  it('who began before a restart', async () => {
    provider.forge(named);
    expect(await (await shown(opened(), await cameBack(opened()))).text()).toMatch(/no longer good/);
  });
});

describe('a provider', () => {
  it('that was away is asked again by the next one', async () => {
    const away = await forgingProvider();
    const issuer = new URL(away.issuer);
    await away.end();
    const portal = opened({ issuer });
    for (const path of ['/', '/']) {
      const answer = await portal.answer(new Request(`${ADDRESS}${path}`));
      expect([answer.status, (await answer.text()).includes('统一身份认证暂时无法访问')]).toEqual([503, true]);
    }
    provider.describe({ issuer: 'https://sso.example' });
    const changed = opened();
    expect((await changed.answer(new Request(`${ADDRESS}/`))).status).toBe(502);
    provider.describe({});
    expect((await changed.answer(new Request(`${ADDRESS}/`))).status).toBe(303);
  });

  it('that wants the secret in the form gets it there', async () => {
    provider.describe({ token_endpoint_auth_methods_supported: ['client_secret_post'] });
    // Ours looks for it in the header alone.
    expect(await (await came(named)).text()).toMatch(/does not accept/);
  });

  it('without the three addresses that we need is none', async () => {
    provider.describe({ jwks_uri: undefined });
    expect((await opened().answer(new Request(`${ADDRESS}/`))).status).toBe(502);
  });
});

describe('its pages', () => {
  const page = async (language: string): Promise<string> => (await opened().answer(new Request(`${ADDRESS}/callback`, { headers: { 'accept-language': language } }))).text();

  it('are in the language that the browser asks for first, with the other below', async () => {
    for (const [asked, first] of [['', 'zh-CN'], ['fr', 'zh-CN'], ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'], ['en-GB,en;q=0.9', 'en'], ['zh;q=0.2, en;q=0.7', 'en'], ['en;q=0', 'zh-CN']] as const) {
      const html = await page(asked);
      expect([asked, /<html lang="([^"]+)"/.exec(html)?.[1], html.includes('本次登录已失效'), html.includes('no longer good')]).toEqual([asked, first, true, true]);
    }
  });

  it('load nothing, run nothing, stand in no frame, are kept nowhere, and lead on to both ways in', async () => {
    const { headers } = await opened().answer(new Request(`${ADDRESS}/callback`));
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'nonce-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/);
    expect([headers.get('cache-control'), headers.get('referrer-policy'), headers.get('strict-transport-security')]).toEqual(['no-store', 'no-referrer', 'max-age=31536000']);
    const html = await page('zh');
    expect(html).not.toMatch(/<script|<img|<link|<form/);
    expect([...html.matchAll(/href="([^"]+)"/g)].map(([, to]) => to)).toEqual(['/', `${GOAL}/`]);
  });

  it('are not there under other addresses and for other methods; whether it runs can be asked', async () => {
    const portal = opened();
    expect((await portal.answer(new Request(`${ADDRESS}/admin`))).status).toBe(404);
    expect((await portal.answer(new Request(`${ADDRESS}/callback`, { method: 'POST', body: 'code=1' }))).status).toBe(404);
    expect(await (await portal.answer(new Request(`${ADDRESS}/healthz`))).text()).toBe('ok');
  });

  it('ask for no cookie of https on this machine', async () => {
    const begun = await opened({}, 'http://127.0.0.1:3001').answer(new Request('http://127.0.0.1:3001/'));
    expect(begun.headers.getSetCookie()[0]).toMatch(/^zhibu-portal=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/);
    expect(begun.headers.get('strict-transport-security')).toBeNull();
  });
});
