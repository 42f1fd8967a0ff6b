import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { isWrite } from '#domain/contracts/contract.ts';
import { reactions, routes } from '#server/app.ts';
import { whoActs } from '#server/access/access-reads.ts';
import type { Reaction } from '#server/platform/call.ts';
import { api } from '#server/platform/http.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type Caller, type TestBureau, type Way } from '#test/app.ts';
import { allRequests } from '#test/operations/all-requests.ts';
import { benchOf, type Asked, type Bench } from '#test/operations/bench.ts';
import { footprint } from '#test/operations/footprint.ts';

/**
 * P13, as far as there is anything to replay: a fact and all that follows from it are one transaction. What a room says
 * last, when log, typed rows, ledger and standings are written, still undoes all of it.
 */
let bureau: TestBureau;
let bench: Bench;
/** The server whose last room falls down at each fact, and the one whose last room refuses each. */
let falling: Way;
let vetoing: Way;
beforeAll(async () => {
  bureau = await testBureau();
  bench = benchOf(bureau);
  falling = serverWith(fall);
  vetoing = serverWith(veto);
});
afterAll(() => bureau.drop());

const writes = allRequests.filter((it) => isWrite(it.contract) && it.contract.idempotent !== 'byNature');

/** The server with one room more, which hears of every fact after all others. */
const serverWith = (last: Reaction): Way => api({
  database: bureau.database, routes: routes([{ bureau: { code: 'alpha', zh: '', en: '', kind: 'own' }, samples: [] }], 'test'), clock: bureau.clock, log: pino({ level: 'silent' }),
  secret: 'test', bureauOf: () => 'alpha', whoActs, reactions: [...reactions, last], secureCookies: false,
});
const fall: Reaction = async () => {
  throw new Error('a room fell down');
};
const veto: Reaction = async () => {
  throw refuse('NotAllowed', { zh: '不行', en: 'No' });
};

async function tokenFor(asked: Asked): Promise<(way?: Way) => Caller> {
  const token = asked.by === 'newcomer' ? (await bench.newAccount()).token : bureau.cast.token[asked.by];
  return (way) => bureau.withToken(token, way);
}

const kept = (key: string): Promise<unknown[]> => bureau.within(({ tx }) => tx.many(sql`SELECT 1 FROM idempotency WHERE key = ${key}`));

describe('a write that fails at its very end', () => {
  it.each(writes.map((it) => [it.contract.name, it] as const))('leaves nothing of %s, and the same intention can be carried out later', async (_, asked) => {
    const { input, ...rest } = await asked.prepare(bench);
    const as = await tokenFor(asked);
    const options = { ...rest, key: randomUUID() };
    const before = await footprint(bureau);
    const fallen = await as(falling).request(asked.contract, input, options);
    // What moves no fact is heard of by no room.
    if (fallen.status === 200) return expect((await footprint(bureau))['fact_log'], 'P13: a fact stays although a room fell down').toBe(before['fact_log']);
    expect(fallen.status).toBe(500);
    expect(await footprint(bureau), 'P13: something was left of a write that failed').toEqual(before);
    expect(await kept(options.key), 'P13: the answer of a write that failed was kept').toEqual([]);
    expect((await as(vetoing).request(asked.contract, input, options)).status).toBe(403);
    expect(await footprint(bureau), 'P13: something was left of a write that was refused').toEqual(before);
    expect((await as().request(asked.contract, input, options)).status).toBe(200);
    expect(await footprint(bureau)).not.toEqual(before);
  });
});
