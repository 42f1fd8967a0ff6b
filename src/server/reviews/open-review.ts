import type { z } from 'zod';
import type { moveSelfReviewDay as moveContract, openReview as contract, reviseReview as reviseContract } from '#domain/reviews/contract.ts';
import { refuseReview } from '#domain/reviews/refusals.ts';
import { backTo, type BranchReview } from '#domain/reviews/review.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { overlapping, reviewsOf, ruleFor } from './review-reads.ts';
import { auditStep, demandStep, writeStep } from './review-steps.ts';

/** 布置年度考核: from December on the branches may be asked to review their year. @throws ReviewTooEarly, ReviewExists, SelfReviewEndsInPast, NoBranchResult */
export async function openReview(call: Call, { organisation, year, selfUntil }: z.output<typeof contract.input>): Promise<{ review: string; version: number }> {
  await demandIn(call, 'runReviews', organisation);
  if (call.today < `${year}-12-01`) throw refuseReview('ReviewTooEarly', { year });
  if (selfUntil < call.today) throw refuseReview('SelfReviewEndsInPast', { today: call.today });
  const rule = await ruleFor(call.tx, year);
  if (rule === null) throw refuseReview('NoBranchResult', { year });
  const there = await overlapping(call.tx, organisation, year);
  if (there) throw refuseReview('ReviewExists', { year, name: there.name });
  const state: BranchReview = {
    organisation, result: rule.result.id, year, revision: 0, stage: 'opened', selfUntil, pin: null, branches: [], deliberatedOn: null, notice: null, approvedOn: null, circulatedOn: null,
  };
  const entry = await recordFact(call, { kind: 'branchReview', state });
  auditStep(call, entry.factId, state, entry.version);
  return { review: entry.factId, version: entry.version };
}

/** 调整自评截止日, while the branches are at work, with the reason. @throws StepNotNext, SelfReviewEndsInPast, SelfReviewDayStays, FactChanged */
export async function moveSelfReviewDay(call: Call, { selfUntil, reason, ...read }: z.output<typeof moveContract.input>): Promise<{ review: string; version: number }> {
  const entry = await demandStep(call, 'runReviews', read, ['opened']);
  if (selfUntil < call.today) throw refuseReview('SelfReviewEndsInPast', { today: call.today });
  if (selfUntil === entry.state.selfUntil) throw refuseReview('SelfReviewDayStays', {});
  return writeStep(call, entry, { ...entry.state, selfUntil }, { moved: reason });
}

/**
 * 修订: what was circulated stays as it was, and a review of its own goes through all the steps again. The year must be
 * open for what is to be put right, by an upheld objection or by a leader's reopening.
 * @throws StepNotNext, RevisionRunning, FactChanged
 */
export async function reviseReview(call: Call, { reason, ...read }: z.output<typeof reviseContract.input>): Promise<{ review: string; version: number; revision: number }> {
  const { state: before } = await demandStep(call, 'deliberateReviews', read, ['circulated']);
  const revision = before.revision + 1;
  if ((await reviewsOf(call.tx, before.organisation, before.year)).some((it) => it.state.revision >= revision)) throw refuseReview('RevisionRunning', { revision });
  const state: BranchReview = { ...backTo(before, 'opened'), revision };
  const entry = await recordFact(call, { kind: 'branchReview', state, text: { back: reason } });
  auditStep(call, entry.factId, state, entry.version);
  return { review: entry.factId, version: entry.version, revision };
}
