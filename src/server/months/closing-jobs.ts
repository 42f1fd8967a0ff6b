import { z } from 'zod';
import type { Period } from '#domain/calendar/civil-date.ts';
import { id, period } from '#domain/facts/contract.ts';
import type { Months } from '#domain/months/contract.ts';
import { jobsOf, progressOf } from '#server/platform/account-jobs.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

export const CLOSE_MONTH = 'closeMonth';

export const closingInput = z.object({ organisation: id, period });
const closingResult = z.object({ statements: z.number().int() });

/** The newest lock of a month of the year that the actor has asked for here, under way or ended. */
export async function lockingOf({ tx, actor }: Call, organisation: string, year: number): Promise<Months['locking']> {
  const [job] = await jobsOf(tx, actor.account, sql`kind = ${CLOSE_MONTH} AND input->>'organisation' = ${organisation} AND left(input->>'period', 4) = ${String(year)}`);
  if (!job) return null;
  return {
    period: closingInput.parse(job.input).period, job: progressOf(job),
    statements: job.state === 'done' ? closingResult.parse(job.result).statements : null,
  };
}

/** Whether somebody's lock of the month is under way. */
export const isBeingLocked = async (tx: Tx, organisation: string, month: Period): Promise<boolean> => (await tx.one(sql`
  SELECT 1 FROM job WHERE kind = ${CLOSE_MONTH} AND state IN ('waiting', 'running')
    AND input->>'organisation' = ${organisation} AND input->>'period' = ${month} LIMIT 1`)) !== undefined;
