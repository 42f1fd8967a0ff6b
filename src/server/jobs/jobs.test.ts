import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { cancelJob, readJob } from '#domain/jobs/contract.ts';
import { accountActs } from '#server/access/access-reads.ts';
import { withConnection } from '#server/platform/connection.ts';
import { openJobRunner, type JobRunner } from '#server/platform/job-runner.ts';
import { enqueue, type JobKind } from '#server/platform/jobs.ts';
import { sql } from '#server/platform/sql.ts';
import { NOW, testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau();
});
afterAll(() => bureau.drop());

const doing = { zh: '办理中', en: 'Working' };
const runnerOf = (...kinds: readonly JobKind[]): JobRunner => openJobRunner({
  database: bureau.database, bureaus: ['alpha'], kinds, clock: () => new Date(NOW), log: pino({ level: 'silent' }), reactions: [], accountActs });

/** A job of somebody of the cast, as a use case would leave it. */
const leave = (who: CastName, kind: string): Promise<string> => bureau.within(async (call) => {
  const account = await call.tx.one<{ id: string }>(sql`SELECT id FROM account WHERE user_name = ${who}`);
  return enqueue({ ...call, actor: { ...call.actor, account: account?.id ?? '' } }, kind, { n: 1 });
});
/** Writes a row that can be counted: an account of that name. */
const effect = (name: string): JobKind['work'] => async () => async ({ tx }) => {
  await tx.run(sql`INSERT INTO account (id, user_name, password_hash) VALUES (${randomUUID()}, ${name}, '')`);
  return { wrote: name };
};
const effects = (name: string) => bureau.within(async ({ tx }) => (await tx.one<{ n: number }>(sql`SELECT count(*) AS n FROM account WHERE user_name LIKE ${`${name}%`}`))?.n);
const seen = (who: CastName, job: string) => bureau.as(who).call(readJob, { job });

test('a job is done once, by whichever runner comes first', async () => {
  const id = await leave('fangmin', 'one');
  const kind = { kind: 'one', work: effect('one') };
  await Promise.all([runnerOf(kind).runWaiting(), runnerOf(kind).runWaiting()]);
  expect(await effects('one')).toBe(1);
  expect(await seen('fangmin', id)).toMatchObject({ state: 'done', refusal: null });
});

test('others do not know of the job', async () => {
  const id = await leave('fangmin', 'unseen');
  expect((await bureau.as('luojian').request(readJob, { job: id })).status).toBe(404);
  expect(await bureau.as('luojian').refusal(cancelJob, { job: id })).toBe('NotFound');
});

test('progress can be seen while it runs, in words', async () => {
  const id = await leave('fangmin', 'slow');
  const shown: unknown[] = [];
  await runnerOf({ kind: 'slow', work: async (job) => {
    await job.progress(doing, 3, 10);
    shown.push(await seen('fangmin', id));
    return async () => null;
  } }).runWaiting();
  expect(shown).toMatchObject([{ state: 'running', done: 3, total: 10, doing }]);
});

test('a refusal ends it in words and leaves nothing', async () => {
  const id = await leave('fangmin', 'refusing');
  await runnerOf({ kind: 'refusing', work: async (job) => async (call) => {
    await (await effect('refusing')(job, null))(call);
    throw refuse('NotFound', {});
  } }).runWaiting();
  expect(await effects('refusing')).toBe(0);
  expect(await seen('fangmin', id)).toMatchObject({ state: 'refused', refusal: { name: 'NotFound' } });
});

test('a surprise ends it with a number to tell, and leaves nothing', async () => {
  const id = await leave('fangmin', 'failing');
  await runnerOf({ kind: 'failing', work: async () => { throw new Error('surprise'); } }).runWaiting();
  const job = await seen('fangmin', id);
  expect(job).toMatchObject({ state: 'failed', refusal: { name: 'Fault' } });
  expect(job.refusal?.words.zh).toContain(id.slice(-8));
});

test('a job that waits is cancelled at once, one that runs writes nothing any more', async () => {
  const waiting = await leave('fangmin', 'cancelled');
  expect(await bureau.as('fangmin').call(cancelJob, { job: waiting })).toMatchObject({ state: 'cancelled' });
  const running = await leave('fangmin', 'cancelled');
  await runnerOf({ kind: 'cancelled', work: async (job) => {
    await bureau.as('fangmin').call(cancelJob, { job: running });
    return effect('cancelled')(job, null);
  } }).runWaiting();
  expect(await seen('fangmin', running)).toMatchObject({ state: 'cancelled', cancelAsked: true });
  expect(await effects('cancelled')).toBe(0);
  expect(await bureau.as('fangmin').refusal(cancelJob, { job: running })).toBe('JobEnded');
});

test('progress tells a job that it was cancelled', async () => {
  const id = await leave('fangmin', 'told');
  let went = false;
  await runnerOf({ kind: 'told', work: async (job) => {
    await bureau.as('fangmin').call(cancelJob, { job: id });
    await job.progress(doing, 1, 2);
    went = true;
    return async () => null;
  } }).runWaiting();
  expect(went).toBe(false);
  expect((await seen('fangmin', id)).state).toBe('cancelled');
});

test('the job of a runner that died is taken again, and the dead one can write nothing when it wakes', async () => {
  const id = await leave('fangmin', 'twice');
  let turn = 0;
  const kind: JobKind = { kind: 'twice', work: async (job) => {
    turn += 1;
    if (turn === 1) {
      // Half a minute of silence later another runner takes over, while this one still believes that the job is its own.
      await bureau.within(({ tx }) => tx.run(sql`UPDATE job SET alive_at = now() - interval '31 seconds' WHERE id = ${id}`));
      await runnerOf(kind).runWaiting();
    }
    return effect(`twice${turn}`)(job, null);
  } };
  await runnerOf(kind).runWaiting();
  expect(turn).toBe(2);
  expect(await effects('twice')).toBe(1);
  expect((await seen('fangmin', id)).state).toBe('done');
});

test('a job that brings down every runner is given up', async () => {
  const id = await leave('fangmin', 'deadly');
  await bureau.within(({ tx }) => tx.run(sql`UPDATE job SET attempts = 3, state = 'running', alive_at = now() - interval '1 minute' WHERE id = ${id}`));
  await runnerOf({ kind: 'deadly', work: effect('deadly') }).runWaiting();
  expect(await effects('deadly')).toBe(0);
  expect((await seen('fangmin', id)).state).toBe('failed');
});

test('a server that stops puts its job back, and it does not count as an attempt', async () => {
  const id = await leave('fangmin', 'stopped');
  const runner: JobRunner = runnerOf({ kind: 'stopped', work: async (job) => {
    void runner.stop();
    await job.progress(doing, 1, 2);
    return async () => null;
  } });
  await runner.runWaiting();
  expect((await seen('fangmin', id)).state).toBe('waiting');
  await runnerOf({ kind: 'stopped', work: effect('stopped') }).runWaiting();
  expect(await effects('stopped')).toBe(1);
});

test('an account that was closed meanwhile writes nothing', async () => {
  const id = await leave('gucheng', 'closed');
  await bureau.within(({ tx }) => tx.run(sql`UPDATE account SET closed_at = now() WHERE user_name = 'gucheng'`));
  await runnerOf({ kind: 'closed', work: effect('closed') }).runWaiting();
  expect(await effects('closed')).toBe(0);
  const state = await bureau.within(({ tx }) => tx.one(sql`SELECT state FROM job WHERE id = ${id}`));
  expect(state).toEqual({ state: 'refused' });
});

test('a commit wakes the runner of its own process', async () => {
  let came: () => void = () => {};
  const arrived = new Promise<void>((resolve) => { came = resolve; });
  const runner = runnerOf({ kind: 'woken', work: async () => { came(); return async () => null; } });
  runner.start();
  await runner.runWaiting();
  const id = await leave('fangmin', 'woken');
  await arrived;
  await runner.runWaiting();
  expect((await seen('fangmin', id)).state).toBe('done');
  await runner.stop();
});

test('each sweep drops the oldest kept answers, so many at a time, and leaves those that may still be asked for', async () => {
  const left = () => bureau.within(async ({ tx }) => (await tx.one<{ n: number }>(sql`SELECT count(*) AS n FROM idempotency WHERE operation = 'kept'`))?.n);
  await withConnection(bureau.ownerUrl, (owner) => owner.query(`INSERT INTO bureau_alpha.idempotency (account_id, key, operation, fingerprint, answer, created_at)
    SELECT '${randomUUID()}', 'kept-' || n, 'kept', '', '{}', now() - interval '29 days' - n * interval '1 day' FROM generate_series(0, 5001) n`));
  await runnerOf().runWaiting();
  expect(await left()).toBe(2);
  await runnerOf().runWaiting();
  expect(await left()).toBe(1);
});

test('what a job writes is in the audit trail under its kind', async () => {
  const rows = await bureau.within(({ tx }) => tx.many(sql`SELECT request_id FROM audit_entry WHERE operation = 'twice'`));
  expect(rows).toHaveLength(1);
});
