import { EventEmitter } from 'node:events';
import type { Words } from '#domain/words/words.ts';
import type { Call } from './call.ts';
import { newId } from './ids.ts';
import { sql } from './sql.ts';

/** What a kind of long work does. */
export interface JobKind {
  readonly kind: string;
  /**
   * Does what takes long, outside of any transaction, and answers with what is to be written. It may run again from the
   * beginning after a crash, so it writes nothing itself.
   */
  readonly work: (job: Job, input: unknown) => Promise<Finish>;
}

/** Writes the effect of a job; it runs in the transaction that marks the job as done, so the effect is there once or not at all. */
export type Finish = (call: Call) => Promise<unknown>;

/** A job while it runs. */
export interface Job {
  readonly id: string;
  readonly bureau: string;
  /** Aborted when the job was cancelled, the server stops, or another runner has taken over. */
  readonly signal: AbortSignal;
  /** Says what it is doing and how far it is. @throws JobStopped when the job should not go on. */
  progress(doing: Words, done: number, total: number | null): Promise<void>;
  /** A transaction for reading while the work goes on, as the account that asked for the job, with its rights of now. */
  read<T>(work: (call: Call) => Promise<T>): Promise<T>;
}

/** The job does not go on; nothing of it is written. */
export class JobStopped extends Error {
  readonly reason: 'cancelled' | 'stopping' | 'takenOver';

  constructor(reason: 'cancelled' | 'stopping' | 'takenOver') {
    super(`the job has been stopped: ${reason}`);
    this.name = 'JobStopped';
    this.reason = reason;
  }
}

/** How a commit that left a job behind reaches the runner of its own process; the runners of others look from time to time. */
export const arrivals = new EventEmitter<{ job: [bureau: string] }>();

/** Leaves a job to be done after the commit, under the rights of whoever calls. */
export async function enqueue(call: Call, kind: string, input: unknown): Promise<string> {
  const id = newId(call.now.getTime());
  await call.tx.run(sql`INSERT INTO job (id, kind, account_id, input, state) VALUES (${id}, ${kind}, ${call.actor.account}, ${JSON.stringify(input)}, 'waiting')`);
  call.tx.afterCommit(() => void arrivals.emit('job', call.tx.bureau));
  return id;
}
