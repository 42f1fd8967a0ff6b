import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSession } from '#domain/access/contract.ts';
import { signInByTicket } from '#domain/access/ticket-contract.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { singleSignOn, type SingleSignOn } from '#test/single-sign-on.ts';

/** The way of one person through all three: a certified provider, our portal, and the server. */
const ADDRESS = 'https://zhibu.example';
const PASSWORD = 'only there';
let signOn: SingleSignOn;
let bureau: TestBureau;
beforeAll(async () => {
  signOn = await singleSignOn({
    wen: { password: PASSWORD, sub: '7f1d', claims: { preferred_username: 'wenlan', name: '温岚' } },
    visitor: { password: PASSWORD, sub: '7f1e', claims: { preferred_username: '990001', name: '来客' } },
    nameless: { password: PASSWORD, sub: '7f1f', claims: { name: '无号' } },
  });
  bureau = await testBureau(null, 'sample', signOn.door(ADDRESS));
  bureau.setNow(new Date().toISOString());
  await signOn.open(`${ADDRESS}/alpha`);
});
afterAll(async () => {
  await signOn.end();
  await bureau.drop();
});

interface Seen {
  readonly url: string;
  readonly status: number;
  readonly text: string;
}

/** A browser that keeps what it is told to, by the place that told it, and goes where it is sent. */
function browser(): (url: string, form?: Record<string, string>) => Promise<Seen> {
  const kept = new Map<string, Map<string, string>>();
  return async function go(url: string, form?: Record<string, string>): Promise<Seen> {
    if (url.startsWith(ADDRESS)) return { url, status: 200, text: '' };
    const { origin } = new URL(url);
    const jar = kept.get(origin) ?? new Map<string, string>();
    kept.set(origin, jar);
    const answer = await fetch(url, {
      redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '), 'accept-language': 'en' },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const next = answer.headers.get('location');
    return next === null ? { url, status: answer.status, text: await answer.text() } : go(new URL(next, url).href);
  };
}

async function came(login: string, act = 'enter'): Promise<Seen> {
  const go = browser();
  const form = await go(`${signOn.address}/`);
  expect(form.text).toContain('统一身份认证');
  return go(form.url, { login, password: PASSWORD, act });
}

const entered = (ticket: string): Promise<Response> => bureau.as('nobody').request(signInByTicket, { ticket });

describe('through the single sign-on of the bureau', () => {
  it('Wen Lan comes in as herself, once', async () => {
    const { url } = await came('wen');
    expect(url).toMatch(/^https:\/\/zhibu\.example\/alpha\/ticket#[\w.-]+$/);
    const ticket = new URL(url).hash.slice(1);
    const answer = await entered(ticket);
    expect(answer.status).toBe(200);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const known = await bureau.as('nobody').request(readSession, {}, { headers: { cookie } });
    expect(await known.json()).toMatchObject({ person: { name: '温岚' } });
    expect((await entered(ticket)).status).toBe(409);
  });

  it('whoever is known there and not here is told so by Zhibu, and whoever has no number there by the portal', async () => {
    const { url } = await came('visitor');
    expect(await (await entered(new URL(url).hash.slice(1))).json()).toMatchObject({ name: 'TicketOfNobody' });
    const nameless = await came('nameless');
    expect([nameless.status, nameless.text.includes('does not say your number')]).toEqual([403, true]);
  });

  it('whoever thinks better of it stays outside', async () => {
    const { status, text } = await came('wen', 'cancel');
    expect([status, text.includes('Sign-in was cancelled')]).toEqual([403, true]);
  });

  it('nothing of anybody stands in the log', () => {
    expect(signOn.log.length).toBeGreaterThan(0);
    for (const told of ['wenlan', '温岚', '7f1d', 'said no', '990001', 'ticket#']) expect(signOn.log.join(''), told).not.toContain(told);
  });
});
