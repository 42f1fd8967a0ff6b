import type { z } from 'zod';
import type { carryOutRoster as contract, RosterImport } from '#domain/imports/contract.ts';
import { refuseSheet } from '#domain/imports/sheet-refusals.ts';
import { keepBatch } from '#server/facts/import-batches.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import type { Finish, Job } from '#server/platform/jobs.ts';
import { leaveToCarryOut, sentBytes } from '#server/platform/table-import.ts';
import { carryOutInput, demandImporter, ROSTER } from './import-jobs.ts';
import { importOf } from './import-reads.ts';
import { planFile } from './plan-file.ts';
import { readRoster, withToldBranches } from './read-roster.ts';
import { rosterGround } from './roster-ground-reads.ts';
import { writePlan } from './write-plan.ts';

/** Leaves a checked roster to be written. */
export async function carryOutRoster(call: Call, input: z.output<typeof contract.input>): Promise<RosterImport> {
  demandImporter(call);
  await leaveToCarryOut(call, ROSTER, input, () => {});
  return importOf(call, input.import);
}

const PLANNING = { zh: '正在核对', en: 'Comparing' };

/**
 * Reads the file again and writes the plan in one transaction. The plan is made anew under locks: what somebody changed
 * since the check is either still the same plan, or all of it is refused.
 */
export async function carryOutRosterFile(job: Job, asked: unknown): Promise<Finish> {
  const input = carryOutInput.parse(asked);
  const read = await readRoster(job, await sentBytes(job, input.file), input.fileName);
  return async (call) => {
    demandImporter(call);
    const ground = await rosterGround(call, input.from, read.rows, true);
    const file = withToldBranches(read, ground);
    const plan = await planFile(file, ground, (done) => job.progress(PLANNING, done, file.lines.length));
    if (plan.faults.size > 0 && !input.skipFaulty) throw refuseSheet('SheetOvertaken', {});
    const content = await writePlan(call, job, plan.plans);
    const count = (outcome: string): number => plan.plans.filter((it) => it.outcome === outcome).length;
    const outcome = { created: count('created'), changed: count('changed'), unchanged: count('unchanged'), leftOut: plan.faults.size };
    const batch = outcome.created + outcome.changed > 0 ? newId(call.now.getTime()) : null;
    if (batch !== null) await keepBatch(call, { batch, table: 'roster', fileName: input.fileName, there: outcome.unchanged, leftOut: outcome.leftOut }, content);
    call.audit({ kind: 'import', id: batch ?? input.check, details: outcome });
    return { ...outcome, batch };
  };
}
