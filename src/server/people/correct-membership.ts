import type { z } from 'zod';
import { demand } from '#domain/access/policy.ts';
import { addDays } from '#domain/calendar/civil-date.ts';
import { demandPastDay } from '#domain/calendar/open-year.ts';
import type { correctMembership as contract } from '#domain/people/contract.ts';
import { demandFreeDays, type MembershipState, type Spell } from '#domain/people/membership.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { followMembership } from './follow-membership.ts';
import { demandHomeBranch } from './home-branch.ts';
import { membershipToChange } from './membership-to-change.ts';
import { recordParticulars } from './record-particulars.ts';

/** A membership that was entered wrongly holds from its beginning as it is corrected now. */
export async function correctMembership(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { membership, version, ...change } = input;
  const { spells, spell } = await membershipToChange(call, membership);
  demand(call.actor, 'editPeople', await lineage(call.tx, change.organisation, call.today));
  demandPastDay(change.from, call.today);
  if (change.to) demandPastDay(change.to, call.today);
  const next = { ...spell.state, ...change };
  demandFreeDays(spells, membership, next);
  await demandHomeBranch(call.tx, next);

  const entry = await amendFact(call, { kind: 'membership', factId: membership, version, state: next });
  // What hung on an older spell is history that a correction does not rewrite.
  const followed = spells.at(-1)?.factId === membership ? await follow(call, spell, next) : { endedPosts: 0, endedTeams: 0 };
  await recordParticulars(call, next.person);
  call.audit({ kind: 'person', id: next.person, organisation: next.organisation, details: { from: next.from, to: next.to } });
  return { id: membership, version: entry.version, ...followed };
}

const follow = (call: Call, before: Spell, after: MembershipState): Promise<{ endedPosts: number; endedTeams: number }> =>
  after.to === null ? followMembership(call, before.state, after, after.from) : followMembership(call, before.state, null, addDays(after.to, 1));
