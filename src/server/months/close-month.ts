import type { z } from 'zod';
import { addMonths } from '#domain/calendar/civil-date.ts';
import type { closeMonth as contract, closeYear as yearContract } from '#domain/months/contract.ts';
import { filingOf } from '#domain/months/filing.ts';
import { dueDay } from '#domain/months/month-state.ts';
import { refuseMonth } from '#domain/months/refusals.ts';
import { refuseObjection } from '#domain/objections/refusals.ts';
import { calendarBetween } from '#server/calendar/calendar-reads.ts';
import { pinSeq } from '#server/facts/pin-seq.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import { openObjections } from '#server/objections/objection-reads.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { enqueue, type Finish, type Job } from '#server/platform/jobs.ts';
import { sql } from '#server/platform/sql.ts';
import { isUnderReview } from '#server/reviews/review-reads.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';
import { CLOSE_MONTH, closingInput, isBeingLocked } from './closing-jobs.ts';
import { closingsOf, openMonths } from './closing-reads.ts';
import { issueStatements } from './issue-statements.ts';
import { prepareStatements } from './prepare-statements.ts';

type Asked = z.output<typeof contract.input>;

/**
 * Leaves a month of everything below an organisation to be locked. What the statements of its members say takes longer
 * than a request may; what can be refused is refused at once, and again when it is carried out.
 * @throws MonthNotDue, MonthClosedAlready, MonthBeingLocked
 */
export async function closeMonth(call: Call, asked: Asked): Promise<z.output<typeof contract.output>> {
  const above = await demandDue(call, asked);
  await demandOpen(call, above, asked.period);
  if (await isBeingLocked(call.tx, asked.organisation, asked.period)) throw refuseMonth('MonthBeingLocked', { period: asked.period });
  const job = await enqueue(call, CLOSE_MONTH, asked);
  call.audit({ kind: 'job', id: job, organisation: asked.organisation, details: { window: asked.period } });
  return { job };
}

/**
 * Locks the month: its numbers are what the log knew at this moment, and what comes later is an adjustment. Nobody
 * records from this moment to the end of the transaction, so that no entry falls between the two; therefore what the
 * statements say is worked out before it, and afterwards again only of those whom something has reached meanwhile.
 */
export async function carryOutClosing(job: Job, input: unknown): Promise<Finish> {
  const asked = closingInput.parse(input);
  const prepared = await prepareStatements(job, asked.organisation, asked.period);
  return async (call) => {
    const above = await demandDue(call, asked);
    const { asOfSeq, ...closed } = await close(call, asked.organisation, above, asked.period);
    return { ...closed, statements: await issueStatements(call, asked.organisation, asked.period, asOfSeq, prepared) };
  };
}

/** 年度终审: nothing of the year is entered or amended any more. @throws YearHasOpenMonths, ObjectionsOpen, YearUnderReview, MonthClosedAlready */
export async function closeYear(call: Call, { organisation, year }: z.output<typeof yearContract.input>): Promise<z.output<typeof yearContract.output>> {
  const above = await demandIn(call, 'reopenMonths', organisation);
  const open = await openMonths(call.tx, above, year);
  if (open.length > 0) throw refuseMonth('YearHasOpenMonths', { year, open: open.join('、') });
  await demandSettled(call, organisation, year);
  if (await isUnderReview(call.tx, organisation, year)) throw refuseMonth('YearUnderReview', { year });
  const { closing, version } = await close(call, organisation, above, String(year));
  return { closing, version };
}

/** Finality waits for whatever is under objection. @throws ObjectionsOpen */
async function demandSettled(call: Call, organisation: string, year: number): Promise<void> {
  const below = [...(await subtree(call.tx, [organisation], call.today))];
  const open = await openObjections(call, sql`left(period, 4) = ${String(year)} AND organisation_id = ANY(${below}::uuid[])`);
  const waiting = await call.tx.many(sql`SELECT 1 FROM statement WHERE left(period, 4) = ${String(year)} AND organisation_id = ANY(${below}::uuid[]) AND stage IN ('objected', 'appealed')`);
  const count = open.length + waiting.length;
  if (count > 0) throw refuseObjection('ObjectionsOpen', { year, count });
}

/** An announcement may still move the day; a person who locks takes that upon himself, and no clock does it for him. */
async function demandDue(call: Call, { organisation, period }: Asked): Promise<readonly string[]> {
  const above = await demandIn(call, 'closeMonths', organisation);
  const calendar = await calendarBetween(call.tx, `${period}-01`, `${addMonths(period, 3)}-01`);
  const due = dueDay(period, calendar, filingOf(await schemeOn(call.tx, `${period}-01`)));
  if (call.today <= due.day) throw refuseMonth('MonthNotDue', { period, due: due.day });
  return above;
}

async function demandOpen({ tx }: Call, above: readonly string[], window: string): Promise<Awaited<ReturnType<typeof closingsOf>>> {
  const known = await closingsOf(tx, above, [window]);
  if (known.some(({ stage }) => stage === 'closed')) throw refuseMonth('MonthClosedAlready', { period: window });
  return known;
}

async function close(call: Call, organisation: string, above: readonly string[], window: string): Promise<{ closing: string; version: number; asOfSeq: number }> {
  const asOfSeq = await pinSeq(call.tx);
  const own = (await demandOpen(call, above, window)).find((it) => it.organisation === organisation);
  const state = { organisation, window, stage: 'closed' as const, asOfSeq };
  const entry = own
    ? await amendFact(call, { kind: 'closing', factId: own.fact, version: own.version, state })
    : await recordFact(call, { kind: 'closing', state });
  call.audit({ kind: 'closing', id: entry.factId, organisation, details: { window } });
  return { closing: entry.factId, version: entry.version, asOfSeq };
}
