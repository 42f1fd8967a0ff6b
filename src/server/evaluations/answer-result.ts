import type { z } from 'zod';
import { refuseDay } from '#domain/calendar/refusals.ts';
import { refuseEvaluation } from '#domain/evaluations/refusals.ts';
import { regraded } from '#domain/evaluations/regrading.ts';
import type { answerResult as contract } from '#domain/evaluations/result-contract.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { moveResult, resultOf } from './move-result.ts';
import type { ResultEntry } from './result-reads.ts';
import { demandOtherBranch, reviewText, ruleOfYear } from './review-reads.ts';
import { writeReview } from './write-review.ts';

type Input = z.output<typeof contract.input>;
type Moved = z.output<typeof contract.output>;

/**
 * The office, which approved it, answers. Upheld, either the organs committee changes the grade at a meeting, or the evaluation
 * goes back to the branch, which decides anew; no answer changes a number.
 * @throws ResultNotDisputed, OwnResult, OwnBranch, and what {@link regrade} refuses
 */
export async function answerResult(call: Call, { result, version, verdict, words, regrade: correction }: Input): Promise<Moved> {
  const entry = await resultOf(call, result);
  await demandIn(call, 'answerResults', entry.state.organisation);
  if (call.actor.person === null || call.actor.person === entry.state.person) throw refuseEvaluation('OwnResult', {});
  await demandOtherBranch(call, entry.state.organisation);
  if (entry.state.stage !== 'objected') throw refuseEvaluation('ResultNotDisputed', {});
  if (verdict === 'upheld' && correction !== null) return regrade(call, entry, version, correction, words);
  const moved = await moveResult(call, entry, version, { stage: 'answered', verdict }, { words });
  const review = verdict === 'upheld' ? await factOf(call.tx, 'memberReview', entry.state.review) : undefined;
  if (review?.state.stage === 'approved') {
    await writeReview(call, review, { ...review.state, stage: 'returned', approvedOn: null }, { ...(await reviewText(call.tx, review)), returned: words });
  }
  return moved;
}

/**
 * 改评 by those who approve: a version of the evaluation in which the grade stands as it should have from the start, and one of
 * what the member was told; the versions before keep the grade that he had.
 * @throws NotAllowed, RegradeNotApproved, DayInFuture, FactChanged, and what the rule refuses
 */
async function regrade(call: Call, entry: ResultEntry, version: number, { grade, day, minutes, talkedOn }: NonNullable<Input['regrade']>, words: string): Promise<Moved> {
  const { state } = entry;
  await demandIn(call, 'approveMemberReviews', state.organisation);
  // Of two who change grades in one branch at once the second is told so, because both amend this version.
  const review = await factOf(call.tx, 'memberReview', state.review);
  if (review?.state.stage !== 'approved') throw refuseEvaluation('RegradeNotApproved', {});
  if (day > call.today) throw refuseDay('DayInFuture', { day, today: call.today });
  const { result } = await ruleOfYear(call.tx, state.year);
  const members = regraded(result, review.state.members, { person: state.person, grade, reason: words, talkedOn }, day);
  const moved = await moveResult(call, entry, version, { stage: 'answered', verdict: 'upheld', grade, regraded: { from: state.grade, on: day } }, { words, reason: words, minutes });
  const text = await reviewText(call.tx, review);
  await writeReview(call, review, { ...review.state, members }, { ...text, reasons: { ...text.reasons, [state.person]: words } });
  return moved;
}
