import type { z } from 'zod';
import { demand } from '#domain/access/policy.ts';
import { demandOpenDay } from '#domain/calendar/open-year.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { dissolveOrganisation as contract } from '#domain/orgs/contract.ts';
import { dissolved } from '#domain/orgs/structure.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import { belongingTo } from '#server/people/person-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { lineage } from './organisation-reads.ts';
import { lockedStructure } from './tree-lock-reads.ts';

/** The organisation ends with a day, if nobody and nothing belongs to it any more. */
export async function dissolveOrganisation(call: Call, input: z.output<typeof contract.input>): Promise<{ id: string; version: number }> {
  const { organisation, version, day } = input;
  const structure = await lockedStructure(call.tx);
  const before = structure.get(organisation);
  if (!before) throw refuse('NotFound', {});
  demand(call.actor, 'editOrganisations', await lineage(call.tx, organisation, before.dissolved ?? call.today));
  demandOpenDay(day, call.today);
  // Whoever is entering somebody right now holds the branch; we wait here and then count that person as well.
  await lastEntry(call.tx, organisation);
  const { peopleAfter } = await belongingTo(call.tx, organisation, day);

  const state = dissolved(structure, organisation, before, day, peopleAfter);
  const entry = await amendFact(call, { kind: 'organisation', factId: organisation, version, state });
  call.audit({ kind: 'organisation', id: organisation, organisation, details: { day } });
  return { id: organisation, version: entry.version };
}
