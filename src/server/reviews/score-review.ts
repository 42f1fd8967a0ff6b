import type { z } from 'zod';
import type { scoreReview as contract } from '#domain/reviews/contract.ts';
import { refuseReview } from '#domain/reviews/refusals.ts';
import { pinSeq } from '#server/facts/pin-seq.ts';
import { openMonths } from '#server/months/closing-reads.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { knownAt } from '#server/points/known-reads.ts';
import { branchesReviewed } from './review-reads.ts';
import { demandStep, writeStep } from './review-steps.ts';
import { scoreBranches } from './score-branches.ts';

/**
 * 核分: the year of every branch as facts prove it, pinned to what the log knows at this moment, with the grade that the
 * score proposes. Until a body decides it may be scored again, when something that was missing has come.
 * @throws YearNotOver, MonthsNotLocked, StepNotNext, FactChanged, NoBranchResult
 */
export async function scoreReview(call: Call, read: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  // Whoever is recording ends first, so that nothing below the number can come later.
  const seq = await pinSeq(call.tx);
  const entry = await demandStep(call, 'runReviews', read, ['opened', 'scored']);
  const { organisation, year } = entry.state;
  if (call.today <= `${year}-12-31`) throw refuseReview('YearNotOver', { year });
  const open = await openMonths(call.tx, await lineage(call.tx, organisation, call.today), year);
  if (open.length > 0) throw refuseReview('MonthsNotLocked', { year, open: open.join('、') });
  const places = await branchesReviewed(call, organisation, year);
  const { rule, pin, branches } = scoreBranches(await knownAt(call.tx, seq), places.map(({ id }) => id), year, call.today);
  const state = { ...entry.state, result: rule.result.id, stage: 'scored' as const, pin, branches: [...branches] };
  return { ...(await writeStep(call, entry, state)), branches: branches.length, gaps: branches.filter(({ gaps }) => gaps.length > 0).length };
}
