import type { BranchDesk } from '#domain/boards/contract.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import type { Call } from '#server/platform/call.ts';
import { reviewsReaching, selfReviewsOf } from '#server/reviews/review-reads.ts';

/** Last year's self-review while the branch has still to file it; before the year is over nobody files one. */
export async function selfReviewToFile({ tx, today }: Call, organisation: string): Promise<BranchDesk['selfReview']> {
  const year = yearOf(today) - 1;
  const open = (await reviewsReaching(tx, organisation, year)).find(({ state }) => state.revision === 0 && state.stage === 'opened');
  if (!open || (await selfReviewsOf(tx, [organisation], year)).length > 0) return null;
  return { year, until: open.state.selfUntil, overdue: open.state.selfUntil < today };
}
