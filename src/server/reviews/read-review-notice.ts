import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { readReviewNotice as contract } from '#domain/reviews/branch-contract.ts';
import { noticeEnd } from '#domain/reviews/notice.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { namesOf } from '#server/points/points-reads.ts';
import { calendarAround } from './review-clock-reads.ts';
import { pinnedRule } from './review-reads.ts';

/** 公示 for everybody of the bureau: who is proposed, until when and where to object; nobody else and no points (finding 14). */
export async function readReviewNotice(call: Call, { review }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx } = call;
  const entry = await factOf(tx, 'branchReview', review);
  if (!entry?.state.notice || call.actor.person === null) throw refuse('NotFound', {});
  const { organisation, notice, year } = entry.state;
  const rule = await pinnedRule(tx, entry.state);
  const branches = await tx.many<{ id: string; name: string; fullName: string }>(sql`
    SELECT id, short_name AS name, name AS "fullName" FROM organisation WHERE id = ANY(${[...notice.listed]}::uuid[]) ORDER BY number`);
  const { provisional } = noticeEnd(await calendarAround(tx, notice.from), notice.from);
  return {
    organisation: { id: organisation, name: (await namesOf(tx, [], [organisation]))[organisation] ?? '' }, year, grade: rule?.result.grades?.[0]?.label ?? { zh: '', en: '' },
    from: notice.from, until: notice.until, provisional, branches,
  };
}
