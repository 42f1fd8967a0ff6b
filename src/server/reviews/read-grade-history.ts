import type { z } from 'zod';
import { scopesOf } from '#domain/access/policy.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { GradeHistory, readGradeHistory as contract } from '#domain/reviews/branch-contract.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { approvedGrades } from './history-reads.ts';
import { branchesReviewed, reviewScopes, ruleFor } from './review-reads.ts';

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
  const rule = await ruleFor(tx, years.at(-1) ?? yearOf(today));
  return {
    organisation: { id: organisation, name: scopes.find(({ id }) => id === organisation)?.name ?? '' }, scopes: scopes.map(({ id, name }) => ({ id, name })), years,
    grades: (rule?.result.grades ?? []).map(({ id, label }) => ({ id, label })),
    branches: places.map((place) => ({
      organisation: place,
      years: known.filter((it) => it.organisation === place.id).map(({ year, revision, score, grade, label }) => ({ year, revision, score, grade, label })),
    })),
  };
}
