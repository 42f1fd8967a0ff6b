import type { GridImport } from '#domain/activities/grid/grid-contract.ts';
import { jobsOf, progressOf } from '#server/platform/account-jobs.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { importOf as tableImportOf } from '#server/platform/table-import.ts';
import { ATTENDANCE_TABLE, carryOutInput, carryOutResult, checkInput, checkResult } from './grid-jobs.ts';

/** One import of attendance by the caller, with its progress and result. @throws NotFound */
export async function gridImportOf(call: Call, id: string): Promise<GridImport> {
  const { check, carryOut } = await tableImportOf(call, ATTENDANCE_TABLE, id);
  return {
    id, fileName: checkInput.parse(check.input).fileName, check: progressOf(check),
    checked: check.state === 'done' ? checkResult.parse(check.result).checked : null,
    carryOut: carryOut ? progressOf(carryOut) : null,
    outcome: carryOut?.state === 'done' ? carryOutResult.parse(carryOut.result) : null,
  };
}

/** The import that this account has under way, so that whoever comes back finds it. */
export async function gridUnderWay({ tx, actor }: Call): Promise<string | null> {
  const [job] = await jobsOf(tx, actor.account, sql`kind IN (${ATTENDANCE_TABLE.check}, ${ATTENDANCE_TABLE.carryOut}) AND state IN ('waiting', 'running')`);
  if (!job) return null;
  return job.kind === ATTENDANCE_TABLE.check ? job.id : carryOutInput.parse(job.input).check;
}
