import type { JobProgress } from '#domain/jobs/contract.ts';
import { readJob } from '#domain/jobs/contract.ts';
import { closeMonth } from '#domain/months/contract.ts';
import type { TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { runJobs } from '#test/run-jobs.ts';

/** A month locked by somebody of the cast, to the end of the work; how the work ended. */
export async function lockMonth(bureau: TestBureau, who: CastName, asked: { organisation: string; period: string }): Promise<JobProgress> {
  const { job } = await bureau.as(who).call(closeMonth, asked);
  await runJobs(bureau, bureau.now().toISOString());
  return bureau.as(who).call(readJob, { job });
}
