import { createInterface } from 'node:readline';
import pino from 'pino';
import { accountActs } from '#server/access/access-reads.ts';
import { jobKinds, reactions } from '#server/app.ts';
import { openDatabase } from '#server/platform/database.ts';
import { openJobRunner } from '#server/platform/job-runner.ts';
import type { JobKind } from '#server/platform/jobs.ts';

/** A node in a process of its own: for each line that it is given it works off what waits in the bureau of a test, and says so. */
const { ZHIBU_NODE_URL: url, ZHIBU_NODE_NOW: now, ZHIBU_NODE_HALTS: halts } = process.env;
if (!url || !now) throw new Error('started by tests only');

/** Does all that the job writes, says so, and never comes to the commit: where a kill meets it worst. */
const halting = (kind: JobKind): JobKind => ({
  ...kind,
  work: async (job, input) => {
    const finish = await kind.work(job, input);
    return async (call) => {
      await finish(call);
      process.stdout.write('written\n');
      return new Promise(() => {});
    };
  },
});

const runner = openJobRunner({
  database: openDatabase(url), bureaus: ['alpha'], kinds: halts ? jobKinds.map(halting) : jobKinds, clock: () => new Date(now), log: pino({ level: 'error' }, pino.destination(2)), reactions, accountActs,
});
// A test that is stopped leaves no node behind.
process.stdin.on('end', () => process.exit());
createInterface(process.stdin).on('line', () => void runner.runWaiting().then(() => process.stdout.write('idle\n')));
