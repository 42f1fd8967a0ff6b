import type { z } from 'zod';
import { refuseDay } from '#domain/calendar/refusals.ts';
import type { approveMemberReview as approveContract, returnMemberReview as returnContract } from '#domain/evaluations/contract.ts';
import { demandComplete, demandStage } from '#domain/evaluations/review-stages.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { demandOtherBranch, reviewAt, reviewText, ruleOfYear } from './review-reads.ts';
import { tellMembers } from './tell-members.ts';
import { writeReview } from './write-review.ts';

/** 退回 with its reason, to be graded anew. @throws ReviewAtOtherStage, OwnBranch, FactChanged */
export async function returnMemberReview(call: Call, { review, version, reason }: z.output<typeof returnContract.input>): Promise<{ review: string; version: number }> {
  const entry = await reviewAt(call, review, version);
  await demandIn(call, 'returnMemberReviews', entry.state.organisation);
  await demandOtherBranch(call, entry.state.organisation);
  demandStage(entry.state, 'return');
  return writeReview(call, entry, { ...entry.state, stage: 'returned' }, { ...(await reviewText(call.tx, entry)), returned: reason });
}

/** 审定 by the organs committee; with it every member is told his own. @throws ReviewAtOtherStage, OwnBranch, ReviewHasGaps, DayInFuture, FactChanged */
export async function approveMemberReview(call: Call, { review, version, day, document }: z.output<typeof approveContract.input>): Promise<z.output<typeof approveContract.output>> {
  const entry = await reviewAt(call, review, version);
  await demandIn(call, 'approveMemberReviews', entry.state.organisation);
  await demandOtherBranch(call, entry.state.organisation);
  demandStage(entry.state, 'approve');
  if (day > call.today) throw refuseDay('DayInFuture', { day, today: call.today });
  demandComplete((await ruleOfYear(call.tx, entry.state.year)).result, entry.state);
  const text = { ...(await reviewText(call.tx, entry)), document };
  const moved = await writeReview(call, entry, { ...entry.state, stage: 'approved', approvedOn: day }, text);
  return { ...moved, told: await tellMembers(call, review, entry.state, text) };
}
