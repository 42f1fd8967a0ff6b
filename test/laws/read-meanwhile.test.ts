import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordSession, amendSession } from '#domain/activities/contract.ts';
import { whoActs } from '#server/access/access-reads.ts';
import { readBranchPoints } from '#server/points/read-branch-points.ts';
import { readPoints } from '#server/points/read-points.ts';
import type { Tx } from '#server/platform/database.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { benchOf, recordOf, type Bench } from '#test/operations/bench.ts';

/** A page reads with several statements, and somebody writes between them. */
let bureau: TestBureau;
let bench: Bench;
beforeAll(async () => {
  bureau = await testBureau();
  bench = benchOf(bureau);
});
afterAll(() => bureau.drop());

/** The transaction of a reader, in which something happens elsewhere once the end of the log has been looked up. */
const interrupted = (tx: Tx, happening: () => Promise<unknown>): Tx => ({
  ...tx,
  one: async <R>(statement: Parameters<Tx['one']>[0]) => {
    const row = await tx.one<R>(statement);
    if (statement.text.includes('max(seq)')) await happening();
    return row;
  },
});

it('a total shows the record as it was or as it is, never without it', async () => {
  const [person, organisation, day] = [bench.person('wenlan'), bench.on('detention'), '2026-11-02'];
  const { session } = await bench.as('jiping').call(recordSession, recordOf(organisation, day));
  const { organisation: _, arranged: __, ...again } = recordOf(organisation, day, { topic: '另一个题目' });
  const totals = (through: (tx: Tx) => Tx): Promise<(number | null)[]> => bureau.within(async (call) => {
    const actor = await whoActs(call.tx, bureau.cast.token.luojian, call.now);
    if (!actor) throw new Error('nobody is signed in');
    const reading = { ...call, actor, tx: through(call.tx) };
    const { items } = await readBranchPoints(reading, { organisation });
    return [items.find((it) => it.person === person)?.total ?? null, (await readPoints(reading, { person })).total];
  });
  const before = await totals((tx) => tx);
  expect(before[0]).toBeGreaterThan(0);
  let version = 0;
  const amended = (): Promise<unknown> => bench.as('jiping').call(amendSession, { ...again, session, version: (version += 1) });
  expect(await totals((tx) => interrupted(tx, amended)), 'a record that was amended meanwhile was not counted at all').toEqual(before);
  expect(version).toBe(2);
});
