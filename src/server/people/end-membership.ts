import type { z } from 'zod';
import { addDays } from '#domain/calendar/civil-date.ts';
import { demandOpenDay } from '#domain/calendar/open-year.ts';
import type { endMembership as contract } from '#domain/people/contract.ts';
import { demandFreeDays } from '#domain/people/membership.ts';
import { refusePeople } from '#domain/people/refusals.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { followMembership } from './follow-membership.ts';
import { membershipToChange } from './membership-to-change.ts';

/** The person leaves the bureau with a day; posts and places in teams end with it, what was counted stays. */
export async function endMembership(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { membership, version, to } = input;
  const { spells, spell } = await membershipToChange(call, membership);
  demandOpenDay(to, call.today);
  if (spell.state.to !== null) throw refusePeople('MembershipEnded', { to: spell.state.to });
  const next = { ...spell.state, to };
  demandFreeDays(spells, membership, next);

  const followed = await followMembership(call, spell.state, null, addDays(to, 1));
  const entry = await amendFact(call, { kind: 'membership', factId: membership, version, state: next });
  call.audit({ kind: 'person', id: next.person, organisation: next.organisation, details: { to } });
  return { id: membership, version: entry.version, ...followed };
}
