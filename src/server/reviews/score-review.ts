import { z } from 'zod';
import { id } from '#domain/facts/contract.ts';
import { EVALUATOR } from '#domain/months/evaluator-version.ts';
import type { scoreReview as contract } from '#domain/reviews/contract.ts';
import { refuseReview } from '#domain/reviews/refusals.ts';
import type { ReviewRule } from '#domain/reviews/result-of-year.ts';
import type { ReviewedBranch } from '#domain/reviews/review.ts';
import { proposedFor } from '#domain/reviews/scoring.ts';
import { countedBranches } from '#server/assessments/counted-branches-reads.ts';
import { pinSeq } from '#server/facts/pin-seq.ts';
import { openMonths } from '#server/months/closing-reads.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { enqueue, type Finish, type Job, type JobKind } from '#server/platform/jobs.ts';
import { sql } from '#server/platform/sql.ts';
import { branchesReviewed, type ReviewEntry, ruleFor } from './review-reads.ts';
import { demandStep, type ReadReview, writeStep } from './review-steps.ts';
import { scoreBranchesNow } from './score-branches.ts';

export const SCORE_REVIEW = 'scoreReview';
/** What concerns so many branches is read at once: of one alone, asking for it costs more than scoring it. */
const AT_ONCE = 50;
const scoringInput = z.object({ review: id, version: z.number().int() });

/**
 * 核分: the year of every branch as facts prove it, with the grade that the score proposes, as a job. Until a body decides
 * it may be scored again, when something that was missing has come.
 * @throws YearNotOver, MonthsNotLocked, StepNotNext, FactChanged, NoBranchResult
 */
export async function scoreReview(call: Call, read: z.output<typeof contract.input>): Promise<{ job: string }> {
  const { entry: { factId, state } } = await demandScorable(call, read);
  const job = await enqueue(call, SCORE_REVIEW, { review: read.review, version: read.version });
  call.audit({ kind: 'branchReview', id: factId, organisation: state.organisation, details: { year: state.year } });
  return { job };
}

async function demandScorable(call: Call, read: ReadReview): Promise<{ readonly entry: ReviewEntry; readonly rule: ReviewRule }> {
  const entry = await demandStep(call, 'runReviews', read, ['opened', 'scored']);
  const { organisation, year } = entry.state;
  if (call.today <= `${year}-12-31`) throw refuseReview('YearNotOver', { year });
  const rule = await ruleFor(call.tx, year);
  if (rule === null) throw refuseReview('NoBranchResult', { year });
  const open = await openMonths(call.tx, await lineage(call.tx, organisation, call.today), year);
  if (open.length > 0) throw refuseReview('MonthsNotLocked', { year, open: open.join('、') });
  return { entry, rule };
}

/**
 * The scoring itself. What the score board has counted today is taken over; the rest is counted some branches at a time, so
 * that no more than their part of the log is in memory and other requests are answered in between. All are scored by what the
 * log knew when it began.
 */
async function carryOutScoring(job: Job, asked: unknown): Promise<Finish> {
  const read = scoringInput.parse(asked);
  const ground = await job.read((call) => groundOf(call, read));
  const { seq, year, date, rule: { result, version: { scheme } } } = ground;
  const branches = proposedFor(await scoredBranches(job, ground), result);
  const pin = { scheme: scheme.id, schemeVersion: scheme.version, evaluator: EVALUATOR, asOfSeq: seq, date };
  return async (call) => {
    const { entry } = await demandScorable(call, read);
    await demandUndisturbed(call, seq, year);
    return writeStep(call, entry, { ...entry.state, result: result.id, stage: 'scored', pin, branches });
  };
}

/** What is scored, by what, up to where, and what of it is known already. */
async function groundOf(call: Call, read: ReadReview) {
  // Whoever is recording ends first, so that nothing below the number can come later.
  const seq = await pinSeq(call.tx);
  const { entry: { state: { organisation, year } }, rule } = await demandScorable(call, read);
  const places = await branchesReviewed(call, organisation, year);
  return { seq, year, rule, places, date: call.today, counted: await countedBranches(call, rule, places.map((place) => place.id), year) };
}

async function scoredBranches(job: Job, { seq, year, places, counted }: Awaited<ReturnType<typeof groundOf>>): Promise<ReviewedBranch[]> {
  const scored = new Map(counted);
  const rest = places.filter((place) => !counted.has(place.id));
  for (let at = 0; at < rest.length; at += AT_ONCE) {
    const some = rest.slice(at, at + AT_ONCE);
    await job.progress({ zh: `正在核分：${some[0]?.name ?? ''}`, en: `Scoring ${some[0]?.name ?? ''}` }, counted.size + at, places.length);
    for (const branch of await job.read((call) => scoreBranchesNow(call, some.map((place) => place.id), year, seq))) scored.set(branch.organisation, branch);
  }
  await job.progress({ zh: '正在排出建议等次', en: 'Proposing grades' }, places.length, places.length);
  return places.flatMap((place) => scored.get(place.id) ?? []);
}

/** An entry that moved to another place meanwhile was perhaps read in neither. @throws ScoringDisturbed */
async function demandUndisturbed({ tx }: Call, seq: number, year: number): Promise<void> {
  const moved = await tx.one(sql`SELECT 1 FROM fact_log WHERE seq > ${seq} AND change <> 'recorded' AND left(period, 4) = ${String(year)} AND kind IN ('session', 'record', 'assignment') LIMIT 1`);
  if (moved) throw refuseReview('ScoringDisturbed', { year });
}

export const reviewJobs: readonly JobKind[] = [{ kind: SCORE_REVIEW, work: carryOutScoring }];
