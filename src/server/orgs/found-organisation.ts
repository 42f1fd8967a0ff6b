import type { z } from 'zod';
import { demand } from '#domain/access/policy.ts';
import { demandPastDay } from '#domain/calendar/open-year.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { foundOrganisation as contract } from '#domain/orgs/contract.ts';
import { demandFit, demandOwnName } from '#domain/orgs/structure.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { lineage } from './organisation-reads.ts';
import { lockedStructure } from './tree-lock-reads.ts';

/** A new organisation under an existing one, from its founding day on. */
export async function foundOrganisation(call: Call, input: z.output<typeof contract.input>): Promise<{ id: string; version: number }> {
  const { parent, founded, ...named } = input;
  const structure = await lockedStructure(call.tx);
  if (!structure.has(parent)) throw refuse('NotFound', {});
  demand(call.actor, 'editOrganisations', await lineage(call.tx, parent, call.today));
  demandPastDay(founded, call.today);
  demandFit(structure, named.category, parent, founded, null);
  const state = { ...named, founded, dissolved: null, placements: [{ parent, from: founded }] };
  demandOwnName(structure, null, state);

  const { factId, version } = await recordFact(call, { kind: 'organisation', state });
  call.audit({ kind: 'organisation', id: factId, organisation: parent });
  return { id: factId, version };
}
