import type { SheetImport } from '#domain/imports/sheet-contract.ts';
import { jobsOf, progressOf } from '#server/platform/account-jobs.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { importOf as importOfKind } from '#server/platform/table-import.ts';
import { carryOutInput, carryOutResult, checkInput, checkResult, TABLE } from './table-jobs.ts';

/** One import of a table by the caller, with its progress and result. @throws NotFound */
export async function tableImportOf(call: Call, id: string): Promise<SheetImport> {
  const { check, carryOut } = await importOfKind(call, TABLE, id);
  return {
    id, fileName: checkInput.parse(check.input).fileName, check: progressOf(check),
    checked: check.state === 'done' ? checkResult.parse(check.result).checked : null,
    carryOut: carryOut ? progressOf(carryOut) : null,
    outcome: carryOut?.state === 'done' ? carryOutResult.parse(carryOut.result) : null,
  };
}

/** The import of such a table that this account has under way, so that whoever comes back finds it. */
export async function tableUnderWay({ tx, actor }: Call, table: string): Promise<string | null> {
  const [job] = await jobsOf(tx, actor.account, sql`kind IN (${TABLE.check}, ${TABLE.carryOut}) AND state IN ('waiting', 'running') AND input->>'table' = ${table}`);
  if (!job) return null;
  return job.kind === TABLE.check ? job.id : carryOutInput.parse(job.input).check;
}
