import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordSession, amendSession } from '#domain/activities/contract.ts';
import { closeMonth } from '#domain/months/contract.ts';
import { whoActs } from '#server/access/access-reads.ts';
import { readMonths } from '#server/months/read-months.ts';
import type { Call } from '#server/platform/call.ts';
import { readBranchPoints } from '#server/points/read-branch-points.ts';
import { readPoints } from '#server/points/read-points.ts';
import type { Tx } from '#server/platform/database.ts';
import type { Sql } from '#server/platform/sql.ts';
import type { CastName } from '#test/cast.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { announceYears } from '#test/announced-years.ts';
import { benchOf, recordOf, type Bench } from '#test/operations/bench.ts';
import { runJobs } from '#test/run-jobs.ts';

/** A page reads with several statements, and somebody writes between them. */
let bureau: TestBureau;
let bench: Bench;
beforeAll(async () => {
  bureau = await testBureau();
  await bureau.within(announceYears);
  bench = benchOf(bureau);
});
afterAll(() => bureau.drop());

/** The transaction of a reader, in which something happens elsewhere once a statement with these words has been answered. */
const interrupted = (tx: Tx, words: string, happening: () => Promise<unknown>): Tx => {
  const after = async <T>(statement: Sql, answer: Promise<T>): Promise<T> => {
    const answered = await answer;
    if (statement.text.includes(words)) await happening();
    return answered;
  };
  return { ...tx, one: (statement) => after(statement, tx.one(statement)), many: (statement) => after(statement, tx.many(statement)) };
};

const reading = <T>(name: CastName, through: (tx: Tx) => Tx, read: (call: Call) => Promise<T>): Promise<T> => bureau.within(async (call) => {
  const actor = await whoActs(call.tx, bureau.cast.token[name], call.now);
  if (!actor) throw new Error('nobody is signed in');
  return read({ ...call, actor, tx: through(call.tx) });
});

it('a total shows the record as it was or as it is, never without it', async () => {
  const [person, organisation, day] = [bench.person('wenlan'), bench.on('detention'), '2026-11-02'];
  const { session } = await bench.as('jiping').call(recordSession, recordOf(organisation, day));
  const { organisation: _, arranged: __, ...again } = recordOf(organisation, day, { topic: '另一个题目' });
  const totals = (through: (tx: Tx) => Tx): Promise<(number | null)[]> => reading('luojian', through, async (call) => {
    const { items } = await readBranchPoints(call, { organisation });
    return [items.find((it) => it.person === person)?.total ?? null, (await readPoints(call, { person })).total];
  });
  const before = await totals((tx) => tx);
  expect(before[0]).toBeGreaterThan(0);
  let version = 0;
  const amended = (): Promise<unknown> => bench.as('jiping').call(amendSession, { ...again, session, version: (version += 1) });
  expect(await totals((tx) => interrupted(tx, 'max(seq)', amended)), 'a record that was amended meanwhile was not counted at all').toEqual(before);
  expect(version).toBe(2);
});

it.each(['FROM job', 'FROM closing'])('a lock that ends while a page reads after %s is never done beside a month that is open', async (words) => {
  const period = words === 'FROM job' ? '2026-09' : '2026-10';
  const organisation = bench.on('organs');
  await bench.as('fangmin').call(closeMonth, { organisation, period });
  const seen = await reading('fangmin', (tx) => interrupted(tx, words, () => runJobs(bureau)), (call) => readMonths(call, { organisation, year: 2026 }));
  const locked = seen.months.find((it) => it.period === period)?.state === 'locked';
  expect(seen.locking).toMatchObject({ period });
  expect(seen.locking?.job.state !== 'done' || locked, 'the page stops asking before it has seen the month locked').toBe(true);
});
