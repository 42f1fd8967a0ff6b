import type { z } from 'zod';
import { may } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { readMemberYear as contract } from '#domain/evaluations/contract.ts';
import type { MemberReview } from '#domain/evaluations/grading-rules.ts';
import { membersOfYear } from '#domain/evaluations/members-year.ts';
import { refuseEvaluation } from '#domain/evaluations/refusals.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { groundsNames } from '#server/points/grounds-name-reads.ts';
import { hashOfGrounds } from '#server/points/known-reads.ts';
import { shownGrounds } from '#server/points/shown-grounds-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { membersOf, readingNow, readingPinned, reviewsOf } from './review-reads.ts';

type Output = z.output<typeof contract.output>;

/** Why a member's year is what it is: as it was pinned, before that as facts have it now. @throws NoMemberResult, PersonNotEvaluated */
export async function readMemberYear(call: Call, { organisation, year, person }: z.output<typeof contract.input>): Promise<Output> {
  const above = await lineage(call.tx, organisation, call.today);
  if (!may(call.actor, 'readMemberReviews', above).allowed) throw refuse('NotFound', {});
  const [entry] = await reviewsOf(call.tx, [organisation], year);
  const members = await membersOf(call, organisation, year, entry?.state.ballots?.day ?? null);
  if (!members.some(({ id }) => id === person)) throw refuseEvaluation('PersonNotEvaluated', {});
  return groundsOfMember(call, above, { year, person, state: entry?.state ?? null });
}

interface Asked {
  readonly year: number;
  readonly person: string;
  readonly state: Pick<MemberReview, 'pin' | 'members'> | null;
}

/** The grounds as the reader may see them; the member himself sees all of his own. */
export async function groundsOfMember(call: Call, above: readonly string[], { year, person, state }: Asked): Promise<Output> {
  const { tx, actor } = call;
  const pin = state?.pin ?? null;
  const reading = pin === null ? await readingNow(call, [person], year) : await readingPinned(tx, { year, seq: pin.asOfSeq, date: pin.date });
  const [found] = membersOfYear(reading, [person], year);
  if (!found) throw refuseEvaluation('PersonNotEvaluated', {});
  const pinned = pin === null ? undefined : state?.members.find((one) => one.person === person);
  const grounds = actor.person === person ? found.grounds : shownGrounds(actor, above, found.grounds, reading.book.forWindow(String(year)));
  return {
    value: pinned ? pinned.value : found.value, grounds, names: await groundsNames(tx, grounds, await adoptedSchemes(tx)),
    recomputes: !pinned || (pinned.groundsHash === hashOfGrounds(found.grounds) && pinned.value === found.value),
  };
}
