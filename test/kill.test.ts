import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionSaved } from '#domain/activities/contract.ts';
import { recordSession } from '#domain/activities/contract.ts';
import { withConnection } from '#server/platform/connection.ts';
import { sql } from '#server/platform/sql.ts';
import { NOW, testBureau, type Caller, type TestBureau } from '#test/app.ts';
import { benchOf, recordOf, type Bench } from '#test/operations/bench.ts';
import { toldBureau } from '#test/told-bureau.ts';
import { over } from '#test/wire.ts';

/**
 * The server is killed in the middle of recordings (T1 in little): each is there wholly or not at all, what was
 * acknowledged is there, and what was not can be sent again under its key.
 */
const KILLS = 5;
const CLIENTS = 5;
const SECONDS_MOST = 90;

let bureau: TestBureau;
let bench: Bench;
const alive = new Set<ChildProcess>();
beforeAll(async () => {
  bureau = await testBureau();
  bench = benchOf(bureau);
});
afterAll(async () => {
  for (const child of alive) child.kill('SIGKILL');
  await bureau.drop();
});

interface Server {
  readonly caller: Caller;
  kill(): Promise<void>;
}

async function start(fault: Record<string, string> = {}): Promise<Server> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/killable-server.ts'], {
    env: { ...process.env, ZHIBU_KILL_URL: bureau.urlAs('app'), ZHIBU_KILL_NOW: NOW, ...fault }, stdio: ['pipe', 'pipe', 'inherit'],
  });
  alive.add(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    caller: bureau.withToken(bureau.cast.token.jiping, over(Number(line.toString()))),
    kill: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      alive.delete(child);
    },
  };
}

interface Intention {
  readonly key: string;
  readonly input: ReturnType<typeof recordOf>;
}

/** Sends one recording; undefined: the connection broke, and nobody knows whether it was carried out. */
async function send(caller: Caller, { key, input }: Intention): Promise<SessionSaved | undefined> {
  const answer = await caller.request(recordSession, input, { key }).catch(() => undefined);
  const body = await answer?.text().catch(() => undefined);
  if (answer === undefined || body === undefined) return undefined;
  expect([answer.status, body]).toEqual([200, body]);
  return JSON.parse(body) as SessionSaved;
}

const fresh = (): Intention => ({ key: randomUUID(), input: recordOf(bench.on('detention'), bench.pastDay()) });

/** Clients record until so many were acknowledged; then the server is killed under the others. */
async function recordUntilKilled(server: Server, acknowledged: Map<string, SessionSaved>, wanted: number): Promise<Intention[]> {
  const unknown: Intention[] = [];
  let left = wanted;
  let killed: Promise<void> | undefined;
  await Promise.all(Array.from({ length: CLIENTS }, async () => {
    while (!killed) {
      const intention = fresh();
      const saved = await send(server.caller, intention);
      if (!saved) unknown.push(intention);
      else acknowledged.set(intention.key, saved);
      left -= 1;
      if (left === 0) killed = server.kill();
    }
  }));
  await killed;
  return unknown;
}

/** The database goes on with what a dead client had asked until it notices; ask it until it has. */
const settled = (): Promise<void> => withConnection(bureau.ownerUrl, async (client) => {
  for (;;) {
    const { rows } = await client.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle' AND backend_type = 'client backend'`);
    if (rows.length === 0) return;
  }
});

/** How many recordings there are, seen from every table that one leaves a row in. */
const counts = (): Promise<Record<string, number> | undefined> => bureau.within(({ tx }) => tx.one<Record<string, number>>(sql`SELECT
  (SELECT count(*) FROM idempotency WHERE operation = 'recordSession' AND answer IS NOT NULL) AS kept,
  (SELECT count(*) FROM idempotency WHERE operation = 'recordSession') AS claimed,
  (SELECT count(*) FROM fact_log WHERE kind = 'session') AS logged,
  (SELECT count(*) FROM fact WHERE kind = 'session') AS facts,
  (SELECT count(*) FROM session) AS typed,
  (SELECT count(*) FROM fact_text t JOIN fact_log l USING (fact_id, version) WHERE l.kind = 'session') AS texts,
  (SELECT count(DISTINCT p.fact_id) FROM fact_person p JOIN fact f USING (fact_id) WHERE f.kind = 'session') AS named,
  (SELECT count(*) FROM audit_entry WHERE operation = 'recordSession') AS audited`));

describe('a server killed in the middle of recordings', () => {
  it('leaves each of them wholly or not at all, and loses none that it acknowledged', async () => {
    const acknowledged = new Map<string, SessionSaved>();
    const ends = Date.now() + SECONDS_MOST * 1000;
    let sent = 0;
    let uncertain = 0;
    // One more is always starting, so that a killed one is followed at once.
    let next = start();
    for (let kill = 0; kill < KILLS && Date.now() < ends; kill += 1) {
      const server = await next;
      next = start();
      const unknown = await recordUntilKilled(server, acknowledged, randomInt(4, 14));
      await settled();
      const there = await counts();
      expect(new Set(Object.values(there ?? {})).size, `kill ${kill + 1}: a part of a recording is there: ${JSON.stringify(there)}`).toBe(1);
      expect(there?.['kept'] ?? 0, `kill ${kill + 1}: an acknowledged recording is lost`).toBeGreaterThanOrEqual(acknowledged.size);
      const after = await next;
      for (const intention of unknown) {
        const saved = await send(after.caller, intention);
        expect(saved, 'a repeat after the kill was not answered').toBeDefined();
        if (saved) acknowledged.set(intention.key, saved);
      }
      uncertain += unknown.length;
      sent = acknowledged.size;
      expect((await counts())?.['logged'], `kill ${kill + 1}: lost or doubled`).toBe(sent);
    }
    await (await next).kill();
    expect(uncertain, 'no kill met a recording on its way').toBeGreaterThan(0);

    const kept = await bureau.within(({ tx }) => tx.many<{ key: string; answer: string }>(sql`SELECT key, answer FROM idempotency WHERE operation = 'recordSession'`));
    expect(new Map(kept.map((it) => [it.key, JSON.parse(it.answer) as unknown]))).toEqual(new Map(acknowledged));
    const points = toldBureau(bureau, NOW.slice(0, 10));
    expect(await points.held(), 'the ledger is not what the facts say').toEqual(await points.tried());
    expect(await points.astray()).toEqual([]);
  }, 120_000);

  it('would show a write that is torn in two', async () => {
    await recordUntilKilled(await start({ ZHIBU_KILL_TORN: 'yes' }), new Map(), 4);
    await settled();
    const there = await counts();
    expect(there?.['claimed']).toBeGreaterThan(there?.['logged'] ?? 0);
  }, 60_000);
});
