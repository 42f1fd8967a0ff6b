import type { z } from 'zod';
import { may } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { readOrganisation as contract } from '#domain/orgs/contract.ts';
import { postsOf } from '#server/people/person-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { inclusionCardOf } from './inclusion-reads.ts';
import { lineage, structureOf } from './organisation-reads.ts';
import { nodesOn } from './read-organisations.ts';

/** One organisation as of a day (its last one if it has ended), with its places in time and the holders of its posts. */
export async function readOrganisation(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const structure = await structureOf(call.tx);
  const state = structure.get(input.organisation);
  if (!state) throw refuse('NotFound', {});
  const wanted = input.day ?? call.today;
  const day = state.dissolved !== null && state.dissolved < wanted ? state.dissolved : wanted;
  const organisation = (await nodesOn(call, day)).find((it) => it.id === input.organisation);
  if (!organisation) throw refuse('NotFound', {});
  const placements = state.placements.map(({ parent, from }) => ({
    parent, from, parentName: parent === null ? null : structure.get(parent)?.shortName ?? null,
  }));
  const above = await lineage(call.tx, input.organisation, day);
  const seesPeople = may(call.actor, 'readPeople', above).allowed;
  return { organisation, placements, inclusion: await inclusionCardOf(call, input.organisation, above), ...(seesPeople ? { posts: await postsOf(call.tx, input.organisation, day) } : {}) };
}
