import { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { id } from '#domain/facts/contract.ts';
import { demandTable, isArchive } from '#domain/imports/demand-table.ts';
import type { UnfinishedImport } from '#domain/imports/sheet-contract.ts';
import { refuseSheet } from '#domain/imports/sheet-refusals.ts';
import { jobOf, jobsOf, lockedJobOf, type JobRow } from './account-jobs.ts';
import type { Call, FileAnswer } from './call.ts';
import { storedFile, storePassingFile } from './files.ts';
import { enqueue, type Job } from './jobs.ts';
import { sql, type Sql } from './sql.ts';
import { XLSX_MEDIA_TYPE } from './table-workbook.ts';

/** A kind of table that people send in: the job that checks one, and the job that carries it out. */
export interface TableKind {
  readonly check: string;
  readonly carryOut: string;
}

/** What every check is asked for; each kind of table adds its own. */
export const checkInput = z.object({ file: id, fileName: z.string() });
const checkedTable = z.object({ checked: z.object({ faulty: z.number() }), errors: id.nullable() });

/** Nothing is left of a check that found nothing new and nothing wrong. */
const somethingToDo = z.object({ checked: z.object({ created: z.number(), faulty: z.number(), changed: z.number().default(0), makeUps: z.number().default(0) }) });

/** What every carrying out is asked for beside what its check was. */
export const carryOutInput = { check: id, skipFaulty: z.boolean(), faulty: z.number() };

/** Files that were sent, and files of faulty rows, are kept so long, then dropped. */
const KEPT_DAYS = 7;

/** Takes the table that came with the call in and leaves it to be checked. @throws FileNotXlsx, FileCutShort, FileInflates, FileManyEntries, FileUnreadable */
export async function takeTable(call: Call, kind: TableKind, input: { readonly fileName: string }): Promise<string> {
  const bytes = call.file ?? new Uint8Array();
  demandTable(bytes);
  const file = await storePassingFile(call, { name: input.fileName, mediaType: isArchive(bytes) ? XLSX_MEDIA_TYPE : 'text/csv', bytes }, KEPT_DAYS);
  const check = await enqueue(call, kind.check, { file, ...input });
  call.audit({ kind: 'import', id: check });
  return check;
}

/** The bytes of a table that was sent. @throws SheetExpired */
export const sentBytes = (job: Job, file: string): Promise<Uint8Array> => job.read(async ({ tx }) => {
  const stored = await storedFile(tx, file);
  if (!stored) throw refuseSheet('SheetExpired', {});
  return stored.bytes;
});

/** Keeps the faulty rows of a checked table, if there are any, and says where. */
export async function keepFaultyRows(call: Call, fileName: string, bytes: Uint8Array | undefined): Promise<string | null> {
  if (!bytes) return null;
  return storePassingFile(call, { name: `${fileName.replace(/\.(?:xlsx|csv|txt)$/i, '')}-错误行.xlsx`, mediaType: XLSX_MEDIA_TYPE, bytes }, KEPT_DAYS);
}

/** The table of such a kind that the caller had checked last, as long as it waits to be carried out and its file is kept. */
export async function unfinishedCheck({ tx, actor }: Call, kind: TableKind, condition: Sql): Promise<UnfinishedImport | null> {
  const [check] = await jobsOf(tx, actor.account, sql`kind = ${kind.check} AND ${condition}`);
  if (check?.state !== 'done' || check.endedAt === null) return null;
  const carried = await jobsOf(tx, actor.account, sql`kind = ${kind.carryOut} AND input->>'check' = ${check.id} AND state IN ('waiting', 'running', 'done')`);
  const { file, fileName } = checkInput.parse(check.input);
  const { created, faulty, changed, makeUps } = somethingToDo.parse(check.result).checked;
  if (created + faulty + changed + makeUps === 0 || carried.length > 0 || !(await storedFile(tx, file))) return null;
  return { import: check.id, fileName, checkedAt: check.endedAt.toISOString() };
}

/** An import of the caller: known by the job that checked it; the job that carries it out names that one. @throws NotFound */
export async function importOf({ tx, actor }: Call, kind: TableKind, check: string): Promise<{ check: JobRow; carryOut: JobRow | undefined }> {
  const row = await jobOf(tx, actor.account, check);
  if (row?.kind !== kind.check) throw refuse('NotFound', {});
  const [carryOut] = await jobsOf(tx, actor.account, sql`kind = ${kind.carryOut} AND input->>'check' = ${check}`);
  return { check: row, carryOut };
}

/**
 * Leaves a checked table to be carried out. With `skipFaulty` only the rows without problems; otherwise any problem refuses all.
 * @param demandMore refuses for reasons of its own, asked with what the check left behind.
 * @throws NotFound, SheetNotChecked, SheetCarriedOut, SheetHasProblems, SheetExpired
 */
export async function leaveToCarryOut(call: Call, kind: TableKind, input: { readonly import: string; readonly skipFaulty: boolean }, demandMore: (checked: JobRow) => void): Promise<void> {
  const { tx, actor } = call;
  const check = await lockedJobOf(tx, actor.account, input.import);
  if (check?.kind !== kind.check) throw refuse('NotFound', {});
  if (check.state !== 'done') throw refuseSheet('SheetNotChecked', {});
  const before = await jobsOf(tx, actor.account, sql`kind = ${kind.carryOut} AND input->>'check' = ${check.id} AND state IN ('waiting', 'running', 'done')`);
  if (before.length > 0) throw refuseSheet('SheetCarriedOut', {});
  const { faulty } = checkedTable.parse(check.result).checked;
  if (faulty > 0 && !input.skipFaulty) throw refuseSheet('SheetHasProblems', { faulty });
  demandMore(check);
  if (!(await storedFile(tx, checkInput.parse(check.input).file))) throw refuseSheet('SheetExpired', {});
  // What the check was asked for is an object of ours, whatever its kind adds.
  await enqueue(call, kind.carryOut, { ...(check.input as object), check: check.id, skipFaulty: input.skipFaulty, faulty });
  call.audit({ kind: 'import', id: check.id });
}

/** The rows of a checked table that could not be taken, with the reasons. @throws NotFound, SheetExpired */
export async function faultyRowsOf(call: Call, kind: TableKind, check: string): Promise<FileAnswer> {
  const row = await jobOf(call.tx, call.actor.account, check);
  if (row?.kind !== kind.check || row.state !== 'done') throw refuse('NotFound', {});
  const { errors } = checkedTable.parse(row.result);
  if (errors === null) throw refuse('NotFound', {});
  const file = await storedFile(call.tx, errors);
  if (!file) throw refuseSheet('SheetExpired', {});
  call.audit({ kind: 'import', id: row.id });
  return { fileName: file.name, mediaType: file.mediaType, bytes: file.bytes };
}
