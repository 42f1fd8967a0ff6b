import type { z } from 'zod';
import { may } from '#domain/access/policy.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import type { BranchReviewOfOne, readBranchReview as contract } from '#domain/reviews/branch-contract.ts';
import type { ReviewRule } from '#domain/reviews/result-of-year.ts';
import { isBefore, type ReviewedBranch } from '#domain/reviews/review.ts';
import type { Call } from '#server/platform/call.ts';
import { namesOf } from '#server/points/points-reads.ts';
import { approvedGrades } from './history-reads.ts';
import { headOf, lineOf, reasonsIn, stepsOf, told } from './review-line-reads.ts';
import { receiptsOf } from './receipt-reads.ts';
import { pinnedRule, type ReviewEntry, type ReviewPlace, reviewsReaching, ruleFor, selfReviewsOf } from './review-reads.ts';
import { demandSight } from './review-sight-reads.ts';
import { scoreBranchNow } from './score-branches.ts';

/**
 * One branch's own review: its step, its result as pinned or as it stands now, and the grades of past years. Why bodies sent
 * it back among themselves is not told to the branches.
 */
export async function readBranchReview(call: Call, input: z.output<typeof contract.input>): Promise<BranchReviewOfOne> {
  const { tx, actor, today } = call;
  const { organisation } = input;
  const above = await demandSight(call, organisation);
  const year = input.year ?? yearOf(today) - 1;
  const reviews = await reviewsReaching(tx, organisation, year);
  // While a revision is under way, what was approved before it holds.
  const entry = reviews.findLast(({ state }) => !isBefore(state.stage, 'approved')) ?? reviews.at(-1);
  const rule = entry ? await pinnedRule(tx, entry.state) : await ruleFor(tx, year);
  const steps = entry ? await stepsOf(tx, entry.factId) : [];
  const names = await namesOf(tx, [], [organisation, ...(entry ? [entry.state.organisation] : [])]);
  const place = { id: organisation, name: names[organisation] ?? '', number: '' };
  const pinned = entry?.state.branches.find((it) => it.organisation === organisation);
  const self = (await selfReviewsOf(tx, [organisation], year))[0];
  const circulated = entry?.state.stage === 'circulated' && pinned !== undefined;
  const receipt = circulated ? (await receiptsOf(tx, entry.factId)).find((it) => it.organisation === organisation) : undefined;
  const shown = pinned ?? (rule ? (await scoreBranchNow(call, organisation, year)).branch : undefined);
  return {
    organisation: { id: organisation, name: place.name }, year, by: entry ? { id: entry.state.organisation, name: names[entry.state.organisation] ?? '' } : null,
    result: rule && {
      id: rule.result.id, label: rule.result.label, tied: rule.result.tied ?? 'decide', parts: rule.result.parts.map(({ id, label, weight }) => ({ id, label, weight: weight ?? null })),
    },
    scheme: rule && { label: rule.version.scheme.label, version: rule.version.scheme.version },
    grades: (rule?.result.grades ?? []).map(({ id, label, atLeast }) => ({ id, label, atLeast: atLeast ?? null })),
    head: entry ? await headOf(call, entry, steps) : null, steps: told(steps).map((it) => (it.back && !may(actor, 'readReviews', above).allowed ? { ...it, words: '' } : it)),
    line: rule && { ...lineFor(entry, rule, place, shown, reasonsIn(steps)[organisation], self), receipt: receipt ? { on: receipt.on, by: receipt.by, remark: receipt.remark } : null },
    live: pinned === undefined && shown !== undefined,
    years: (await approvedGrades(tx, [organisation])).map(({ year: past, score, label }) => ({ year: past, score, grade: label })),
    objection: actor.person !== null && may(actor, 'raiseObjections', above).allowed ? rule?.version.scheme.indicators?.id ?? null : null,
    may: { self: entry?.state.stage === 'opened' && entry.state.revision === 0 && today > `${year}-12-31` && may(actor, 'fileSelfReviews', above).allowed, sign: circulated && receipt === undefined && may(actor, 'signFeedback', above).allowed },
  };
}

/** Until the grades are approved a branch sees its score, and neither a grade nor its reason: nothing is decided. */
function lineFor(entry: ReviewEntry | undefined, rule: ReviewRule, place: ReviewPlace, shown: ReviewedBranch | undefined, reason: unknown, self: Parameters<typeof lineOf>[4]) {
  const decided = entry !== undefined && !isBefore(entry.state.stage, 'approved');
  const branch = shown && (decided ? shown : { ...shown, proposed: null, grade: null });
  return lineOf(place, branch, rule, decided ? reason : '', self);
}
