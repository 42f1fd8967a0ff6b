import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn, signOut } from '#domain/access/contract.ts';
import { readOrganisations } from '#domain/orgs/contract.ts';
import { createApp } from '#server/app.ts';
import { withConnection } from '#server/platform/connection.ts';
import { testBureau, type TestBureau, type Way } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';
import { allRequests } from '#test/operations/all-requests.ts';
import { doorOf } from '#test/portal.ts';
import { benchOf, type Bench } from '#test/operations/bench.ts';
import { footprintOf } from '#test/operations/footprint.ts';

/**
 * One installation with two bureaus in which everybody and everything has the same id. Whatever is asked of the first,
 * nothing of the second is told and nothing in it is touched.
 */
const CANARY = '外局';

let bureau: TestBureau;
let bench: Bench;
let there: Way;
let here: Way;
beforeAll(async () => {
  bureau = await testBureau();
  await withConnection(bureau.ownerUrl, copyToBeta);
  const app = createApp({
    database: bureau.database, bureaus: ['alpha', 'beta'].map((code) => ({ bureau: { code, zh: code, en: code, kind: 'own' as const }, samples: [] })),
    clock: bureau.clock, log: pino({ level: 'silent' }), secret: 'test', secureCookies: false, webFolder: null, tickets: doorOf(),
  });
  here = { request: (path, init) => app.request(`/alpha${path}`, init) };
  there = { request: (path, init) => app.request(`/beta${path}`, { ...init, headers: { ...init.headers, cookie: (init.headers['cookie'] ?? '').replace('alpha', 'beta') } }) };
  bench = benchOf({
    ...bureau, withToken: (token, way) => bureau.withToken(token, way ?? here),
    as: (name) => bureau.withToken(name === 'nobody' ? undefined : bureau.cast.token[name], here),
  });
});
afterAll(() => bureau.drop());

interface Owner {
  query<R>(text: string): Promise<{ rows: R[] }>;
}

/** Every row of the one bureau with the same ids in the other, where names say whose they are. */
async function copyToBeta(owner: Owner): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'bureau_alpha' AND tablename NOT IN ('migration', 'login_session', 'audit_entry')`);
  let left = rows.map((it) => it.name);
  while (left.length > 0) {
    const waiting: string[] = [];
    // A table whose rows name those of another goes after it; the database knows which.
    for (const name of left) await owner.query(`INSERT INTO bureau_beta."${name}" OVERRIDING SYSTEM VALUE SELECT * FROM bureau_alpha."${name}"`).catch(() => waiting.push(name));
    if (waiting.length === left.length) throw new Error(`these cannot be copied: ${waiting.join()}`);
    left = waiting;
  }
  await owner.query(`UPDATE bureau_beta.person SET name = '${CANARY}人员', name_key = '${CANARY}人员'`);
  await owner.query(`UPDATE bureau_beta.organisation SET name = '${CANARY}' || number, short_name = '${CANARY}' || number`);
}

it('the other bureau answers with its own', async () => {
  const entered = await bureau.withToken(undefined, there).request(signIn, { userName: 'fangmin', password: PASSWORD });
  const token = /zhibu-beta=([^;]+)/.exec(entered.headers.get('set-cookie') ?? '')?.[1];
  expect(await (await bureau.withToken(token, there).request(readOrganisations, {})).text()).toContain(CANARY);
  await bureau.withToken(token, there).request(signOut, {});
});

it('nothing that is asked of one bureau is answered from the other or written to it', async () => {
  const before = await footprintOf(bureau.database, 'beta');
  const told: string[] = [];
  const asked: string[] = [];
  for (const request of allRequests) {
    const { input, ...rest } = await request.prepare(bench);
    const caller = request.by === 'newcomer' ? (await bench.newAccount()).caller : bench.as(request.by);
    const answer = await caller.request(request.contract, input, rest);
    asked.push(`${request.contract.name} ${answer.ok}`);
    if ((await answer.text()).includes(CANARY)) told.push(request.contract.name);
  }
  expect(told).toEqual([]);
  expect(asked.filter((it) => it.endsWith('false'))).toEqual(['exportFacts false']);
  expect(await footprintOf(bureau.database, 'beta')).toEqual(before);
}, 120_000);

it('a session of one bureau opens nothing of the other', async () => {
  const answers: string[] = [];
  for (const { contract } of allRequests.filter((it) => !it.contract.open)) {
    const answer = await bureau.withToken(bureau.cast.token.fangmin, there).request(contract, {});
    answers.push(`${contract.name} ${answer.status}`);
  }
  expect(answers.filter((it) => !it.endsWith(' 401'))).toEqual([]);
});
