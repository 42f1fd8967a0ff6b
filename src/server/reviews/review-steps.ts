import type { ActName } from '#domain/access/acts.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import { refuseReview } from '#domain/reviews/refusals.ts';
import type { BranchReview, ReviewStage } from '#domain/reviews/review.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import type { FactText } from '#server/facts/fact-text.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { ReviewEntry } from './review-reads.ts';

export interface ReadReview {
  readonly review: string;
  readonly version: number;
}

/**
 * The review that somebody read, for a step that follows where it stands.
 * @throws NotFound, NotAllowed, StepNotNext, FactChanged
 */
export async function demandStep(call: Call, act: ActName, { review, version }: ReadReview, from: readonly ReviewStage[]): Promise<ReviewEntry> {
  const entry = await factOf(call.tx, 'branchReview', review);
  if (!entry) throw refuse('NotFound', {});
  await demandIn(call, act, entry.state.organisation);
  if (!from.includes(entry.state.stage)) throw refuseReview('StepNotNext', { stage: entry.state.stage });
  if (entry.version !== version) throw refuseFact('FactChanged', { read: version, current: entry.version });
  return entry;
}

/** A step is not before the one it follows, nor after today. @throws StepBeforeLast */
export function demandDay({ today }: Call, on: string, least: string): void {
  if (on < least || on > today) throw refuseReview('StepBeforeLast', { least, most: today });
}

/** The next version of a review; texts of a step stand beside the log. */
export async function writeStep(call: Call, { factId, version }: ReviewEntry, state: BranchReview, text?: FactText): Promise<{ review: string; version: number }> {
  const entry = await amendFact(call, { kind: 'branchReview', factId, version, state, text });
  auditStep(call, factId, state, entry.version);
  return { review: factId, version: entry.version };
}

export const auditStep = (call: Call, review: string, { organisation, year }: BranchReview, version: number): void =>
  call.audit({ kind: 'branchReview', id: review, organisation, details: { year, version } });
