import type { z } from 'zod';
import type { approveReview as approveContract, circulateReview as circulateContract, issueReviewNotice as noticeContract } from '#domain/reviews/contract.ts';
import { demandNoticeLong, demandNoticeOver, isNamed } from '#domain/reviews/notice.ts';
import { refuseReview } from '#domain/reviews/refusals.ts';
import { listedIn } from '#domain/reviews/review.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { calendarAround, openObjectionsTo } from './review-clock-reads.ts';
import { pinnedRule, type ReviewEntry } from './review-reads.ts';
import { demandDay, demandStep, writeStep } from './review-steps.ts';

type Moved = Promise<{ review: string; version: number }>;

/** 公示 from today: only those proposed for the best grade are named. @throws StepNotNext, NobodyToList, NoticeTooShort, FactChanged */
export async function issueReviewNotice(call: Call, { until, ...read }: z.output<typeof noticeContract.input>): Moved {
  const entry = await demandStep(call, 'runReviews', read, ['deliberated']);
  const listed = await listedOf(call.tx, entry);
  if (listed.length === 0) throw refuseReview('NobodyToList', {});
  demandNoticeLong(await calendarAround(call.tx, call.today), call.today, until);
  return writeStep(call, entry, { ...entry.state, stage: 'noticed', notice: { from: call.today, until, listed: [...listed] } });
}

/**
 * 局党委审定 after the notice is over and every objection is settled. The committee approves what was proposed; what it
 * does not approve goes back to be decided anew.
 * @throws StepNotNext, StepBeforeLast, NoticeMissing, NoticeNotOver, NoticeProvisional, ObjectionOpen, FactChanged
 */
export async function approveReview(call: Call, { on, document, ...read }: z.output<typeof approveContract.input>): Moved {
  const entry = await demandStep(call, 'approveReviews', read, ['deliberated', 'noticed']);
  const { state } = entry;
  const listed = await listedOf(call.tx, entry);
  if (listed.length > 0) {
    if (state.notice === null || !isNamed(state.notice, listed)) throw refuseReview('NoticeMissing', {});
    demandNoticeOver(await calendarAround(call.tx, state.notice.from), state.notice, on);
  }
  demandDay(call, on, state.deliberatedOn ?? on);
  const open = await openObjectionsTo(call, entry);
  if (open.length > 0) throw refuseReview('ObjectionOpen', { count: open.length });
  return writeStep(call, entry, { ...state, stage: 'approved', approvedOn: on }, { approval: document });
}

/** 通报 with its number; from now on a changed number makes a revision. @throws StepNotNext, StepBeforeLast, FactChanged */
export async function circulateReview(call: Call, { on, document, ...read }: z.output<typeof circulateContract.input>): Moved {
  const entry = await demandStep(call, 'runReviews', read, ['approved']);
  demandDay(call, on, entry.state.approvedOn ?? on);
  return writeStep(call, entry, { ...entry.state, stage: 'circulated', circulatedOn: on }, { circular: document });
}

async function listedOf(tx: Tx, { state }: ReviewEntry): Promise<readonly string[]> {
  const rule = await pinnedRule(tx, state);
  if (rule === null) throw refuseReview('NoBranchResult', { year: state.year });
  return listedIn(state, rule.result);
}
