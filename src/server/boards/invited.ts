import { addDays } from '#domain/calendar/civil-date.ts';
import type { InvitationRow } from '#domain/training/contract.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { invitationRows, invitationsWhere } from '#server/training/invitation-reads.ts';

const DAYS_AHEAD = 14;

/** Invitations that wait for my answer as a lecturer. */
export async function invitedMe(call: Call): Promise<InvitationRow[]> {
  if (call.actor.person === null) return [];
  const found = await invitationsWhere(call, sql`i.person_id = ${call.actor.person}`);
  return invitationRows(call, found.filter(({ stage }) => stage === 'asked'));
}

/** Lectures that a branch was promised and has not recorded yet, the nearest first. */
export async function promisedTo(call: Call, organisation: string): Promise<InvitationRow[]> {
  const found = await invitationsWhere(call, sql`i.organisation_id = ${organisation}`);
  const until = addDays(call.today, DAYS_AHEAD);
  const open = found.filter(({ stage, agreed }) => stage === 'accepted' && agreed !== null && agreed <= until);
  return invitationRows(call, open.toSorted((left, right) => ((left.agreed ?? '') < (right.agreed ?? '') ? -1 : 1)));
}
