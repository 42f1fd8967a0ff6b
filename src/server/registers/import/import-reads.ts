import { refuse } from '#domain/contracts/common-refusals.ts';
import type { SheetImport } from '#domain/imports/sheet-contract.ts';
import { jobOf, jobsOf, progressOf } from '#server/jobs/job-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { CARRY_OUT_TABLE, carryOutInput, carryOutResult, CHECK_TABLE, checkInput, checkResult } from './import-jobs.ts';

/** An import is known by the job that checked it; the job that carries it out names that one. @throws NotFound */
export async function importOf({ tx, actor }: Call, id: string): Promise<SheetImport> {
  const check = await jobOf(tx, actor.account, id);
  if (check?.kind !== CHECK_TABLE) throw refuse('NotFound', {});
  const [carryOut] = await jobsOf(tx, actor.account, sql`kind = ${CARRY_OUT_TABLE} AND input->>'check' = ${id}`);
  return {
    id, fileName: checkInput.parse(check.input).fileName, check: progressOf(check),
    checked: check.state === 'done' ? checkResult.parse(check.result).checked : null,
    carryOut: carryOut ? progressOf(carryOut) : null,
    outcome: carryOut?.state === 'done' ? carryOutResult.parse(carryOut.result) : null,
  };
}

/** The import of a register that this account has under way, so that whoever comes back finds it. */
export async function importUnderWay({ tx, actor }: Call, register: string): Promise<string | null> {
  const [job] = await jobsOf(tx, actor.account, sql`kind IN (${CHECK_TABLE}, ${CARRY_OUT_TABLE}) AND state IN ('waiting', 'running') AND input->>'register' = ${register}`);
  if (!job) return null;
  return job.kind === CHECK_TABLE ? job.id : carryOutInput.parse(job.input).check;
}
