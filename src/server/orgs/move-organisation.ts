import type { z } from 'zod';
import { demand } from '#domain/access/policy.ts';
import { demandOpenDay } from '#domain/calendar/open-year.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { moveOrganisation as contract } from '#domain/orgs/contract.ts';
import { moved } from '#domain/orgs/structure.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { lineage } from './organisation-reads.ts';
import { lockedStructure } from './tree-lock-reads.ts';

/** From a day on it hangs under another one; before that day nothing changes. Needs the right at both places. */
export async function moveOrganisation(call: Call, input: z.output<typeof contract.input>): Promise<{ id: string; version: number }> {
  const { organisation, version, parent, from } = input;
  const structure = await lockedStructure(call.tx);
  const before = structure.get(organisation);
  if (!before || !structure.has(parent)) throw refuse('NotFound', {});
  demand(call.actor, 'editOrganisations', await lineage(call.tx, organisation, before.dissolved ?? call.today));
  demand(call.actor, 'editOrganisations', await lineage(call.tx, parent, call.today));
  demandOpenDay(from, call.today);

  const state = moved(structure, organisation, before, parent, from);
  const entry = await amendFact(call, { kind: 'organisation', factId: organisation, version, state });
  call.audit({ kind: 'organisation', id: organisation, organisation, details: { parent, from } });
  return { id: organisation, version: entry.version };
}
