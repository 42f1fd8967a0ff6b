import type { z } from 'zod';
import { may } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { listOwnResults as ownContract, listResultsOfReview as listContract, MemberResultSheet, MemberResultView, readMemberResult as contract } from '#domain/evaluations/result-contract.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { cardsOf, namesOf } from '#server/points/points-reads.ts';
import { groundsOfMember } from './read-member-year.ts';
import { resultsOf, resultsOfPerson, viewOfResult } from './result-reads.ts';

/** One's own years, the latest first; nobody sees another's here. */
export async function listOwnResults(call: Call): Promise<z.output<typeof ownContract.output>> {
  const entries = call.actor.person === null ? [] : await resultsOfPerson(call.tx, call.actor.person);
  const items: MemberResultView[] = [];
  for (const entry of entries.toSorted((left, right) => right.state.year - left.state.year)) items.push(await viewOfResult(call, entry));
  return { items };
}

/** One result with its grounds as they were pinned: the member's own, or of those one answers for. */
export async function readMemberResult(call: Call, { result }: z.output<typeof contract.input>): Promise<MemberResultSheet> {
  const entry = await factOf(call.tx, 'memberResult', result);
  if (!entry) throw refuse('NotFound', {});
  const { state } = entry;
  const above = await lineage(call.tx, state.organisation, call.today);
  if (call.actor.person !== state.person && !may(call.actor, 'readMemberReviews', above).allowed) throw refuse('NotFound', {});
  const { scheme, schemeVersion, evaluator, asOfSeq, date } = state;
  const review = await factOf(call.tx, 'memberReview', state.review);
  const { grounds, names, recomputes } = await groundsOfMember(call, above, {
    year: state.year, person: state.person, state: { pin: { scheme, schemeVersion, evaluator, asOfSeq, date }, members: review?.state.members ?? [] },
  });
  return { ...(await viewOfResult(call, entry)), grounds, names, recomputes };
}

/** What the members of a branch were told, by their numbers. */
export async function listResultsOfReview(call: Call, { review }: z.output<typeof listContract.input>): Promise<z.output<typeof listContract.output>> {
  const { tx } = call;
  const entry = await factOf(tx, 'memberReview', review);
  if (!entry) throw refuse('NotFound', {});
  const { organisation, year } = entry.state;
  await demandIn(call, 'readMemberReviews', organisation);
  const byPerson = new Map((await resultsOf(tx, review)).map((it) => [it.state.person, it]));
  const items: MemberResultView[] = [];
  for (const { id } of await cardsOf(tx, [...byPerson.keys()])) {
    const found = byPerson.get(id);
    if (found) items.push(await viewOfResult(call, found));
  }
  return { organisation: { id: organisation, name: (await namesOf(tx, [], [organisation]))[organisation] ?? '' }, year, items };
}
