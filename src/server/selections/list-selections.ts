import type { z } from 'zod';
import { scopesOf } from '#domain/access/policy.ts';
import { holds } from '#domain/activities/holders.ts';
import { byNumber } from '#domain/orgs/number-order.ts';
import type { listCandidates as candidatesContract, listSelections as contract } from '#domain/selections/contract.ts';
import { personCards } from '#server/activities/name-reads.ts';
import { referenceOf } from '#server/evaluations/reference-reads.ts';
import { withNameKeys } from '#server/facts/name-key-reads.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import { organisationsOn, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { demandInside } from '#server/registers/use-reads.ts';
import { heldSelection, selectionsWhere, viewOf } from './selection-reads.ts';

/** 评选表彰 of a year (S0-31): the evaluation is its reference, people choose. */
export async function listSelections(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  demandInside(call);
  const { tx, actor, today } = call;
  const [latest] = await tx.many<{ year: number }>(sql`SELECT max(year) AS year FROM award_selection`);
  const year = input.year ?? latest?.year ?? Number(today.slice(0, 4));
  const items: z.output<typeof contract.output>['items'] = [];
  for (const selection of await selectionsWhere(call, sql`s.year = ${year}`)) items.push(await viewOf(call, selection));
  const places = new Set(await subtree(tx, scopesOf(actor, 'runSelections'), today));
  const opening = (await organisationsOn(tx, today)).filter(({ id, category }) => places.has(id) && holds('committee', category)).toSorted(byNumber);
  return { year, items, opening: opening.map(({ id, shortName }) => ({ id, name: shortName })) };
}

/** 可推荐人选 of a branch: by number, without points; whether anybody is proposed is for its committee. */
export async function listCandidates(call: Call, { selection: id, organisation }: z.output<typeof candidatesContract.input>): Promise<z.output<typeof candidatesContract.output>> {
  const selection = await heldSelection(call, id);
  await demandIn(call, 'nominateMembers', organisation);
  const reference = await referenceOf(call.tx, [organisation], selection.year);
  const listed = reference.branches.find((it) => it.organisation === organisation);
  const cards = await personCards(call.tx, listed?.persons ?? []);
  const items = [...cards.values()].filter((person) => !selection.nominations.some(({ nominee }) => nominee === person.id));
  return { items: await withNameKeys(call.tx, items.toSorted((left, right) => (left.number < right.number ? -1 : 1))), conditions: [...reference.conditions], approved: listed !== undefined };
}
