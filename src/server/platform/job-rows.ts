import type { Words } from '#domain/words/words.ts';
import type { Tx } from './database.ts';
import { sql, type Sql } from './sql.ts';

/** A job in the hands of one runner; `attempts` tells this turn from any other, so that a runner that slept cannot write. */
export interface TakenJob {
  readonly id: string;
  readonly kind: string;
  readonly account: string;
  readonly input: unknown;
  readonly attempts: number;
  readonly cancelAsked: boolean;
}

/** A runner that has not reported for so long has died. It reports every few seconds. */
const DEAD_AFTER_SECONDS = 30;

/** Takes the oldest job that waits or whose runner has died; no other runner gets the same one. */
export const takeJob = (tx: Tx, kinds: readonly string[]): Promise<TakenJob | undefined> =>
  tx.one<TakenJob>(sql`
    UPDATE job SET state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, now()), alive_at = now(), done = 0, total = NULL, doing = NULL
    WHERE id = (
      SELECT id FROM job
      WHERE kind = ANY(${[...kinds]}) AND (state = 'waiting' OR (state = 'running' AND alive_at < now() - make_interval(secs => ${DEAD_AFTER_SECONDS})))
      ORDER BY created_at FOR UPDATE SKIP LOCKED LIMIT 1)
    RETURNING id, kind, account_id AS account, input, attempts, cancel_asked AS "cancelAsked"`);

const mine = (job: TakenJob): Sql => sql`id = ${job.id} AND attempts = ${job.attempts} AND state = 'running'`;

/** Reports that the runner lives; undefined when the job is no longer in its hands. */
export const reportAlive = (tx: Tx, job: TakenJob): Promise<{ cancelAsked: boolean } | undefined> =>
  tx.one(sql`UPDATE job SET alive_at = now() WHERE ${mine(job)} RETURNING cancel_asked AS "cancelAsked"`);

export const reportProgress = (tx: Tx, job: TakenJob, doing: Words, done: number, total: number | null): Promise<{ cancelAsked: boolean } | undefined> =>
  tx.one(sql`UPDATE job SET alive_at = now(), doing = ${JSON.stringify(doing)}, done = ${done}, total = ${total}
    WHERE ${mine(job)} RETURNING cancel_asked AS "cancelAsked"`);

/** Ends the job; false when it was cancelled or is no longer in the hands of this runner. */
export async function endJob(tx: Tx, job: TakenJob, state: 'done' | 'refused' | 'failed' | 'cancelled', result: unknown): Promise<boolean> {
  const notCancelled = state === 'done' ? sql`AND NOT cancel_asked` : sql``;
  const ended = await tx.run(sql`UPDATE job SET state = ${state}, result = ${JSON.stringify(result ?? null)}, ended_at = now(), done = coalesce(total, done)
    WHERE ${mine(job)} ${notCancelled}`);
  return ended === 1;
}

/** Puts the job back for the next start or another node. */
export const releaseJob = (tx: Tx, job: TakenJob): Promise<number> =>
  tx.run(sql`UPDATE job SET state = 'waiting', attempts = attempts - 1 WHERE ${mine(job)}`);
