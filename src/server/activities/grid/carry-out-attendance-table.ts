import type { z } from 'zod';
import type { carryOutAttendanceTable as contract, GridImport, GridOutcome } from '#domain/activities/grid/grid-contract.ts';
import type { Period } from '#domain/calendar/civil-date.ts';
import { refuseSheet } from '#domain/imports/sheet-refusals.ts';
import type { Words } from '#domain/words/words.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import type { Finish, Job } from '#server/platform/jobs.ts';
import { sql } from '#server/platform/sql.ts';
import { leaveToCarryOut, sentBytes } from '#server/platform/table-import.ts';
import { gridGround } from './grid-ground.ts';
import { gridImportOf } from './grid-import-reads.ts';
import { ATTENDANCE_TABLE, carryOutInput, checkResult } from './grid-jobs.ts';
import { type PlannedSession, planGrids } from './plan-grids.ts';
import type { PlannedMakeUp } from './plan-make-ups.ts';
import { readGrids } from './read-grids.ts';

/** Leaves checked sheets of attendance to be entered. */
export async function carryOutAttendanceTable(call: Call, input: z.output<typeof contract.input>): Promise<GridImport> {
  await leaveToCarryOut(call, ATTENDANCE_TABLE, input, ({ result }) => {
    const { created, makeUps } = checkResult.parse(result).checked;
    if (created + makeUps === 0) throw refuseSheet('SheetNothingNew', {});
  });
  return gridImportOf(call, input.import);
}

const PLANNING: Words = { zh: '正在核对', en: 'Comparing' };
const WRITING: Words = { zh: '正在写入', en: 'Writing' };

/**
 * Reads the file again and enters it in one transaction. The plan is made anew while the organisations are held: a session
 * that became faulty since the check refuses all of it; one that somebody recorded meanwhile is there, and that is enough.
 */
export async function carryOutAttendanceFile(job: Job, input: unknown): Promise<Finish> {
  const asked = carryOutInput.parse(input);
  const { grids } = await readGrids(job, await sentBytes(job, asked.file), asked.fileName);
  return async (call): Promise<GridOutcome> => {
    await holdPlaces(call);
    const columns = (await planGrids(call, grids, asked, (done) => job.progress(PLANNING, done, grids.length))).flatMap((it) => it.columns);
    const leftOut = columns.filter(({ outcome }) => outcome === 'faulty').length;
    if (leftOut !== asked.faulty) throw refuseSheet('SheetOvertaken', {});
    const sessions = columns.flatMap((it) => (it.outcome === 'created' ? [it.session] : []));
    const onSome = (done: number): Promise<void> => job.progress(WRITING, done, sessions.length);
    const entered = await enterAll(call, sessions, onSome);
    const madeUp = await enterMakeUps(call, [...entered, ...columns.flatMap((it) => (it.outcome === 'there' ? [it] : []))]);
    const outcome = { batch: newId(call.now.getTime()), created: sessions.length, there: columns.filter((it) => it.outcome === 'there').length, leftOut, makeUps: madeUp.length };
    await writeBatch(call, outcome, asked.fileName, [...entered.map(({ session }) => session), ...madeUp]);
    call.audit({ kind: 'import', id: outcome.batch, details: { created: outcome.created, there: outcome.there, leftOut, ...(madeUp.length > 0 ? { makeUps: madeUp.length } : {}) } });
    return outcome;
  };
}

/** Nobody records there until the transaction ends, as in the form; in the order of ids, so that none waits for ever. */
async function holdPlaces(call: Call): Promise<void> {
  const { places, ended } = await gridGround(call);
  const ids = [...places, ...ended].map(({ id }) => id).sort();
  await call.tx.many(sql`SELECT id FROM organisation WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`);
}

/** Sessions that go into the log with one statement. */
const AT_ONCE = 40;

interface Entered {
  readonly session: string;
  readonly period: Period;
  readonly makeUps: readonly PlannedMakeUp[];
}

/** Month by month, because what a share of the year moves is booked in the month of what moved it. */
async function enterAll(call: Call, sessions: readonly PlannedSession[], onSome: (done: number) => Promise<void>): Promise<readonly Entered[]> {
  const entered: Entered[] = [];
  for (const period of [...new Set(sessions.map(({ state }) => state.period))].sort()) {
    const ofMonth = sessions.filter(({ state }) => state.period === period);
    for (let at = 0; at < ofMonth.length; at += AT_ONCE) {
      await onSome(entered.length);
      const some = ofMonth.slice(at, at + AT_ONCE);
      const logged = await recordFacts(call, some.map(({ state, text }) => ({ kind: 'session' as const, state, text })));
      entered.push(...logged.map(({ factId }, nth) => ({ session: factId, period, makeUps: some[nth]?.makeUps ?? [] })));
    }
  }
  return entered;
}

/** What the importer made up himself waits for another, as in the form. @returns the facts */
async function enterMakeUps(call: Call, sessions: readonly Entered[]): Promise<readonly string[]> {
  const facts: string[] = [];
  for (const at of [...new Set(sessions.map(({ period }) => period))].sort()) {
    const ofMonth = sessions.filter(({ period }) => period === at).flatMap(({ session, period, makeUps }) => makeUps.map((it) => ({
      kind: 'makeUp' as const, state: { session, ...it }, period, standing: it.person === call.actor.person ? 'proposed' as const : 'counted' as const,
    })));
    if (ofMonth.length > 0) facts.push(...(await recordFacts(call, ofMonth)).map(({ factId }) => factId));
  }
  return facts;
}

async function writeBatch({ tx, actor, today }: Call, { batch, there, leftOut }: GridOutcome, fileName: string, facts: readonly string[]): Promise<void> {
  await tx.run(sql`INSERT INTO import_batch (id, kind, register, account_id, person_id, file_name, there, left_out, recorded_on)
    VALUES (${batch}, 'session', NULL, ${actor.account}, ${actor.person}, ${fileName}, ${there}, ${leftOut}, ${today})`);
  await tx.run(sql`INSERT INTO import_batch_fact (fact_id, batch_id) SELECT unnest(${[...facts]}::uuid[]), ${batch}::uuid`);
}
