import type { z } from 'zod';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { SheetImport, SheetOutcome } from '#domain/imports/sheet-contract.ts';
import { refuseSheet } from '#domain/imports/sheet-refusals.ts';
import type { carryOutTable as contract } from '#domain/imports/table-contract.ts';
import type { FactToComplete, FactToRecord, LinePlan } from '#domain/imports/table-line.ts';
import type { Words } from '#domain/words/words.ts';
import { keepBatch } from '#server/facts/import-batches.ts';
import { amendFact, recordFacts } from '#server/facts/record-fact.ts';
import type { TableImporter } from '#server/facts/table-importer.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import type { Finish, Job } from '#server/platform/jobs.ts';
import { sql } from '#server/platform/sql.ts';
import { leaveToCarryOut, sentBytes } from '#server/platform/table-import.ts';
import { readLines } from './read-lines.ts';
import { tableImportOf } from './table-import-reads.ts';
import { carryOutInput, checkResult, demandTableImporter, importerOf, TABLE } from './table-jobs.ts';

/** Leaves a checked table to be imported. */
export async function carryOutTable(call: Call, input: z.output<typeof contract.input>): Promise<SheetImport> {
  await leaveToCarryOut(call, TABLE, input, ({ result }) => {
    const { created, changed } = checkResult.parse(result).checked;
    if (created + changed === 0) throw refuseSheet('SheetNothingNew', {});
  });
  return tableImportOf(call, input.import);
}

const WRITING: Words = { zh: '正在写入', en: 'Writing' };
/** Facts that go into the log with one statement. */
const AT_ONCE = 200;

/**
 * Reads the file again and writes it in one transaction. The plan is made anew while what it stands on is held: a line
 * that became faulty since the check refuses all of it; one that somebody entered meanwhile is there, and that is enough.
 */
export const carryOutTableFile = (importers: readonly TableImporter[]) => async (job: Job, asked: unknown): Promise<Finish> => {
  const input = carryOutInput.parse(asked);
  const importer = importerOf(importers, input.table);
  const table = await readLines(job, await sentBytes(job, input.file), input.fileName, importer);
  return async (call): Promise<SheetOutcome> => {
    demandTableImporter(call, input.table);
    const plans = await importer.plan(call, table.lines, true);
    const faulty = plans.filter(({ outcome }) => outcome === 'faulty').length;
    if (faulty !== input.faulty) throw refuseSheet('SheetOvertaken', {});
    const created = plans.flatMap((it) => (it.outcome === 'created' ? [it] : []));
    const completed = plans.flatMap((it) => (it.outcome === 'completed' ? [it.fact] : []));
    const outcome = {
      batch: newId(call.now.getTime()), created: created.length, waiting: created.filter(isWaiting).length,
      changed: completed.length, there: plans.filter((it) => it.outcome === 'there').length, leftOut: faulty,
    };
    const facts = await recordAll(call, created.flatMap((it) => it.facts), (done, total) => job.progress(WRITING, done, total));
    await keepBatch(call, { batch: outcome.batch, table: input.table, fileName: input.fileName, there: outcome.there, leftOut: outcome.leftOut }, { facts, changes: await completeAll(call, completed), people: [] });
    call.audit({ kind: 'import', id: outcome.batch, details: { created: outcome.created, ...(outcome.changed > 0 ? { changed: outcome.changed } : {}), there: outcome.there, leftOut: outcome.leftOut } });
    return outcome;
  };
};

const isWaiting = (plan: LinePlan): boolean => plan.outcome === 'created' && plan.facts.some(({ standing }) => standing === 'proposed');

/** What is there says more than it did; whoever planned it holds it. @returns the entries */
async function completeAll(call: Call, facts: readonly FactToComplete[]): Promise<readonly LogEntry[]> {
  const versions = new Map((await call.tx.many<{ id: string; version: number }>(sql`
    SELECT fact_id AS id, version FROM fact WHERE fact_id = ANY(${facts.map(({ factId }) => factId)}::uuid[])`)).map(({ id, version }) => [id, version]));
  const entries: LogEntry[] = [];
  for (const fact of facts) entries.push(await amendFact(call, { ...fact, version: versions.get(fact.factId) ?? 0 }));
  return entries;
}

/** Grounds first: teams before those who are placed in them, in the order of the table otherwise. @returns the facts */
async function recordAll(call: Call, facts: readonly FactToRecord[], onBatch: (done: number, total: number) => Promise<void>): Promise<readonly string[]> {
  const recorded: string[] = [];
  const grounds = facts.filter(({ kind }) => kind !== 'teamPlacement');
  const inOrder = [...grounds, ...facts.filter(({ kind }) => kind === 'teamPlacement')];
  for (let at = 0; at < inOrder.length; at += AT_ONCE) {
    await onBatch(at, inOrder.length);
    recorded.push(...(await recordFacts(call, inOrder.slice(at, at + AT_ONCE))).map(({ factId }) => factId));
  }
  return recorded;
}
