import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { branchMonth } from '#domain/boards/branch-month.ts';
import { attendancesAt, wasHeld } from '#domain/engine/attendance.ts';
import { read } from '#domain/engine/reading.ts';
import { tallyOf } from '#domain/engine/tally.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { projectDue, projectNext, rebuildBoards } from '#server/boards/project-months.ts';
import { wholeLog } from '#server/facts/fact-reads.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { withConnection } from '#server/platform/connection.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { sessionState } from '#test/engine-story.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { histories, YEAR_END, type History } from '#test/histories.ts';
import { uuid } from '#test/log-book.ts';
import { hashOf, toldBureau, type ToldBureau } from '#test/told-bureau.ts';
import { cappedScheme } from './capped-scheme.ts';
import { adopted, everybody, foundSmallBureau, held, inA, place } from './small-bureau.ts';

/** Boards follow the facts after the commit: whatever happens to the projector meanwhile, they come to what the facts say. */
let source: TestDatabase;
let bureau: ToldBureau;
beforeAll(async () => {
  source = await testDatabase();
  bureau = toldBureau(source, YEAR_END);
});
afterAll(() => source.drop());

const texts = [1, 2, 3].map((version) => cappedScheme({ version }));

/** Random histories know sessions that were held; here some are arranged first, some not held, some of one arrangement. */
function asTold({ log }: History): readonly LogEntry[] {
  const madeUp = new Set<string>();
  return log.flatMap((entry): LogEntry[] => {
    if (entry.kind === 'schemeAdoption') return [{ ...entry, state: { ...entry.state, textHash: hashOf(texts[entry.state.version - 1] ?? '') } }];
    if (entry.kind === 'session') {
      const number = Number(entry.factId.slice(24));
      const arrangement = number % 3 === 0 ? uuid(800_000 + number % 2) : null;
      const stage = entry.version === 1 && number % 4 === 0 ? 'arranged' : number % 9 === 0 ? 'notHeld' : 'held';
      return [{ ...entry, state: { ...entry.state, arrangement, ...(stage === 'held' ? {} : { stage, marks: [] }) } }];
    }
    if (entry.kind !== 'makeUp' || entry.version > 1) return [entry];
    const key = `${entry.state.session} ${entry.state.person}`;
    const again = madeUp.has(key);
    madeUp.add(key);
    return again ? [] : [entry];
  });
}

const board = (): Promise<object[]> => bureau.within(async ({ tx }) =>
  (await tx.many<{ row: object }>(sql`SELECT to_jsonb(m) AS row FROM branch_month m ORDER BY organisation_id, period, activity`)).map(({ row }) => row));
const project = (): Promise<void> => projectDue(source.database, 'alpha');
const rebuilt = async (): Promise<object[]> => {
  await bureau.within(({ tx }) => rebuildBoards(tx));
  return board();
};

/** The projector is killed before its transaction ends: nothing of it stays, and what was due is still due. */
const killed = (): Promise<void> => expect(source.database.withBureau('alpha', {}, async (tx) => {
  await projectNext(tx);
  throw new Error('killed');
})).rejects.toThrow('killed');

/** Attendance as the evaluator has it over the whole log, without any of the projection's ways to what it needs. */
const attendanceOfAll = (): Promise<Record<string, unknown>> => bureau.within(async ({ tx }) => {
  const log = await wholeLog(tx);
  const reading = read({ schemes: await adoptedSchemes(tx), log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: YEAR_END } });
  const branches = log.flatMap((it) => (it.kind === 'organisation' && it.state.category === '631' && it.version === 1 ? [it.factId] : []));
  const heldIn = (branch: string) => [...reading.world.sessions.values()]
    .filter((it) => wasHeld(reading, it) && reading.world.tree.aboveOn(it.state.organisation, it.day).includes(branch));
  return Object.fromEntries(branches.flatMap((branch) => [...new Set(heldIn(branch).map(({ period }) => period))].flatMap((period) =>
    branchMonth([], heldIn(branch).filter((it) => it.period === period).map((session) => ({
      activities: session.state.activities, tally: tallyOf(reading.world, attendancesAt(reading, session).map((attendance) => ({ session, attendance }))),
    }))).map(({ activity, expected, present, madeUp, excused, absent }) => [`${branch} ${period} ${activity}`, [expected, present, madeUp, excused, absent]]))));
});
const attendanceOnBoard = (): Promise<Record<string, unknown>> => bureau.within(async ({ tx }) => {
  const rows = await tx.many<{ key: string; counts: number[] }>(sql`SELECT organisation_id || ' ' || period || ' ' || activity AS key,
    ARRAY[expected, present, made_up, excused, absent] AS counts FROM branch_month`);
  return Object.fromEntries(rows.map(({ key, counts }) => [key, counts]));
});

const RUNS = Math.max(1, Math.round(5 * Number(process.env['ZHIBU_RUNS'] ?? 1)));
const seed = process.env['ZHIBU_SEED'];

describe('P13: boards and facts', () => {
  it('P13: a board is what a rebuild and the evaluator say, however often the projector was killed', { timeout: 240_000 * Math.max(1, RUNS / 5) }, () => fc.assert(
    fc.asyncProperty(histories({ commands: { min: 25, max: 50 } }), fc.infiniteStream(fc.constantFrom('nothing', 'nothing', 'kill', 'step', 'all')), async (history, moments) => {
      await bureau.begin(history.bureau.people, texts);
      for (const entry of asTold(history)) {
        await bureau.enter(entry);
        const { value: moment } = moments.next();
        if (moment === 'kill') await killed();
        if (moment === 'step') await source.database.withBureau('alpha', {}, projectNext);
        if (moment === 'all') await project();
      }
      await project();
      const followed = await board();
      expect(await attendanceOnBoard(), 'P13: the board is not what the evaluator says of the whole log').toMatchObject(await attendanceOfAll());
      expect(followed, 'P13: the board is not what a rebuild makes').toEqual(await rebuilt());
    }), {
      numRuns: RUNS, endOnFailure: true, ...(seed === undefined ? {} : { seed: Number(seed) }),
      asyncReporter: async (run) => {
        if (run.failed) throw new Error(`ZHIBU_SEED=${run.seed}: ${run.errorInstance instanceof Error ? run.errorInstance.message : 'failed'}`);
      },
    }));

  it('P13: everything due, fed twice, is fed once', async () => {
    await begin();
    await bureau.within((call) => held(call, place.branchA, '2026-03-09', { present: inA.slice(1) }));
    await project();
    const once = await board();
    expect(once).not.toEqual([]);
    await bureau.within(({ tx }) => tx.run(sql`INSERT INTO projection_due (seq, organisation_id, period)
      SELECT seq, NULL::uuid, NULL::text FROM fact_log UNION ALL SELECT 1, organisation_id, period FROM branch_month`));
    await project();
    expect(await board(), 'P13: fed twice is not fed once').toEqual(once);
  });

  it('a stop that was being declared while a session was arranged and projected is found all the same', async () => {
    await begin();
    const arranged = { ...sessionState(place.branchA, '2026-03-09', {}), stage: 'arranged', marks: [] } as const;
    await bureau.within(async (stopping) => {
      await recordFact(stopping, { kind: 'studyStop', state: { scope: place.root, activities: arranged.activities, day: '2026-03-09', movedTo: null } });
      await bureau.within((arranging) => recordFact(arranging, { kind: 'session', state: arranged }));
      await project();
      expect(await board()).toContainEqual(expect.objectContaining({ activity: '', arranged: 1, stopped: 0 }));
    });
    await project();
    expect(await board()).toContainEqual(expect.objectContaining({ activity: '', arranged: 1, stopped: 1, to_record_from: [] }));
  });

  it('what was recorded before there was a board is on it after the migration', async () => {
    await begin();
    await bureau.within((call) => held(call, place.branchB, '2026-04-13', { present: inA }));
    const wanted = await rebuilt();
    const [, fill = ''] = readFileSync('migrations/bureau/0060-month-board.sql', 'utf8').split('-- Whatever was recorded before there was a board.');
    await withConnection(source.ownerUrl, async (owner) => owner.query(`SET search_path = bureau_alpha; DELETE FROM branch_month; ${fill}`));
    await project();
    expect(await board()).toEqual(wanted);
  });
});

async function begin(): Promise<void> {
  await bureau.begin(everybody, texts);
  await bureau.within(foundSmallBureau);
  await bureau.within((call) => adopted(call, texts[0] ?? ''));
}
