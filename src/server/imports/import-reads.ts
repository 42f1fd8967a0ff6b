import { refuse } from '#domain/contracts/common-refusals.ts';
import type { RosterImport } from '#domain/imports/contract.ts';
import { jobOf, jobsOf, progressOf, type JobRow } from '#server/jobs/job-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { CARRY_OUT_ROSTER, carryOutInput, carryOutResult, CHECK_ROSTER, checkInput, checkResult } from './import-jobs.ts';

/** An import is known by the job that checked it; the job that carries it out names that one. */
export async function importOf({ tx, actor }: Call, id: string): Promise<RosterImport> {
  const check = await jobOf(tx, actor.account, id);
  if (check?.kind !== CHECK_ROSTER) throw refuse('NotFound', {});
  const [carryOut] = await jobsOf(tx, actor.account, sql`kind = ${CARRY_OUT_ROSTER} AND input->>'check' = ${id}`);
  return importAs(check, carryOut);
}

export async function readRosterImports({ tx, actor }: Call): Promise<{ items: RosterImport[] }> {
  const checks = await jobsOf(tx, actor.account, sql`kind = ${CHECK_ROSTER}`);
  const carried = await jobsOf(tx, actor.account, sql`kind = ${CARRY_OUT_ROSTER} AND input->>'check' = ANY(${checks.map((it) => it.id)})`);
  return { items: checks.map((check) => importAs(check, carried.find((it) => carryOutInput.parse(it.input).check === check.id))) };
}

function importAs(check: JobRow, carryOut: JobRow | undefined): RosterImport {
  const { fileName, from } = checkInput.parse(check.input);
  return {
    id: check.id, fileName, from, check: progressOf(check),
    checked: check.state === 'done' ? checkResult.parse(check.result).checked : null,
    carryOut: carryOut ? progressOf(carryOut) : null,
    outcome: carryOut?.state === 'done' ? carryOutResult.parse(carryOut.result) : null,
  };
}
