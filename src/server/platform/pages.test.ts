import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages } from './pages.ts';

let folder: string;
let app: Hono;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-pages-'));
  mkdirSync(join(folder, 'web', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'web', 'index.html'), '<meta property="csp-nonce" nonce="__NONCE__"><base href="__BASE__/">');
  writeFileSync(join(folder, 'web', 'assets', 'main-abc.js'), 'export {}');
  writeFileSync(join(folder, 'outside.txt'), 'not for anybody');
  app = pages(join(folder, 'web'), { codes: new Set(['alpha', 'beta']), single: undefined });
});
afterAll(() => rmSync(folder, { recursive: true }));

const policyOf = (answer: Response): Map<string, string> =>
  new Map((answer.headers.get('content-security-policy') ?? '').split('; ').map((line) => [line.split(' ')[0] ?? '', line.slice(line.indexOf(' ') + 1)]));

describe('a page', () => {
  it('may load from here alone, run no script that stands in it, and send forms here alone', async () => {
    const policy = policyOf(await app.request('/alpha/points'));
    expect(policy.get('default-src')).toBe("'none'");
    for (const kind of ['script-src', 'img-src', 'font-src', 'connect-src', 'form-action']) expect([kind, policy.get(kind)]).toEqual([kind, "'self'"]);
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe|https?:|data:|blob:|\*/);
    expect(policy.get('base-uri')).toBe("'none'");
  });

  it('may be framed by nobody, is taken for nothing else, and is kept by nobody', async () => {
    const { headers } = await app.request('/alpha/');
    expect(policyOf(await app.request('/alpha/')).get('frame-ancestors')).toBe("'none'");
    expect(['x-frame-options', 'x-content-type-options', 'referrer-policy', 'cache-control'].map((name) => headers.get(name))).toEqual(['DENY', 'nosniff', 'same-origin', 'no-store']);
  });

  it('has a nonce of its own each time, in the policy and in the page alike', async () => {
    const answers = await Promise.all([app.request('/alpha/'), app.request('/alpha/')]);
    const nonces = await Promise.all(answers.map(async (answer) => {
      const nonce = /nonce="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
      expect(policyOf(answer).get('style-src')).toBe(`'self' 'nonce-${nonce}'`);
      return nonce;
    }));
    expect(new Set(nonces).size).toBe(2);
    expect(nonces.every((nonce) => Buffer.from(nonce, 'base64').length >= 16)).toBe(true);
  });

  it('of the only bureau is the first one under its code as well, and every other keeps its address', async () => {
    const alone = pages(join(folder, 'web'), { codes: new Set(['alpha']), single: 'alpha' });
    for (const path of ['/alpha', '/alpha/']) expect([path, (await alone.request(path)).status, (await alone.request(path)).headers.get('location')]).toEqual([path, 302, '/']);
    for (const path of ['/', '/points', '/alpha/ticket']) expect([path, (await alone.request(path)).status]).toEqual([path, 200]);
  });
});

describe('an asset', () => {
  it('is kept for a year under its own name', async () => {
    const { status, headers } = await app.request('/assets/main-abc.js');
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable']);
  });

  it.each(['/assets/..%2f..%2foutside.txt', '/assets/%2e%2e/%2e%2e/outside.txt', '/assets/../../outside.txt', '/assets/nothing.js'])('%s leads to nothing outside', async (path) => {
    expect(await (await app.request(path)).text()).not.toContain('not for anybody');
  });
});
