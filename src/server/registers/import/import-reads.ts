import type { SheetImport } from '#domain/imports/sheet-contract.ts';
import { jobsOf, progressOf } from '#server/platform/account-jobs.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { importOf as tableImportOf } from '#server/platform/table-import.ts';
import { carryOutInput, carryOutResult, checkInput, checkResult, REGISTER_TABLE } from './import-jobs.ts';

/** One import of a register by the caller, with its progress and result. @throws NotFound */
export async function importOf(call: Call, id: string): Promise<SheetImport> {
  const { check, carryOut } = await tableImportOf(call, REGISTER_TABLE, id);
  return {
    id, fileName: checkInput.parse(check.input).fileName, check: progressOf(check),
    checked: check.state === 'done' ? checkResult.parse(check.result).checked : null,
    carryOut: carryOut ? progressOf(carryOut) : null,
    outcome: carryOut?.state === 'done' ? carryOutResult.parse(carryOut.result) : null,
  };
}

/** The import of a register that this account has under way, so that whoever comes back finds it. */
export async function importUnderWay({ tx, actor }: Call, register: string): Promise<string | null> {
  const [job] = await jobsOf(tx, actor.account, sql`kind IN (${REGISTER_TABLE.check}, ${REGISTER_TABLE.carryOut}) AND state IN ('waiting', 'running') AND input->>'register' = ${register}`);
  if (!job) return null;
  return job.kind === REGISTER_TABLE.check ? job.id : carryOutInput.parse(job.input).check;
}
