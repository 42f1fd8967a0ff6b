import { createHash, randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import pino, { type Logger } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Actor } from '#domain/access/actor.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { contract } from '#domain/contracts/contract.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { route, type Route } from './call.ts';
import { openDatabase, type Database } from './database.ts';
import { api } from './http.ts';
import { sql } from './sql.ts';

const nothing = z.strictObject({});
const write = (name: string) => contract({
  name, method: 'POST', path: `/${name}`, summary: { zh: name, en: name }, refusals: [], input: z.strictObject({ text: z.string().max(2_000_000) }), output: z.strictObject({ text: z.string() }) });
const read = contract({
  name: 'read', method: 'GET', path: '/read/:thing', summary: { zh: '读', en: 'Read' }, refusals: [],
  input: z.strictObject({ thing: z.string(), page: z.coerce.number().int().min(1).max(9).default(1), day: z.iso.date().optional() }),
  output: z.strictObject({ thing: z.string(), page: z.number(), who: z.string() }) });
const enter = contract({ name: 'enter', method: 'POST', path: '/enter', open: true, idempotent: 'byNature', summary: { zh: '进', en: 'Enter' }, refusals: [], input: nothing, output: nothing });
const leave = contract({ name: 'leave', method: 'DELETE', path: '/enter', idempotent: 'byNature', summary: { zh: '出', en: 'Leave' }, refusals: [], input: nothing, output: nothing });
const fetchFile = contract({ name: 'fetchFile', method: 'GET', path: '/file', summary: { zh: '取', en: 'Fetch' }, refusals: [], returns: 'file', input: nothing, output: z.void() });
const sendFile = contract({ name: 'sendFile', method: 'POST', path: '/file', summary: { zh: '送', en: 'Send' }, refusals: [], sends: 'file', input: z.strictObject({ name: z.string() }), output: z.strictObject({ bytes: z.number() }) });

/** Writes a row that can be counted and then ends as its name says. */
const writing = (name: string, end: (text: string) => { text: string }): Route => route(write(name), async (call, { text }) => {
  await call.tx.run(sql`INSERT INTO account (id, user_name, password_hash) VALUES (${randomUUID()}, ${`${name}-${randomUUID()}`}, '')`);
  call.audit({ kind: 'account', id: 'x' });
  return end(text);
});

const routes: readonly Route[] = [
  writing('keeps', (text) => ({ text })),
  writing('refuses', () => { throw refuse('NotFound', {}); }),
  writing('breaks', () => { throw new Error('SELECT secret FROM somewhere'); }),
  writing('lies', () => JSON.parse('{"other":1}')),
  route(write('fills'), async (call, { text }) => {
    // The code that PostgreSQL gives when a table cannot grow.
    await call.tx.run(sql`DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$`);
    return { text };
  }),
  route(read, async (call, { thing, page }) => ({ thing, page, who: call.actor.userName })),
  route(enter, async (call) => { call.answer.sessionToken = 'token-of-alpha'; return {}; }),
  route(leave, async (call) => { call.answer.sessionToken = null; return {}; }),
  route(fetchFile, async () => ({ fileName: '名单 "1".txt', mediaType: 'text/plain', bytes: new TextEncoder().encode('内容') })),
  route(sendFile, async (call) => ({ bytes: call.file?.byteLength ?? -1 })),
];

const someone = (account: string): Actor => ({ account, userName: 'someone', person: null, grants: [], mustChangePassword: false, mustEnrol: false, session: '' });
const ACCOUNT = '01890000-0000-7000-8000-00000000000a';

let source: TestDatabase;
let app: Hono;
const made = (over: { secureCookies?: boolean; database?: Database; log?: Logger } = {}): Hono => api({
  database: source.database, routes, clock: () => new Date('2026-11-17T01:00:00Z'), log: pino({ level: 'silent' }), secret: 's',
  bureauOf: (segment) => (segment === undefined ? 'alpha' : ['alpha', 'beta'].includes(segment) ? segment : undefined),
  whoActs: async (tx, token) => (token === `token-of-${tx.bureau}` ? someone(ACCOUNT) : undefined), reactions: [], secureCookies: false, ...over,
});
beforeAll(async () => {
  source = await testDatabase();
  app = made();
});
afterAll(() => source.drop());

const cookie = 'zhibu-alpha=token-of-alpha';
const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Response | Promise<Response> =>
  app.request(path, { method: 'POST', body, headers: { cookie, 'idempotency-key': randomUUID(), ...headers } });
const get = (path: string, headers: Record<string, string> = { cookie }): Response | Promise<Response> => app.request(path, { headers });
const told = async (answer: Response | Promise<Response>): Promise<{ status: number; name: string; places: { at: string }[]; text: string }> => {
  const got = await answer;
  const text = await got.text();
  return { status: got.status, text, ...(JSON.parse(text) as { name: string; places: { at: string }[] }) };
};
const rows = async (): Promise<unknown> => source.database.withBureau('alpha', {}, (tx) => tx.one(sql`
  SELECT (SELECT count(*) FROM account) AS accounts, (SELECT count(*) FROM audit_entry) AS audited, (SELECT count(*) FROM idempotency) AS kept`));

describe('an answer', () => {
  it('is the output of the contract, never kept by anybody between', async () => {
    const answer = await get('/api/read/one?page=2');
    expect([answer.status, answer.headers.get('cache-control'), await answer.json()]).toEqual([200, 'no-store', { thing: 'one', page: 2, who: 'someone' }]);
  });

  it('that breaks its own contract is a fault, and nothing is written', async () => {
    const before = await rows();
    expect((await told(post('/api/lies', '{"text":"x"}'))).status).toBe(500);
    expect(await rows()).toEqual(before);
  });

  it('of a refusal is problem+json in both languages, and nothing is written', async () => {
    const before = await rows();
    const answer = await post('/api/refuses', '{"text":"x"}');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
    expect(await answer.json()).toMatchObject({ name: 'NotFound', words: { zh: expect.any(String), en: expect.any(String) }, requestId: expect.any(String) });
    expect(await rows()).toEqual(before);
  });

  it('of a fault tells a number and nothing of the inside, and nothing is written', async () => {
    const before = await rows();
    const { status, text } = await told(post('/api/breaks', '{"text":"x"}'));
    expect(status).toBe(500);
    expect(text).not.toMatch(/SELECT|secret|Error|at .*\.ts/);
    expect(await rows()).toEqual(before);
  });

  it('that is a file has its name and its type and cannot be taken for a page', async () => {
    const answer = await get('/api/file');
    expect([answer.headers.get('content-disposition'), answer.headers.get('x-content-type-options'), await answer.text()])
      .toEqual([`attachment; filename*=UTF-8''${encodeURIComponent('名单 "1".txt')}`, 'nosniff', '内容']);
  });

  it('is 503 with a time to come back while the database is away', async () => {
    const away = made({ database: openDatabase('postgres://x:x@127.0.0.1:1/x') });
    const answer = await away.request('/api/keeps', { method: 'POST', body: '{"text":"x"}', headers: { cookie, 'idempotency-key': randomUUID() } });
    expect([answer.status, answer.headers.get('retry-after'), ((await answer.json()) as { name: string }).name]).toEqual([503, '5', 'DatabaseAway']);
  });
});

describe('a disk that is full', () => {
  it('is told to the reader in words, with nothing written, and to who runs the server in the log', async () => {
    const logged: string[] = [];
    const full = made({ log: pino({ level: 'error' }, { write: (line: string) => void logged.push(line) }) });
    const before = await rows();
    const answer = await full.request('/api/fills', { method: 'POST', body: '{"text":"x"}', headers: { cookie, 'idempotency-key': randomUUID() } });
    const { name, words } = (await answer.json()) as { name: string; words: { zh: string; en: string } };
    expect([answer.status, answer.headers.get('retry-after'), name]).toEqual([503, '5', 'DiskFull']);
    expect([words.zh, words.en]).toEqual([expect.stringContaining('磁盘已满'), expect.stringContaining('submit again')]);
    expect(await rows()).toEqual(before);
    expect(logged.map((line) => JSON.parse(line) as unknown)).toEqual([expect.objectContaining({ operation: 'fills', msg: 'DiskFull' })]);
  });
});

describe('what is not there', () => {
  it.each(['/api/nothing', '/api/', '/nowhere/api/read/one', '/api/read', '/api/read/one/more'])('%s is a problem, not a page', async (path) => {
    expect(await told(get(path))).toMatchObject({ status: 404, name: 'NotFound' });
  });

  it('includes an operation under another method', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) expect((await app.request('/api/keeps', { method, headers: { cookie } })).status).toBe(404);
  });
});

describe('input', () => {
  it.each([
    ['no JSON', '{"text":', 400, 'InputUnreadable'], ['a NUL', '{"text":"a\\u0000b"}', 400, 'InputUnreadable'],
    ['a list', '["text"]', 422, 'InputInvalid'], ['a bare word', '"text"', 422, 'InputInvalid'], ['null', 'null', 422, 'InputInvalid'], ['nothing', '', 422, 'InputInvalid'],
    ['another type', '{"text":1}', 422, 'InputInvalid'], ['something more', '{"text":"x","more":1}', 422, 'InputInvalid'],
    ['a prototype', '{"text":"x","__proto__":{"a":1}}', 422, 'InputInvalid'], ['a constructor', '{"text":"x","constructor":1}', 422, 'InputInvalid'],
    ['ten thousand levels', `{"text":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400, 'InputUnreadable'],
    ['half a million items', `{"text":[${'1,'.repeat(500_000)}1]}`, 422, 'InputInvalid'],
    ['more than 2 MB', `{"text":"${'x'.repeat(2 * 1024 * 1024)}"}`, 413, 'InputTooLarge'],
  ])('with %s is refused and writes nothing', async (_, body, status, name) => {
    const before = await rows();
    expect(await told(post('/api/keeps', body))).toMatchObject({ status, name });
    expect(await rows()).toEqual(before);
  });

  it('that is not valid is told place by place', async () => {
    const { places } = await told(get('/api/read/one?page=10&day=2026-02-30&more=1'));
    expect(places.map((it) => it.at).sort()).toEqual(['', 'day', 'page']);
  });

  it('is taken once where a field comes twice, from the path rather than from the query', async () => {
    expect(await (await get('/api/read/one?thing=two&page=3&page=4')).json()).toMatchObject({ thing: 'one', page: 3 });
  });

  it.each(['/api/read/%00', '/api/read/one?day=%00', '/api/read/one?%00=1', '/api/read/%E0%A4%A', '/api/read/one?page=%E0%A4'])('%s harms nobody', async (path) => {
    expect((await get(path)).status).toBeLessThan(500);
  });

  it('keeps what Chinese, rare characters and half a pair mean', async () => {
    const text = '支部 𠮷𬱖 · é é';
    expect(await (await post('/api/keeps', JSON.stringify({ text }))).json()).toEqual({ text });
    expect((await post('/api/keeps', '{"text":"\\ud800"}')).status).toBeLessThan(500);
  });

  it('that is a file comes as bytes, at most 20 MB of them', async () => {
    expect(await (await post('/api/file?name=a', new Uint8Array([1, 2, 0]))).json()).toEqual({ bytes: 3 });
    expect(await told(post('/api/file?name=a', new Uint8Array(20 * 1024 * 1024 + 1)))).toMatchObject({ status: 413, name: 'InputTooLarge' });
    expect(await told(post('/api/file', new Uint8Array([1])))).toMatchObject({ status: 422, name: 'InputInvalid' });
  });
});

describe('a cookie', () => {
  const cookieOf = async (from: Hono, path = '/api/enter'): Promise<string[]> =>
    ((await from.request(path, { method: 'POST' })).headers.get('set-cookie') ?? '').split('; ').sort();

  it('is out of reach of scripts and of other sites', async () => {
    expect(await cookieOf(app)).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'zhibu-alpha=token-of-alpha']);
  });

  it('is bound to this very host where there is https', async () => {
    expect(await cookieOf(made({ secureCookies: true }))).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure', '__Host-zhibu-alpha=token-of-alpha']);
  });

  it('is taken back in the same words in which it was given', async () => {
    const taken = await app.request('/api/enter', { method: 'DELETE', headers: { cookie } });
    expect((taken.headers.get('set-cookie') ?? '').split('; ').sort()).toEqual(['HttpOnly', 'Max-Age=0', 'Path=/', 'SameSite=Strict', 'zhibu-alpha=']);
  });

  it('of one bureau opens no other', async () => {
    expect((await get('/alpha/api/read/one')).status).toBe(200);
    expect(await told(get('/beta/api/read/one'))).toMatchObject({ status: 401, name: 'NotSignedIn' });
    expect(await told(get('/beta/api/read/one', { cookie: 'zhibu-beta=token-of-alpha' }))).toMatchObject({ status: 401 });
  });
});

describe('a write', () => {
  const from = (headers: Record<string, string>): Promise<{ status: number }> => told(post('/api/keeps', '{"text":"x"}', headers));

  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 200], ['the address bar', { 'sec-fetch-site': 'none' }, 200], ['no browser', {}, 200],
    ['our own page, in an old browser', { origin: 'http://zhibu.example', host: 'zhibu.example' }, 200],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403], ['a neighbour', { 'sec-fetch-site': 'same-site' }, 403],
    ['another site, in an old browser', { origin: 'http://elsewhere.example', host: 'zhibu.example' }, 403],
    ['another port', { origin: 'http://zhibu.example:81', host: 'zhibu.example' }, 403], ['a page without an origin', { origin: 'null', host: 'zhibu.example' }, 403],
    ['another site that claims our origin', { 'sec-fetch-site': 'cross-site', origin: 'http://zhibu.example', host: 'zhibu.example' }, 403],
  ])('from %s', async (_, headers, status) => expect((await from(headers)).status).toBe(status));

  it('is kept with the key of its own account and its own operation', async () => {
    const key = randomUUID();
    const first = await told(post('/api/keeps', '{"text":"x"}', { 'idempotency-key': key }));
    const before = await rows();
    expect(await told(post('/api/keeps', '{"text":"x"}', { 'idempotency-key': key }))).toEqual(first);
    expect(await told(post('/api/keeps', '{"text":"y"}', { 'idempotency-key': key }))).toMatchObject({ status: 422, name: 'KeyReused' });
    expect(await told(post('/api/refuses', '{"text":"x"}', { 'idempotency-key': key }))).toMatchObject({ status: 422, name: 'KeyReused' });
    expect(await rows()).toEqual(before);
  });

  it('that was refused leaves its key free for the corrected form', async () => {
    const key = randomUUID();
    expect((await told(post('/api/refuses', '{"text":"x"}', { 'idempotency-key': key }))).status).toBe(404);
    expect((await told(post('/api/keeps', '{"text":"y"}', { 'idempotency-key': key }))).status).toBe(200);
  });

  it('keeps of its body only a fingerprint that a secret is needed for', async () => {
    const key = randomUUID();
    await post('/api/keeps', '{"text":"canary-of-a-body"}', { 'idempotency-key': key });
    const kept = await source.database.withBureau('alpha', {}, (tx) => tx.one<{ fingerprint: string }>(sql`SELECT fingerprint FROM idempotency WHERE key = ${key}`));
    expect(kept?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(kept?.fingerprint).not.toBe(createHash('sha256').update('keeps\n{}{"text":"canary-of-a-body"}').digest('hex'));
  });
});
