import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { branchMonth } from '#domain/boards/branch-month.ts';
import { addDays, addMonths, daysBetween, periodOf } from '#domain/calendar/civil-date.ts';
import { attendancesAt, wasHeld } from '#domain/engine/attendance.ts';
import { read } from '#domain/engine/reading.ts';
import { tallyOf } from '#domain/engine/tally.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
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
import { boardsOf, type Boards } from './boards.ts';
import { adopted, everybody, foundSmallBureau, held, inA, place } from './small-bureau.ts';

/** Boards follow the facts after the commit: whatever happens to the projector meanwhile, they come to what the facts say. */
let source: TestDatabase;
let bureau: ToldBureau;
let boards: Boards;
beforeAll(async () => {
  source = await testDatabase();
  bureau = toldBureau(source, YEAR_END);
  boards = boardsOf(source, bureau);
});
afterAll(() => source.drop());

const SAMPLE = readFileSync('schemes/dezhou.yaml', 'utf8');
/** Three versions: in the second everybody is expected on Mondays, in the third nobody is excused by a sick leave. */
const texts = [SAMPLE, SAMPLE.replace('audience: members', 'audience: everybody'), SAMPLE.replace(/(id: sickLeave[^]*?exempts: )true/, '$1false')]
  .map((text, at) => text.replace('version: 1', `version: ${at + 1}`));

const FIRST_MONDAY = '2026-01-05';
const WEEKS_IN_ONE = 6;

/** The year in nine weeks, so that facts meet in one month of a branch; the order of days stays. */
function squeezed<T>(value: T): T {
  const mapped: unknown = typeof value === 'string' && /^2026-\d\d-\d\d$/.test(value) && value >= FIRST_MONDAY ? squeezedDay(value)
    : Array.isArray(value) ? value.map(squeezed)
      : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, it]) => [key, squeezed(it)])) : value;
  return mapped as T;
}

function squeezedDay(day: string): string {
  const days = daysBetween(FIRST_MONDAY, day);
  return addDays(FIRST_MONDAY, Math.floor(days / 7 / WEEKS_IN_ONE) * 7 + days % 7);
}

/** Random histories know sessions that were held; here some are arranged first, some not held, some of one arrangement. */
function asTold({ log }: History): readonly LogEntry[] {
  const madeUp = new Set<string>();
  return log.map(squeezed).flatMap((entry, at): LogEntry[] => {
    if (entry.kind === 'schemeAdoption') return [{ ...entry, state: { ...entry.state, textHash: hashOf(texts[entry.state.version - 1] ?? '') } }];
    // Two moves may fall on one day of the squeezed year: the later one holds.
    if (entry.kind === 'organisation') {
      const { placements } = entry.state;
      return [{ ...entry, state: { ...entry.state, placements: placements.filter(({ from }, index) => placements[index + 1]?.from !== from) } }];
    }
    if (entry.kind === 'session') {
      const number = Number(entry.factId.slice(24));
      const arrangement = number % 3 === 0 ? uuid(800_000 + number % 2) : null;
      const stage = entry.version === 1 && number % 4 === 0 ? 'arranged' : number % 9 === 0 ? 'notHeld' : 'held';
      const period = addMonths(periodOf(entry.day), log[at]?.period === periodOf(log[at]?.day ?? '') ? 0 : -1);
      return [{ ...entry, period, state: { ...entry.state, period, arrangement, ...(stage === 'held' ? {} : { stage, marks: [] }) } }];
    }
    if (entry.kind !== 'makeUp' || entry.version > 1) return [entry];
    const key = `${entry.state.session} ${entry.state.person}`;
    const again = madeUp.has(key);
    madeUp.add(key);
    return again ? [] : [entry];
  });
}

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
    }))).map(({ activity, expected, present, madeUp, excused, absent }) => [`${branch} ${period} ${activity}`, [expected, present, madeUp, excused, absent]] as const)
      // Where nobody was expected the board may have no line at all: nothing is what both say.
      .filter(([, counts]) => counts.some((count) => count > 0)))));
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
        if (moment === 'kill') await boards.kill();
        if (moment === 'step') await boards.step();
        if (moment === 'all') await boards.project();
      }
      await boards.project();
      const followed = await boards.rows();
      expect(await attendanceOnBoard(), 'P13: the board is not what the evaluator says of the whole log').toMatchObject(await attendanceOfAll());
      expect(followed, 'P13: the board is not what a rebuild makes').toEqual(await boards.rebuilt());
    }), {
      numRuns: RUNS, endOnFailure: true, ...(seed === undefined ? {} : { seed: Number(seed) }),
      asyncReporter: async (run) => {
        if (run.failed) throw new Error(`ZHIBU_SEED=${run.seed}: ${run.errorInstance instanceof Error ? run.errorInstance.message : 'failed'}`);
      },
    }));

  it('P13: everything due, fed twice, is fed once', async () => {
    await begin();
    await bureau.within((call) => held(call, place.branchA, '2026-03-09', { present: inA.slice(1) }));
    await boards.project();
    const once = await boards.rows();
    expect(once).not.toEqual([]);
    await bureau.within(({ tx }) => tx.run(sql`INSERT INTO projection_due (seq, organisation_id, period)
      SELECT seq, NULL::uuid, NULL::text FROM fact_log UNION ALL SELECT 1, organisation_id, period FROM branch_month`));
    await boards.project();
    expect(await boards.rows(), 'P13: fed twice is not fed once').toEqual(once);
  });

  it('a stop that was being declared while a session was arranged and projected is found all the same', async () => {
    await begin();
    const arranged = { ...sessionState(place.branchA, '2026-03-09'), stage: 'arranged' as const };
    await bureau.within(async (stopping) => {
      await recordFact(stopping, { kind: 'studyStop', state: { scope: place.root, activities: arranged.activities, day: '2026-03-09', movedTo: null } });
      await bureau.within((arranging) => recordFact(arranging, { kind: 'session', state: arranged }));
      await boards.project();
      expect(await boards.rows()).toContainEqual(expect.objectContaining({ activity: '', arranged: 1, stopped: 0 }));
    });
    await boards.project();
    expect(await boards.rows()).toContainEqual(expect.objectContaining({ activity: '', arranged: 1, stopped: 1, to_record_from: [] }));
  });

  it('what was recorded before there was a board is on it after the migration', async () => {
    await begin();
    await bureau.within((call) => held(call, place.branchB, '2026-04-13', { present: inA }));
    const wanted = await boards.rebuilt();
    const [, fill = ''] = readFileSync('migrations/bureau/0060-month-board.sql', 'utf8').split('-- Whatever was recorded before there was a board.');
    await withConnection(source.ownerUrl, async (owner) => owner.query(`SET search_path = bureau_alpha; DELETE FROM branch_month; ${fill}`));
    await boards.project();
    expect(await boards.rows()).toEqual(wanted);
  });
});

async function begin(): Promise<void> {
  await bureau.begin(everybody, texts);
  await bureau.within(foundSmallBureau);
  await bureau.within((call) => adopted(call, texts[0] ?? ''));
}
