import type { JobProgress } from '#domain/jobs/contract.ts';
import type { Words } from '#domain/words/words.ts';
import type { Tx } from './database.ts';
import { sql, type Sql } from './sql.ts';

export interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly account: string;
  readonly input: unknown;
  readonly state: JobProgress['state'];
  readonly done: number;
  readonly total: number | null;
  readonly doing: Words | null;
  readonly result: unknown;
  readonly cancelAsked: boolean;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

const JOB = sql`id, kind, account_id AS account, input, state, done, total, doing, result, cancel_asked AS "cancelAsked", created_at AS "createdAt", ended_at AS "endedAt"`;

/** Jobs of one account, newest first. */
export const jobsOf = (tx: Tx, account: string, condition: Sql): Promise<JobRow[]> =>
  tx.many<JobRow>(sql`SELECT ${JOB} FROM job WHERE account_id = ${account} AND ${condition} ORDER BY created_at DESC, id DESC LIMIT 50`);

/** A job of this account; the jobs of others do not exist for it. */
export const jobOf = (tx: Tx, account: string, job: string): Promise<JobRow | undefined> =>
  tx.one<JobRow>(sql`SELECT ${JOB} FROM job WHERE account_id = ${account} AND id = ${job}`);

/** The same, held against whoever would end or follow it at the same time. */
export const lockedJobOf = (tx: Tx, account: string, job: string): Promise<JobRow | undefined> =>
  tx.one<JobRow>(sql`SELECT ${JOB} FROM job WHERE account_id = ${account} AND id = ${job} FOR UPDATE`);

/** The job as its page shows it. */
export function progressOf(row: JobRow): JobProgress {
  const { id, kind, state, done, total, doing, cancelAsked } = row;
  const refusal = state === 'refused' || state === 'failed' ? asRefusal(row.result) : null;
  return { id, kind, state, done, total, doing, cancelAsked, refusal, createdAt: row.createdAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null };
}

// The runner writes nothing else for these two states.
const asRefusal = (result: unknown): JobProgress['refusal'] => result as JobProgress['refusal'];
