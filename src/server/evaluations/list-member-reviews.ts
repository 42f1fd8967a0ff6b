import type { z } from 'zod';
import { scopesOf } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { placesOf } from '#domain/engine/grading.ts';
import { schemeBook } from '#domain/engine/scheme-book.ts';
import type { listMemberReviews as contract, ReviewLine } from '#domain/evaluations/contract.ts';
import { participants } from '#domain/evaluations/grading-rules.ts';
import { opensOn } from '#domain/evaluations/review-stages.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { branchesAmong } from '#server/points/points-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { reviewsOf } from './review-reads.ts';

/** 各支部年度综合评价: how far each branch is, by its number; nobody is ranked. */
export async function listMemberReviews(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx, actor, today } = call;
  const years = await yearsOf(tx, today);
  const year = input.year ?? years[0] ?? Number(today.slice(0, 4));
  const scopes = [...new Set([...scopesOf(actor, 'readMemberReviews'), ...scopesOf(actor, 'keepMemberReviews')])];
  if (scopes.length === 0) throw refuse('NotFound', {});
  const branches = await branchesAmong(tx, await subtree(tx, scopes, today));
  const reviews = new Map((await reviewsOf(tx, branches.map(({ id }) => id), year)).map((it) => [it.state.organisation, it]));
  const best = schemeBook(await adoptedSchemes(tx)).forWindow(String(year))?.scheme.results.find(({ of }) => of === 'member')?.grades?.[0];
  const objected = await objectedIn(tx, [...reviews.values()].map(({ factId }) => factId));
  const items = branches.map((organisation): ReviewLine => {
    const entry = reviews.get(organisation.id);
    const taking = entry?.state.pin ? participants(entry.state.members) : [];
    return {
      organisation, stage: entry?.state.stage ?? 'none', taking: taking.length, graded: taking.filter(({ grade }) => grade !== null).length,
      best: taking.filter(({ grade }) => grade !== null && grade === best?.id).length,
      places: best?.quota === undefined || taking.length === 0 ? null : placesOf(best.quota, taking.length),
      objected: entry ? objected.get(entry.factId) ?? 0 : 0, movedOn: entry?.state.movedOn ?? null,
    };
  });
  return { year, years, items, mayReadReference: scopesOf(actor, 'readAwardReference').length > 0 };
}

/** Years of a scheme whose evaluation has begun, the latest first: the one of which work is in hand stands first. */
export async function yearsOf(tx: Tx, today: string): Promise<number[]> {
  const [first] = await adoptedSchemes(tx);
  if (!first) return [];
  const [from, now] = [Number(first.from.slice(0, 4)), Number(today.slice(0, 4))];
  const last = today >= opensOn(now) || now === from ? now : now - 1;
  return Array.from({ length: last - from + 1 }, (_, at) => last - at);
}

async function objectedIn(tx: Tx, reviews: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.many<{ review: string; count: number }>(sql`
    SELECT review_id AS review, count(*)::int AS count FROM member_result WHERE review_id = ANY(${[...reviews]}::uuid[]) AND stage = 'objected' GROUP BY review_id`);
  return new Map(rows.map((it) => [it.review, it.count]));
}
