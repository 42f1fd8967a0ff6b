import type { z } from 'zod';
import type { fileSelfReview as contract } from '#domain/reviews/branch-contract.ts';
import { refuseReview } from '#domain/reviews/refusals.ts';
import { pinSeq } from '#server/facts/pin-seq.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { reviewsReaching, selfReviewsOf } from './review-reads.ts';
import { scoreBranchNow } from './score-branches.ts';

/**
 * 支部自评: the branch has looked at its year as facts prove it and says so, with a remark; nothing is typed over.
 * It may do so again until the office scores.
 * @throws SelfReviewClosed, YearNotOver, NoBranchResult
 */
export async function fileSelfReview(call: Call, { organisation, year, remark }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const seq = await pinSeq(call.tx);
  await demandIn(call, 'fileSelfReviews', organisation);
  const review = (await reviewsReaching(call.tx, organisation, year)).find(({ state }) => state.revision === 0);
  if (review?.state.stage !== 'opened') throw refuseReview('SelfReviewClosed', {});
  if (call.today <= `${year}-12-31`) throw refuseReview('YearNotOver', { year });
  const { rule, pin, branch } = await scoreBranchNow(call, organisation, year, seq);
  const state = { organisation, result: rule.result.id, year, score: branch.score, ...pin, groundsHash: branch.groundsHash, filedOn: call.today };
  const [before] = await selfReviewsOf(call.tx, [organisation], year);
  const entry = before
    ? await amendFact(call, { kind: 'selfReview', factId: before.fact, version: before.version, state, text: { remark } })
    : await recordFact(call, { kind: 'selfReview', state, text: { remark } });
  call.audit({ kind: 'selfReview', id: entry.factId, organisation, details: { year, version: entry.version } });
  return { selfReview: entry.factId, filedOn: call.today };
}
