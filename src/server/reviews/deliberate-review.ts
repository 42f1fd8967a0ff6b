import type { z } from 'zod';
import type { deliberateReview as contract, returnReview as returnContract } from '#domain/reviews/contract.ts';
import { deliberated } from '#domain/reviews/deliberation.ts';
import { isNamed } from '#domain/reviews/notice.ts';
import { refuseReview } from '#domain/reviews/refusals.ts';
import { backTo, type BranchReview, isBefore, listedIn } from '#domain/reviews/review.ts';
import type { Call } from '#server/platform/call.ts';
import { namesOf } from '#server/points/points-reads.ts';
import { pinnedRule } from './review-reads.ts';
import { demandDay, demandStep, writeStep } from './review-steps.ts';

/**
 * 机关党委研究: the grades that the committee proposes, with day and number of its minutes. Where everybody proposed was
 * named in a notice already, that notice stands.
 * @throws StepNotNext, StepBeforeLast, FactChanged, and what `deliberated` refuses
 */
export async function deliberateReview(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const entry = await demandStep(call, 'deliberateReviews', input, ['scored']);
  const rule = await pinnedRule(call.tx, entry.state);
  if (rule === null || entry.state.pin === null) throw refuseReview('NoBranchResult', { year: entry.state.year });
  demandDay(call, input.on, entry.state.pin.date);
  const names = await namesOf(call.tx, [], [...entry.state.branches.map((it) => it.organisation), ...input.grades.map((it) => it.organisation)]);
  const branches = deliberated(entry.state.branches, rule.result, input, (id) => names[id] ?? id);
  const decided: BranchReview = { ...entry.state, branches, deliberatedOn: input.on };
  const stands = entry.state.notice !== null && isNamed(entry.state.notice, listedIn(decided, rule.result));
  const state: BranchReview = stands ? { ...decided, stage: 'noticed' } : { ...decided, stage: 'deliberated', notice: null };
  return { ...(await writeStep(call, entry, state, { minutes: input.minutes, reasons: reasonsOf(input) })), stage: state.stage };
}

/** Branch by branch, beside the log. */
function reasonsOf({ places, grades }: Pick<z.output<typeof contract.input>, 'places' | 'grades'>): Record<string, string> {
  const shared = places.flatMap(({ organisations, reason }) => organisations.map((id) => [id, reason] as const));
  return Object.fromEntries([...shared, ...grades.flatMap(({ organisation, reason }) => (reason === '' ? [] : [[organisation, reason] as const]))]);
}

/** 退回 to an earlier step with a reason; what was circulated is only revised. @throws StepNotNext, FactChanged */
export async function returnReview(call: Call, { to, reason, ...read }: z.output<typeof returnContract.input>): Promise<{ review: string; version: number }> {
  const entry = await demandStep(call, 'deliberateReviews', read, ['scored', 'deliberated', 'noticed', 'approved']);
  if (!isBefore(to, entry.state.stage)) throw refuseReview('StepNotNext', { stage: entry.state.stage });
  return writeStep(call, entry, backTo(entry.state, to), { back: reason });
}
