import type { z } from 'zod';
import { demand } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { restoreOrganisation as contract } from '#domain/orgs/contract.ts';
import { refuseOrganisation } from '#domain/orgs/refusals.ts';
import { demandFit, demandOwnName } from '#domain/orgs/structure.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { lineage } from './organisation-reads.ts';
import { lockedStructure } from './tree-lock-reads.ts';

/** Takes a dissolution back. People, posts and teams that went elsewhere or ended with it stay as they are. */
export async function restoreOrganisation(call: Call, input: z.output<typeof contract.input>): Promise<{ id: string; version: number }> {
  const { organisation, version } = input;
  const structure = await lockedStructure(call.tx);
  const before = structure.get(organisation);
  if (!before) throw refuse('NotFound', {});
  demand(call.actor, 'editOrganisations', await lineage(call.tx, organisation, before.dissolved ?? call.today));
  if (before.dissolved === null) throw refuseOrganisation('OrganisationNotDissolved', {});

  const state = { ...before, dissolved: null };
  const last = state.placements.at(-1);
  demandFit(structure, state.category, last?.parent ?? null, last?.from ?? state.founded, null);
  demandOwnName(structure, organisation, state);
  const entry = await amendFact(call, { kind: 'organisation', factId: organisation, version, state });
  call.audit({ kind: 'organisation', id: organisation, organisation });
  return { id: organisation, version: entry.version };
}
