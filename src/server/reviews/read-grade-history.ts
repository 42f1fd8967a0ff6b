import type { z } from 'zod';
import { may, scopesOf } from '#domain/access/policy.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { GradeHistory, readGradeHistory as contract } from '#domain/reviews/branch-contract.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import { firstRule } from './enter-past-grades.ts';
import { approvedGrades } from './history-reads.ts';
import { branchesReviewed, reviewScopes, ruleFor } from './review-reads.ts';

/** So many years before the scheme are offered to be brought along. */
const YEARS_OFFERED = 5;

/** 历年等次: of each year what was approved last, branch by branch in the order of their numbers (S1-25). */
export async function readGradeHistory(call: Call, input: z.output<typeof contract.input>): Promise<GradeHistory> {
  const { tx, actor, today } = call;
  const roots = scopesOf(actor, 'readReviews');
  if (roots.length === 0) throw refuse('NotFound', {});
  const scopes = await reviewScopes(call, roots, yearOf(today));
  const organisation = input.organisation ?? (scopes.find(({ near }) => near) ?? scopes[0])?.id ?? roots[0] ?? '';
  await demandIn(call, 'readReviews', organisation);
  const places = await branchesReviewed(call, organisation, yearOf(today));
  const known = await approvedGrades(tx, places.map(({ id }) => id));
  const years = [...new Set(known.map(({ year }) => year))].sort((one, other) => one - other);
  const first = await firstRule(tx, yearOf(today));
  const rule = (await ruleFor(tx, years.at(-1) ?? yearOf(today))) ?? first?.rule ?? null;
  const above = await lineage(tx, organisation, today);
  const entering = first !== null && may(actor, 'runReviews', above).allowed ? Array.from({ length: YEARS_OFFERED }, (_, back) => first.year - 1 - back) : [];
  return {
    organisation: { id: organisation, name: scopes.find(({ id }) => id === organisation)?.name ?? '' }, scopes: scopes.map(({ id, name }) => ({ id, name })), years, entering,
    grades: (rule?.result.grades ?? []).map(({ id, label }) => ({ id, label })),
    branches: places.map((place) => ({
      organisation: place,
      years: known.filter((it) => it.organisation === place.id).map(({ year, revision, score, grade, label }) => ({ year, revision, score, grade, label })),
    })),
  };
}
