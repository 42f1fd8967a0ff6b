import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endMySessions } from '#domain/access/account-contract.ts';
import { isWrite } from '#domain/contracts/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type Caller, type TestBureau } from '#test/app.ts';
import { allRequests } from '#test/operations/all-requests.ts';
import { benchOf, type Bench } from '#test/operations/bench.ts';
import { footprint, lastTrace, tracesSince } from '#test/operations/footprint.ts';
import { cutting, listen, over, type Cutting, type Listening } from '#test/wire.ts';

/** T3: the connection is cut after the commit and before the answer; the client asks again under the same key. */
let bureau: TestBureau;
let bench: Bench;
let server: Listening;
let proxy: Cutting;
beforeAll(async () => {
  bureau = await testBureau();
  bench = benchOf(bureau);
  server = await listen(bureau.app);
  proxy = await cutting(server.port);
});
afterAll(async () => {
  await proxy.close();
  await server.close();
  await bureau.drop();
});

const writes = allRequests.filter((it) => isWrite(it.contract) && it.contract.idempotent !== 'byNature');
const ENDS_SESSION = 'changePassword';

/** The token of a caller over the cut wire and over the whole one. */
async function wires(name: string): Promise<{ cut: Caller; whole: Caller }> {
  const token = name === 'newcomer' ? (await bench.newAccount()).token : bureau.cast.token[name as keyof typeof bureau.cast.token];
  return { cut: bureau.withToken(token, over(proxy.port)), whole: bureau.withToken(token, over(server.port)) };
}

describe.each(writes.map((it) => [it.contract.name, it] as const))('%s whose answer is lost', (name, asked) => {
  it('is carried out once, and the repeat gets the answer that was lost', async () => {
    const { cut, whole } = await wires(asked.by);
    const { input, ...rest } = await asked.prepare(bench);
    const options = { ...rest, key: randomUUID() };
    const mark = await lastTrace(bureau);
    await expect(cut.request(asked.contract, input, options)).rejects.toThrow(/socket hang up|ECONNRESET/);
    const lost = await proxy.next();
    expect(lost.status).toBe(200);
    const after = await footprint(bureau);
    const again = await whole.request(asked.contract, input, options);
    if (name === ENDS_SESSION) expect(again.status).toBe(401);
    else expect(await again.text()).toBe(lost.body);
    expect(await footprint(bureau), 'T3: the repeat was carried out again').toEqual(after);
    expect(await tracesSince(bureau, mark)).toBe(1);
  });
});

describe('two hundred and fifty lost answers', () => {
  const CUTS = 250;
  const AT_ONCE = 5;

  /** Each of them asks, is cut off and asks again, under the key that `second` makes of the first. */
  async function cutOff(cuts: number, second: (key: string) => string): Promise<{ carriedOut: number; same: number }> {
    const { cut, whole } = await wires('newcomer');
    const { account } = await bench.newAccount();
    const count = async (): Promise<number> => (await bureau.within(({ tx }) => tx.one<{ n: number }>(sql`
      SELECT count(*) AS n FROM audit_entry WHERE operation = 'endMySessions' AND account_id <> ${account}`)))?.n ?? 0;
    const before = await count();
    let same = 0;
    for (let done = 0; done < cuts; done += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, async () => {
        const key = randomUUID();
        await expect(cut.request(endMySessions, {}, { key })).rejects.toThrow(/socket hang up|ECONNRESET/);
        const lost = await proxy.next();
        if ((await (await whole.request(endMySessions, {}, { key: second(key) })).text()) === lost.body) same += 1;
      }));
    }
    return { carriedOut: (await count()) - before, same };
  }

  it('double nothing', async () => {
    expect(await cutOff(CUTS, (key) => key)).toEqual({ carriedOut: CUTS, same: CUTS });
  });

  it('would double everything if the repeat had another key: each cut comes after the commit', async () => {
    expect((await cutOff(20, () => randomUUID())).carriedOut).toBe(40);
  });
});
