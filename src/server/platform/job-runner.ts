import type { Logger } from 'pino';
import type { Actor } from '#domain/access/actor.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { Refused } from '#domain/contracts/refusal.ts';
import type { Words } from '#domain/words/words.ts';
import type { Reaction } from './call.ts';
import type { Clock } from './clock.ts';
import type { Database, Tx } from './database.ts';
import { dropExpiredFiles } from './files.ts';
import { endJob, releaseJob, reportAlive, reportProgress, takeJob, type TakenJob } from './job-rows.ts';
import { arrivals, JobStopped, type Job, type JobKind } from './jobs.ts';
import { dropOldAnswers, writeAudit } from './once.ts';
import { callIn } from './perform.ts';
import { refusalOfFault } from './problem.ts';

export interface JobRunnerOptions {
  readonly database: Database;
  readonly bureaus: readonly string[];
  readonly kinds: readonly JobKind[];
  readonly clock: Clock;
  readonly log: Logger;
  readonly reactions: readonly Reaction[];
  /** Who an account is now, with the grants of today; undefined when it is closed. */
  readonly accountActs: (tx: Tx, account: string, now: Date) => Promise<Actor | undefined>;
}

export interface JobRunner {
  /** Begins to work off jobs as they come. */
  start(): void;
  /** Works off what waits now, in all bureaus. */
  runWaiting(): Promise<void>;
  /** Puts a running job back and takes no more. */
  stop(): Promise<void>;
}

const HEARTBEAT_MS = 5_000;
/** Jobs of this process are announced; so often we look for those of others that died. */
const SWEEP_MS = 20_000;
/** A job that has brought down so many runners is not given to a further one. */
const ATTEMPTS_MAX = 3;

/** One per process; it does one job at a time, because a job may use a whole core. */
export function openJobRunner(options: JobRunnerOptions): JobRunner {
  const stopping = new AbortController();
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (bureaus: readonly string[]): Promise<void> => (turn = turn.then(() => workOff(options, bureaus, stopping.signal)));
  const onArrival = (bureau: string): void => void inTurn([bureau]);
  let sweep: NodeJS.Timeout | undefined;
  return {
    start: () => {
      arrivals.on('job', onArrival);
      sweep = setInterval(() => void inTurn(options.bureaus), SWEEP_MS).unref();
      void inTurn(options.bureaus);
    },
    runWaiting: () => inTurn(options.bureaus),
    stop: () => {
      arrivals.off('job', onArrival);
      clearInterval(sweep);
      stopping.abort(new JobStopped('stopping'));
      return turn;
    },
  };
}

async function workOff(options: JobRunnerOptions, bureaus: readonly string[], stopping: AbortSignal): Promise<void> {
  const { database, log } = options;
  const kinds = options.kinds.map((it) => it.kind);
  for (const bureau of bureaus.filter((it) => options.bureaus.includes(it))) {
    try {
      await database.withBureau(bureau, {}, async (tx) => {
        await dropExpiredFiles(tx);
        await dropOldAnswers(tx);
      });
      while (!stopping.aborted) {
        const job = await database.withBureau(bureau, {}, (tx) => takeJob(tx, kinds));
        if (!job) break;
        await runJob(options, bureau, job, stopping);
      }
    } catch (fault) {
      // The database is away; the next sweep tries again, and a job that was running is taken again then.
      log.error({ bureau, err: fault }, 'jobs cannot be worked off');
    }
  }
}

/** Runs one job and writes down how it ended. */
async function runJob(options: JobRunnerOptions, bureau: string, job: TakenJob, stopping: AbortSignal): Promise<void> {
  const { database, log } = options;
  const beside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.beside(bureau, { requestId: job.id }, work);
  const stopped = new AbortController();
  const heartbeat = setInterval(() => {
    beside((tx) => reportAlive(tx, job)).then((seen) => stopWhen(seen, stopped), () => {});
  }, HEARTBEAT_MS);
  const signal = AbortSignal.any([stopping, stopped.signal]);
  try {
    if (job.cancelAsked) throw new JobStopped('cancelled');
    if (job.attempts > ATTEMPTS_MAX) throw new Error(`job ${job.id} did not end in ${ATTEMPTS_MAX} attempts`);
    await carryOut(options, bureau, job, runningJob(options, bureau, job, signal, stopped));
  } catch (fault) {
    const told = signal.aborted ? signal.reason : fault;
    if (told instanceof JobStopped) await settleStopped(beside, job, told);
    else if (fault instanceof Refused) await beside((tx) => endJob(tx, job, 'refused', { name: fault.refusal.name, words: fault.refusal.words }));
    else if (refusalOfFault(fault)) throw fault;
    else {
      log.error({ bureau, job: job.id, kind: job.kind, err: fault }, 'job failed');
      await beside((tx) => endJob(tx, job, 'failed', failure(job)));
    }
  } finally {
    clearInterval(heartbeat);
  }
}

function stopWhen(seen: { cancelAsked: boolean } | undefined, stopped: AbortController): void {
  if (!seen) stopped.abort(new JobStopped('takenOver'));
  else if (seen.cancelAsked) stopped.abort(new JobStopped('cancelled'));
}

function runningJob({ database, ...options }: JobRunnerOptions, bureau: string, job: TakenJob, signal: AbortSignal, stopped: AbortController): Job {
  return {
    id: job.id, bureau, signal,
    progress: async (doing, done, total) => {
      signal.throwIfAborted();
      stopWhen(await database.beside(bureau, { requestId: job.id }, (tx) => reportProgress(tx, job, doing, done, total)), stopped);
      signal.throwIfAborted();
    },
    read: (work) => database.withBureau(bureau, { requestId: job.id }, async (tx) => work((await callOf({ database, ...options }, tx, bureau, job)).call)),
  };
}

async function carryOut(options: JobRunnerOptions, bureau: string, job: TakenJob, running: Job): Promise<void> {
  const kind = options.kinds.find((it) => it.kind === job.kind);
  if (!kind) throw new Error(`no job of kind ${job.kind}`);
  const finish = await kind.work(running, job.input);
  await options.database.withBureau(bureau, { accountId: job.account, requestId: job.id }, async (tx) => {
    const { call, subjects } = await callOf(options, tx, bureau, job);
    const result = await finish(call);
    await writeAudit(tx, call, job.kind, subjects);
    // Last, and with the number of the turn: had another runner taken over, all of this would be rolled back.
    if (!(await endJob(tx, job, 'done', result))) throw new JobStopped('cancelled');
  });
}

async function callOf(options: JobRunnerOptions, tx: Tx, bureau: string, job: TakenJob): Promise<ReturnType<typeof callIn>> {
  const now = options.clock();
  const actor = await options.accountActs(tx, job.account, now);
  if (!actor) throw refuse('NotSignedIn', {});
  return callIn(options.database, tx, { bureau, actor, now, requestId: job.id, reactions: options.reactions });
}

/** Cancelled ends for good; a server that stops puts the job back; what another runner has taken is not ours to end. */
async function settleStopped(beside: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>, job: TakenJob, { reason }: JobStopped): Promise<void> {
  if (reason === 'cancelled') await beside((tx) => endJob(tx, job, 'cancelled', null));
  if (reason === 'stopping') await beside((tx) => releaseJob(tx, job));
}

const failure = (job: TakenJob): { name: string; words: Words } => ({
  name: 'Fault',
  words: {
    zh: `办理时系统出现意外，内容未保存。请重新提交；仍不行，请把编号 ${job.id.slice(-8)} 告诉系统管理员。`,
    en: `Something unexpected happened and nothing was saved. Start again; if it persists, tell the administrator the number ${job.id.slice(-8)}.`,
  },
});

