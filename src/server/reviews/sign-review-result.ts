import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { signReviewResult as contract } from '#domain/reviews/branch-contract.ts';
import { refuseReview } from '#domain/reviews/refusals.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { receiptsOf } from './receipt-reads.ts';

/**
 * 签收 of what a circulated review decided on a branch, by its secretary or deputy: that it was received, and no consent;
 * whoever disputes it objects. A revision is signed for by itself.
 * @throws ReviewNotCirculated, ReviewSignedAlready
 */
export async function signReviewResult(call: Call, { organisation, review, remark }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx, actor, today } = call;
  await demandIn(call, 'signFeedback', organisation);
  const entry = await factOf(tx, 'branchReview', review);
  if (!entry?.state.branches.some((it) => it.organisation === organisation)) throw refuse('NotFound', {});
  if (entry.state.stage !== 'circulated') throw refuseReview('ReviewNotCirculated', {});
  // Of two who sign at once the second waits here for the first, and finds it.
  const added = await tx.many(sql`INSERT INTO review_receipt (review_id, organisation_id, remark, account_id, person_id, signed_on)
    VALUES (${review}, ${organisation}, ${remark}, ${actor.account}, ${actor.person}, ${today}) ON CONFLICT DO NOTHING RETURNING review_id`);
  if (added.length === 0) {
    const signed = (await receiptsOf(tx, review)).find((it) => it.organisation === organisation);
    throw refuseReview('ReviewSignedAlready', { on: signed?.on ?? today });
  }
  call.audit({ kind: 'branchReview', id: review, organisation, details: { year: entry.state.year } });
  return { review, signedOn: today };
}
