import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { carryOutRoster as contract, RosterImport } from '#domain/imports/contract.ts';
import { refuseImport } from '#domain/imports/refusals.ts';
import { jobsOf, lockedJobOf } from '#server/jobs/job-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { storedFile } from '#server/platform/files.ts';
import { enqueue, type Finish, type Job } from '#server/platform/jobs.ts';
import { sql } from '#server/platform/sql.ts';
import { CARRY_OUT_ROSTER, carryOutInput, CHECK_ROSTER, checkInput, checkResult, demandImporter, uploadedBytes } from './import-jobs.ts';
import { importOf } from './import-reads.ts';
import { planFile } from './plan-file.ts';
import { readRoster } from './read-roster.ts';
import { rosterGround } from './roster-ground-reads.ts';
import { writePlan } from './write-plan.ts';

/** Leaves a checked roster to be written. */
export async function carryOutRoster(call: Call, input: z.output<typeof contract.input>): Promise<RosterImport> {
  const { tx, actor } = call;
  demandImporter(call);
  const check = await lockedJobOf(tx, actor.account, input.import);
  if (check?.kind !== CHECK_ROSTER) throw refuse('NotFound', {});
  if (check.state !== 'done') throw refuseImport('RosterNotChecked', {});
  const before = await jobsOf(tx, actor.account, sql`kind = ${CARRY_OUT_ROSTER} AND input->>'check' = ${check.id} AND state IN ('waiting', 'running', 'done')`);
  if (before.length > 0) throw refuseImport('RosterCarriedOut', {});
  const { faulty } = checkResult.parse(check.result).checked;
  if (faulty > 0 && !input.skipFaulty) throw refuseImport('RosterHasProblems', { faulty });
  const asked = checkInput.parse(check.input);
  if (!(await storedFile(tx, asked.file))) throw refuseImport('RosterExpired', {});

  await enqueue(call, CARRY_OUT_ROSTER, { ...asked, check: check.id, skipFaulty: input.skipFaulty });
  call.audit({ kind: 'import', id: check.id });
  return importOf(call, check.id);
}

const PLANNING = { zh: '正在核对', en: 'Comparing' };

/**
 * Reads the file again and writes the plan in one transaction. The plan is made anew under locks: what somebody changed
 * since the check is either still the same plan, or all of it is refused.
 */
export async function carryOutRosterFile(job: Job, asked: unknown): Promise<Finish> {
  const input = carryOutInput.parse(asked);
  const file = await readRoster(job, await uploadedBytes(job, input.file));
  return async (call) => {
    demandImporter(call);
    const ground = await rosterGround(call, input.from, file.rows.map((it) => it.number), true);
    const plan = await planFile(file, ground, (done) => job.progress(PLANNING, done, file.lines.length));
    if (plan.faults.size > 0 && !input.skipFaulty) throw refuseImport('RosterOvertaken', {});
    await writePlan(call, job, plan.plans);
    const count = (outcome: string): number => plan.plans.filter((it) => it.outcome === outcome).length;
    const outcome = { created: count('created'), changed: count('changed'), unchanged: count('unchanged'), leftOut: plan.faults.size };
    call.audit({ kind: 'import', id: input.check, details: outcome });
    return outcome;
  };
}
