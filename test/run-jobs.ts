import pino from 'pino';
import { accountActs } from '#server/access/access-reads.ts';
import { jobKinds, reactions } from '#server/app.ts';
import { openJobRunner } from '#server/platform/job-runner.ts';
import { sql } from '#server/platform/sql.ts';
import { NOW, type TestBureau } from './app.ts';

/** Works off the jobs that wait in the bureau of a test. */
export const runJobs = (bureau: TestBureau, now = NOW): Promise<void> => openJobRunner({
  database: bureau.database, bureaus: ['alpha'], kinds: jobKinds, clock: () => new Date(now), log: pino({ level: 'silent' }), reactions, accountActs,
}).runWaiting();

/** Ends what would be worked off before it, for a test that goes on with a job of its own. */
export const dropWaitingJobs = (bureau: TestBureau): Promise<unknown> => bureau.within(({ tx }) =>
  tx.run(sql`UPDATE job SET state = 'cancelled', cancel_asked = true, ended_at = now() WHERE state = 'waiting' AND kind = ANY(${jobKinds.map(({ kind }) => kind)})`));
