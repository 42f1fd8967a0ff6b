import type { MemberReview } from '#domain/evaluations/grading-rules.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { noText, type ReviewEntry, type ReviewText } from './review-reads.ts';

/** One evaluation moves on; its words are kept whole with each version. */
export async function writeReview(call: Call, before: ReviewEntry | undefined, state: MemberReview, text: ReviewText | undefined): Promise<{ review: string; version: number }> {
  const words = { ...noText, ...text };
  const moved = { ...state, movedOn: call.today };
  const entry = before
    ? await amendFact(call, { kind: 'memberReview', factId: before.factId, version: before.version, state: moved, text: words })
    : await recordFact(call, { kind: 'memberReview', state: moved, text: words });
  call.audit({ kind: 'memberReview', id: entry.factId, organisation: state.organisation, details: { year: state.year, version: entry.version } });
  return { review: entry.factId, version: entry.version };
}
