import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPersons } from '#domain/activities/contract.ts';
import { signIn } from '#domain/access/contract.ts';
import { createApp } from '#server/app.ts';
import { openDatabase, type Database } from '#server/platform/database.ts';
import { metricsToken } from '#server/platform/metrics.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { over } from '#test/wire.ts';

const TOKEN = 'a token of at least sixteen';
let bureau: TestBureau;
const servers: ServerType[] = [];

async function served(over: { metricsToken?: string; database?: Database } = {}): Promise<number> {
  const app = createApp({
    database: bureau.database, bureaus: [{ bureau: { code: 'alpha', zh: '甲', en: 'Alpha', kind: 'own' }, samples: [] }], clock: bureau.clock,
    log: pino({ level: 'silent' }), secret: 'test', secureCookies: false, webFolder: null, ...over,
  });
  const server = serve({ fetch: app.fetch, hostname: '0.0.0.0', port: 0 });
  servers.push(server);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
beforeAll(async () => void (bureau = await testBureau()));
afterAll(async () => {
  for (const server of servers) await new Promise((done) => server.close(done));
  await bureau.drop();
});

const ask = (port: number, path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`, { headers: { connection: 'close', ...headers } });

describe('/metrics', () => {
  it('tells answers and durations by operation, the pool, jobs, the event loop and memory, each line as Prometheus reads it', async () => {
    const port = await served();
    const caller = bureau.withToken(bureau.cast.token.jiping, over(port));
    await caller.request(findPersons, { organisation: bureau.cast.organisation.detention, q: '罗建' });
    await bureau.withToken(undefined, over(port)).request(signIn, { userName: 'somebody-in-particular', password: 'wrong' });
    const answer = await ask(port, '/metrics');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4']);
    const text = await answer.text();
    expect(text.trimEnd().split('\n').filter((line) => !/^(# (HELP|TYPE) \w+ .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? -?[\d.]+(e[+-]?\d+)?)$/.test(line))).toEqual([]);
    expect(text).toContain('zhibu_requests_total{operation="signIn",status="4xx"} 1');
    expect(text).toMatch(/zhibu_request_duration_seconds_bucket\{operation="findPersons",le="\+Inf"\} 1/);
    for (const name of ['zhibu_database_connections{state="used"}', 'zhibu_database_waiting', 'zhibu_jobs{bureau="alpha",state="waiting"} 0', 'zhibu_event_loop_delay_seconds{of="p99"}', 'process_resident_memory_bytes']) expect(text).toContain(name);
    // T15: neither who asked, nor for whom, nor an id.
    expect(text).not.toMatch(/罗建|jiping|somebody-in-particular|[0-9a-f]{8}-[0-9a-f]{4}-/);
    expect(text).not.toContain(bureau.cast.token.jiping);
  });

  it('is not there for anybody else: another address, a gateway, a missing or wrong token', async () => {
    const port = await served();
    const closed = await served({ metricsToken: TOKEN });
    for (const header of ['x-forwarded-for', 'forwarded', 'via']) expect((await ask(port, '/metrics', { [header]: '10.0.0.9' })).status).toBe(404);
    expect((await bureau.app.request('/metrics')).status).toBe(404);
    expect((await ask(closed, '/metrics')).status).toBe(404);
    expect((await ask(closed, '/metrics', { authorization: `Bearer ${TOKEN}x` })).status).toBe(404);
    expect((await ask(closed, '/metrics', { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '10.0.0.9' })).status).toBe(200);
  });

  it('wants a token that cannot be guessed', () => {
    expect(() => metricsToken({ METRICS_TOKEN: 'short' })).toThrow(/METRICS_TOKEN/);
    expect([metricsToken({}), metricsToken({ METRICS_TOKEN: '' }), metricsToken({ METRICS_TOKEN: TOKEN })]).toEqual([null, null, TOKEN]);
  });
});

describe('/healthz and /readyz', () => {
  it('say ok while the process and the database answer', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const answer = await bureau.app.request(path);
      expect([path, answer.status, await answer.text()]).toEqual([path, 200, 'ok']);
    }
  });

  it('tell a process that lives from one that can work', async () => {
    const away = openDatabase('postgres://x:x@127.0.0.1:1/x');
    const port = await served({ database: away });
    expect([(await ask(port, '/healthz')).status, (await ask(port, '/readyz')).status]).toEqual([200, 503]);
    await away.end();
  });
});
