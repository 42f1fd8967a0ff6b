import type { RosterImport } from '#domain/imports/contract.ts';
import { jobsOf, type JobRow, progressOf } from '#server/platform/account-jobs.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { importOf as tableImportOf } from '#server/platform/table-import.ts';
import { carryOutInput, carryOutResult, checkInput, checkResult, ROSTER } from './import-jobs.ts';

export async function importOf(call: Call, id: string): Promise<RosterImport> {
  const { check, carryOut } = await tableImportOf(call, ROSTER, id);
  return importAs(check, carryOut);
}

export async function readRosterImports({ tx, actor }: Call): Promise<{ items: RosterImport[] }> {
  const checks = await jobsOf(tx, actor.account, sql`kind = ${ROSTER.check}`);
  const carried = await jobsOf(tx, actor.account, sql`kind = ${ROSTER.carryOut} AND input->>'check' = ANY(${checks.map((it) => it.id)})`);
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
