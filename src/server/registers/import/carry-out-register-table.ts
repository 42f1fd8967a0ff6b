import type { z } from 'zod';
import type { SheetImport, SheetOutcome } from '#domain/imports/sheet-contract.ts';
import { refuseSheet } from '#domain/imports/sheet-refusals.ts';
import type { carryOutRegisterTable as contract } from '#domain/registers/import-contract.ts';
import type { Words } from '#domain/words/words.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import type { Finish, Job } from '#server/platform/jobs.ts';
import { sql } from '#server/platform/sql.ts';
import { leaveToCarryOut, sentBytes } from '#server/platform/table-import.ts';
import type { CheckedEntry } from '#server/registers/record-entry.ts';
import { carryOutInput, checkResult, REGISTER_TABLE } from './import-jobs.ts';
import { importOf } from './import-reads.ts';
import { planEntries } from './plan-entries.ts';
import { groundOf, readEntryTable } from './read-entry-table.ts';

/** Leaves a checked table to be entered. */
export async function carryOutRegisterTable(call: Call, input: z.output<typeof contract.input>): Promise<SheetImport> {
  await leaveToCarryOut(call, REGISTER_TABLE, input, ({ result }) => {
    if (checkResult.parse(result).checked.created === 0) throw refuseSheet('SheetNothingNew', {});
  });
  return importOf(call, input.import);
}

const PLANNING: Words = { zh: '正在核对', en: 'Comparing' };
const WRITING: Words = { zh: '正在写入', en: 'Writing' };

/**
 * Reads the file again and enters it in one transaction. The plan is made anew while the places are held: a row that
 * became faulty since the check refuses all of it; one that somebody else entered meanwhile is there, and that is enough.
 */
export async function carryOutRegisterTableFile(job: Job, asked: unknown): Promise<Finish> {
  const input = carryOutInput.parse(asked);
  const table = await readEntryTable(job, await sentBytes(job, input.file), input.register, input.fileName);
  return async (call): Promise<SheetOutcome> => {
    const ground = await groundOf(call, table);
    await holdPlaces(call, ground.named);
    const plans = await planEntries(call, table, ground, (done) => job.progress(PLANNING, done, table.lines.length));
    const faulty = plans.filter(({ outcome }) => outcome === 'faulty').length;
    if (faulty !== input.faulty) throw refuseSheet('SheetOvertaken', {});
    const entries = plans.flatMap((it) => (it.outcome === 'created' ? [it.entry] : []));
    const outcome = {
      batch: newId(call.now.getTime()), created: entries.length, waiting: entries.filter(({ standing }) => standing === 'proposed').length,
      changed: 0, there: plans.filter((it) => it.outcome === 'there').length, leftOut: faulty,
    };
    await writeBatch(call, outcome, input, await enterAll(call, entries, (done) => job.progress(WRITING, done, entries.length)));
    call.audit({ kind: 'import', id: outcome.batch, details: { created: outcome.created, there: outcome.there, leftOut: outcome.leftOut } });
    return outcome;
  };
}

/** Nobody enters there, and nobody dissolves one of them, until the transaction ends; in the order of ids, so that none waits for ever. */
async function holdPlaces({ tx }: Call, places: readonly string[]): Promise<void> {
  const ids = [...places].sort();
  await tx.many(sql`SELECT fact_id FROM fact WHERE fact_id = ANY(${ids}::uuid[]) ORDER BY fact_id FOR SHARE`);
  await tx.many(sql`SELECT id FROM organisation WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
}

/** Entries that go into the log with one statement. */
const AT_ONCE = 200;

/** Month by month, because what a share of the year moves is booked in the month of what moved it. @returns the facts */
async function enterAll(call: Call, entries: readonly CheckedEntry[], onBatch: (done: number) => Promise<void>): Promise<readonly string[]> {
  const facts: string[] = [];
  for (const period of [...new Set(entries.map((it) => it.period))].sort()) {
    const ofMonth = entries.filter((it) => it.period === period);
    for (let at = 0; at < ofMonth.length; at += AT_ONCE) {
      await onBatch(facts.length);
      const logged = await recordFacts(call, ofMonth.slice(at, at + AT_ONCE).map((it) => ({ kind: 'record' as const, ...it })));
      facts.push(...logged.map(({ factId }) => factId));
    }
  }
  return facts;
}

async function writeBatch({ tx, actor, today }: Call, { batch, there, leftOut }: SheetOutcome, { register, fileName }: { register: string; fileName: string }, facts: readonly string[]): Promise<void> {
  await tx.run(sql`INSERT INTO import_batch (id, kind, register, account_id, person_id, file_name, there, left_out, recorded_on)
    VALUES (${batch}, 'record', ${register}, ${actor.account}, ${actor.person}, ${fileName}, ${there}, ${leftOut}, ${today})`);
  await tx.run(sql`INSERT INTO import_batch_fact (fact_id, batch_id) SELECT unnest(${[...facts]}::uuid[]), ${batch}::uuid`);
}
