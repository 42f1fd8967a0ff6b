import { once } from 'node:events';
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type RequestOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#server/app.ts';
import { run } from '#server/cli/run.ts';
import { listenChoice } from '#server/platform/listen-choice.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';

/** As a second machine has it: another address of the network, https, and no trust but in the authority that was installed. */
let bureau: TestBureau;
let folder: string;
let server: ServerType;
let printed = '';
beforeAll(async () => {
  bureau = await testBureau();
  folder = mkdtempSync(join(tmpdir(), 'zhibu-https-'));
  const code = await run(['tls', 'zhibu.example', '127.0.0.2', '--lang', 'en'], { out: (text) => void (printed += text), error: (text) => void (printed += text), today: '2026-11-17', env: { DATA_DIR: folder } });
  expect(code, printed).toBe(0);
  const listen = listenChoice({ HOST: '0.0.0.0', TLS_CERT: at('server.pem'), TLS_KEY: at('server.key') });
  const app = createApp({
    database: bureau.database, bureaus: [{ bureau: { code: 'alpha', zh: '示例市公安局', en: 'Sample bureau', kind: 'own' }, samples: [] }], clock: bureau.clock,
    log: pino({ level: 'silent' }), secret: 'test', secureCookies: listen.secure, webFolder: null,
  });
  server = serve({ fetch: app.fetch, hostname: listen.host, port: 0, ...listen.tls, createServer });
  await once(server, 'listening');
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
  await bureau.drop();
});

const at = (name: string): string => join(folder, 'tls', name);

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** A request from 127.0.0.3 to 127.0.0.2: neither is the address that programs of this machine use. */
const ask = (path: string, options: RequestOptions = {}, body = ''): Promise<Answer> => new Promise((done, fail) => {
  const { port } = server.address() as AddressInfo;
  const sent = request({ host: '127.0.0.2', localAddress: '127.0.0.3', port, path, ca: readFileSync(at('authority.pem')), agent: false, ...options }, (answer) => {
    let text = '';
    answer.on('data', (chunk: Buffer) => void (text += chunk.toString())).on('end', () => done({ status: answer.statusCode, headers: answer.headers, text }));
  });
  sent.on('error', fail).end(body);
});

describe('from another address over https', () => {
  it('somebody signs in and is known afterwards, by a cookie that https alone carries', async () => {
    const { status, headers } = await ask('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' } }, JSON.stringify({ userName: 'luojian', password: PASSWORD }));
    expect(status).toBe(200);
    const [cookie = ''] = headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^__Host-zhibu-alpha=[^;]+;.*HttpOnly/);
    expect(cookie).toMatch(/; Secure/);
    const known = await ask('/api/session', { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect([known.status, JSON.parse(known.text).person.name]).toEqual([200, '罗建']);
  });

  it('every answer tells the browser to come back over https alone', async () => {
    for (const path of ['/healthz', '/readyz', '/api/session', '/api/nothing']) expect([path, (await ask(path)).headers['strict-transport-security']]).toEqual([path, 'max-age=31536000']);
  });

  it('the certificate is good for the names that were given and no other, and for whoever trusts the authority', async () => {
    expect((await ask('/healthz', { servername: 'zhibu.example' })).status).toBe(200);
    await expect(ask('/healthz', { servername: 'other.example' })).rejects.toThrow(/other\.example/);
    await expect(ask('/healthz', { ca: [] })).rejects.toThrow(/certificate/);
  });
});

it('over http on this machine nothing promises https', async () => {
  expect((await bureau.app.request('/healthz')).headers.get('strict-transport-security')).toBeNull();
});

describe('zhibu tls', () => {
  it('says how to start, how to install the authority, and its fingerprint', () => {
    expect(printed).toContain(`TLS_CERT=${at('server.pem')} TLS_KEY=${at('server.key')}`);
    expect(printed).toMatch(/Windows[^]*iPhone[^]*SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}/);
  });

  it('signs anew with the authority that desks already trust', async () => {
    const before = readFileSync(at('authority.pem'), 'utf8');
    let again = '';
    await run(['tls', 'zhibu.example', '127.0.0.2', '10.1.2.3', '--lang', 'en'], { out: (text) => void (again += text), error: () => {}, today: '2026-11-17', env: { DATA_DIR: folder } });
    expect(again).toContain('desks and phones need nothing');
    expect(readFileSync(at('authority.pem'), 'utf8')).toBe(before);
  });

  it.each([['https://zhibu.example'], ['a b'], ['zhibu.example\nbasicConstraints=CA:TRUE'], ['-x']])('refuses %j', async (name) => {
    let error = '';
    expect(await run(['tls', '--', name], { out: () => {}, error: (text) => void (error += text), today: '2026-11-17', env: { DATA_DIR: folder } })).toBe(1);
    expect(error).toContain('不是主机名');
  });
});
