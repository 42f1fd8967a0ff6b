import type { z } from 'zod';
import { demand } from '#domain/access/policy.ts';
import { demandOpenDay } from '#domain/calendar/open-year.ts';
import type { transferPerson as contract } from '#domain/people/contract.ts';
import { transferred } from '#domain/people/membership.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { followMembership } from './follow-membership.ts';
import { demandHomeBranch } from './home-branch.ts';
import { spellsOf } from './person-reads.ts';
import { demandAnother, lockPerson } from './person-rights.ts';
import { recordParticulars } from './record-particulars.ts';

/**
 * From a day on the person belongs elsewhere, or has another stage, group or kind. The day may lie back in an open year:
 * then the months since are counted anew. Needs the right at the old home and at the new one.
 */
export async function transferPerson(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { person, version, ...belonging } = input;
  await demandAnother(call, person);
  demand(call.actor, 'editPeople', await lineage(call.tx, belonging.organisation, call.today));
  demandOpenDay(belonging.from, call.today);
  await lockPerson(call.tx, person);
  const next = { person, ...belonging, to: null };
  await demandHomeBranch(call.tx, next);
  const { ended, begun } = transferred(await spellsOf(call.tx, person), next, version);

  const followed = ended ? await followMembership(call, ended.state, begun, begun.from) : { endedPosts: 0, endedTeams: 0 };
  if (ended) await amendFact(call, { kind: 'membership', factId: ended.factId, version: ended.version, state: ended.state });
  const entry = await recordFact(call, { kind: 'membership', state: begun });
  await recordParticulars(call, person);
  call.audit({ kind: 'person', id: person, organisation: begun.organisation, details: { from: begun.from, left: ended?.state.organisation ?? null } });
  return { id: entry.factId, version: entry.version, ...followed };
}
