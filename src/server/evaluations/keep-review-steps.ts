import type { z } from 'zod';
import { refuseDay } from '#domain/calendar/refusals.ts';
import type { keepReviewSteps as contract } from '#domain/evaluations/contract.ts';
import type { MemberReview } from '#domain/evaluations/grading-rules.ts';
import { refuseEvaluation } from '#domain/evaluations/refusals.ts';
import { datedSteps, demandOrder, demandSeason, demandStage } from '#domain/evaluations/review-stages.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { demandBranch } from './branch-reads.ts';
import { reviewsOf, reviewText, ruleOfYear } from './review-reads.ts';
import { writeReview } from './write-review.ts';

/**
 * The days of 学习动员, 自评, 互评; the first time this opens the evaluation of the year (D-21).
 * @throws NoMemberResult, ReviewNotOpenYet, ReviewOver, ReviewAtOtherStage, StepUnknown, StepsOutOfOrder, DayInFuture, FactChanged
 */
export async function keepReviewSteps(call: Call, { organisation, year, version, steps }: z.output<typeof contract.input>): Promise<{ review: string; version: number }> {
  await demandIn(call, 'keepMemberReviews', organisation);
  await demandBranch(call, organisation);
  const { result } = await ruleOfYear(call.tx, year);
  demandSeason(year, call.today);
  const kept: readonly string[] = (result.course ?? []).map(({ id }) => id).filter((id) => id !== datedSteps.ballot && id !== datedSteps.grading);
  if (steps.some(({ step }) => !kept.includes(step)) || new Set(steps.map(({ step }) => step)).size < steps.length) throw refuseEvaluation('StepUnknown', {});
  const late = steps.find(({ day }) => day > call.today);
  if (late) throw refuseDay('DayInFuture', { day: late.day, today: call.today });

  const [before] = await reviewsOf(call.tx, [organisation], year);
  if ((before?.version ?? null) !== version) throw refuseFact('FactChanged', { read: version ?? 0, current: before?.version ?? 0 });
  if (before) demandStage(before.state, 'keepSteps');
  const opened: MemberReview = {
    organisation, year, stage: 'opened', steps, ballots: null, pin: null, members: [], gradedOn: null, deciders: [], approvedOn: null, movedOn: call.today,
  };
  const state = before ? { ...before.state, steps } : opened;
  demandOrder(result, state);
  return writeReview(call, before, state, before && await reviewText(call.tx, before));
}
