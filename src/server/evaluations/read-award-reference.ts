import type { z } from 'zod';
import { scopesOf } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { readAwardReference as contract, ReferenceLine } from '#domain/evaluations/result-contract.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { branchesAmong, cardsOf } from '#server/points/points-reads.ts';
import { yearsOf } from './list-member-reviews.ts';
import { referenceOf } from './reference-reads.ts';

/**
 * 评优参考 (S0-31): by branch and number, without points: it is no rank, nothing follows from it, and nobody is shown as
 * missing (D-65). @throws NoMemberResult
 */
export async function readAwardReference(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx, actor, today } = call;
  const scopes = scopesOf(actor, 'readAwardReference');
  if (scopes.length === 0) throw refuse('NotFound', {});
  const years = await yearsOf(tx, today);
  const year = input.year ?? years[0] ?? Number(today.slice(0, 4));
  const branches = await branchesAmong(tx, await subtree(tx, scopes, today));
  const reference = await referenceOf(tx, branches.map(({ id }) => id), year);
  const items: ReferenceLine[] = [];
  for (const organisation of branches) {
    const persons = reference.branches.find((it) => it.organisation === organisation.id)?.persons ?? [];
    items.push(...(await cardsOf(tx, persons)).map((person) => ({ person, organisation, grade: reference.grade })));
  }
  return { year, years, conditions: [...reference.conditions], approved: reference.branches.length, items };
}
