import type { z } from 'zod';
import { demand } from '#domain/access/policy.ts';
import { demandPastDay } from '#domain/calendar/open-year.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { changeOrganisation as contract } from '#domain/orgs/contract.ts';
import { corrected, demandOwnName } from '#domain/orgs/structure.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import { belongingTo } from '#server/people/person-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { lineage } from './organisation-reads.ts';
import { lockedStructure } from './tree-lock-reads.ts';

/** Another name, number, category or founding day; where it hangs and when it ended are other acts. */
export async function changeOrganisation(call: Call, input: z.output<typeof contract.input>): Promise<{ id: string; version: number }> {
  const { organisation, version, ...change } = input;
  const structure = await lockedStructure(call.tx);
  const before = structure.get(organisation);
  if (!before) throw refuse('NotFound', {});
  demand(call.actor, 'editOrganisations', await lineage(call.tx, organisation, before.dissolved ?? call.today));
  demandPastDay(change.founded, call.today);
  const { firstUse } = await belongingTo(call.tx, organisation, null);
  const state = corrected(structure, organisation, before, change, firstUse);
  demandOwnName(structure, organisation, state);

  const entry = await amendFact(call, { kind: 'organisation', factId: organisation, version, state });
  call.audit({ kind: 'organisation', id: organisation, organisation });
  return { id: organisation, version: entry.version };
}
