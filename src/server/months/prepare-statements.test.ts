import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import { recordMakeUp } from '#domain/activities/record-contract.ts';
import type { Job } from '#server/platform/jobs.ts';
import { knownAt } from '#server/points/known-reads.ts';
import { lastSeq } from '#server/points/points-reads.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { recordOf } from '#test/operations/bench.ts';
import { membersAtEnd, type Prepared, prepareStatements, saidAt, sayer } from './prepare-statements.ts';

const PERIOD = '2026-10';

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau();
  await record('2026-10-12');
});
afterAll(() => bureau.drop());

const detention = (): string => bureau.cast.organisation.detention;
const absent = (reason: string | null = null) => ({ person: bureau.cast.person.wenlan, mark: 'absent' as const, reason, sitting: 0 });
const record = (day: string, marks: ReturnType<typeof absent>[] = []) => bureau.as('jiping').call(recordSession, recordOf(detention(), day, { marks }));
const job: Job = { id: '', bureau: 'alpha', signal: new AbortController().signal, progress: async () => {}, read: (work) => bureau.within(work) };
const prepared = (): Promise<Prepared> => prepareStatements(job, bureau.cast.organisation.organs, PERIOD);

/** What everybody's statement says by what was prepared, and by reading everything at this moment. */
const both = (before: Prepared) => bureau.within(async (call) => {
  const seq = await lastSeq(call.tx);
  const members = (await membersAtEnd(call, bureau.cast.organisation.organs, PERIOD)).map(({ person }) => person);
  const [brought, anew] = [await saidAt(call, before, PERIOD, seq), sayer(await knownAt(call.tx, seq), PERIOD)];
  return { members, brought: members.map((person) => brought(person)), anew: members.map((person) => anew(person)) };
});

it('works out everybody\'s statement from one reading, and only pins it anew where nothing has come', async () => {
  const before = await prepared();
  const { members, brought, anew } = await both(before);
  expect([...before.said.keys()].toSorted()).toEqual(members.toSorted());
  expect(brought).toEqual(anew);
});

it('brings up to date whom something reached between the work and the lock: a session, a make-up', async () => {
  const { session } = await record('2026-10-19', [absent('personalLeave')]);
  const before = await prepared();
  await record('2026-10-26', [absent()]);
  await bureau.as('jiping').call(recordMakeUp, { session, person: absent().person, day: '2026-10-21', way: 'reading' });
  const { brought, anew } = await both(before);
  expect(brought).toEqual(anew);
  expect(brought).not.toEqual([...before.said.values()]);
});
