import { refuse } from '#domain/contracts/common-refusals.ts';
import type { JobProgress } from '#domain/jobs/contract.ts';
import { refuseJob } from '#domain/jobs/refusals.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { jobOf, lockedJobOf, progressOf } from '#server/platform/account-jobs.ts';

/** A job that waits ends at once; one that runs is asked to stop, and writes nothing. */
export async function cancelJob(call: Call, input: { job: string }): Promise<JobProgress> {
  const { tx, actor } = call;
  const job = await lockedJobOf(tx, actor.account, input.job);
  if (!job) throw refuse('NotFound', {});
  if (job.state === 'waiting') await tx.run(sql`UPDATE job SET state = 'cancelled', cancel_asked = true, ended_at = now() WHERE id = ${job.id}`);
  else if (job.state === 'running') await tx.run(sql`UPDATE job SET cancel_asked = true WHERE id = ${job.id}`);
  else throw refuseJob('JobEnded', {});
  call.audit({ kind: 'job', id: job.id, details: { progress: 'cancelled' }, before: { progress: job.state } });
  return readJob(call, input);
}

export async function readJob({ tx, actor }: Call, input: { job: string }): Promise<JobProgress> {
  const job = await jobOf(tx, actor.account, input.job);
  if (!job) throw refuse('NotFound', {});
  return progressOf(job);
}
