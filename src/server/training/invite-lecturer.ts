import type { z } from 'zod';
import { may } from '#domain/access/policy.ts';
import { holds } from '#domain/activities/holders.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { answerInvitation as answerContract, inviteLecturer as contract, withdrawInvitation as withdrawContract } from '#domain/training/contract.ts';
import { refuseTraining } from '#domain/training/refusals.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import { heldOrganisation } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { entriesInUse, registerOfUse } from '#server/registers/use-reads.ts';
import { demandInvitation, type Invitation, invitationsWhere } from './invitation-reads.ts';

type Saved = z.output<typeof contract.output>;

/**
 * 邀请讲师 of the register for a day and a topic. Nothing follows from it for any result, so it is kept in rows of its own
 * and not in the log. @throws LecturerTermOver, InvitationDayPast, InvitationThere, BranchesInvite
 */
export async function inviteLecturer(call: Call, { organisation, entry, day, topic }: z.output<typeof contract.input>): Promise<Saved> {
  await demandIn(call, 'planSessions', organisation);
  const place = await heldOrganisation(call.tx, organisation);
  if (place === undefined || !holds('branch', place.category)) throw refuseTraining('BranchesInvite', {});
  const person = await demandAppointed(call, entry, day);
  // Two who invite for one branch at the same moment: the second sees the first.
  await call.tx.many(sql`SELECT id FROM organisation WHERE id = ${organisation} FOR NO KEY UPDATE`);
  const open = (await invitationsWhere(call, sql`i.organisation_id = ${organisation} AND i.person_id = ${person}`)).filter(({ stage }) => stage === 'asked' || stage === 'accepted');
  if (open.some((it) => (it.agreed ?? it.wished) === day)) throw refuseTraining('InvitationThere', { day });
  const invitation = newId();
  await call.tx.run(sql`INSERT INTO lecturer_invitation (id, organisation_id, entry_id, person_id, day, topic, account_id, asked_by, asked_on)
    VALUES (${invitation}, ${organisation}, ${entry}, ${person}, ${day}, ${topic}, ${call.actor.account}, ${call.actor.person}, ${call.today})`);
  call.audit({ kind: 'invitation', id: invitation, organisation, details: { day } });
  return { invitation };
}

/** The lecturer of an entry of the register whose term covers a day that is still to come. @throws NotFound, LecturerTermOver, InvitationDayPast */
async function demandAppointed(call: Call, entry: string, day: CivilDate): Promise<string> {
  const register = await registerOfUse(call, 'lecturers');
  const [found] = register === undefined ? [] : await entriesInUse(call, register, sql`r.fact_id = ${entry}`);
  const person = found?.state.persons[0]?.person;
  if (found === undefined || person === undefined) throw refuse('NotFound', {});
  if (day < call.today) throw refuseTraining('InvitationDayPast', { today: call.today });
  const { day: from, until } = found.state;
  if (day < from || (until !== null && day > until)) throw refuseTraining('LecturerTermOver', { from, until });
  return person;
}

/**
 * The lecturer, or the office for him, accepts with a day or declines with a reason.
 * @throws InvitationAnswered, InvitationSettled, AcceptNeedsDay, DeclineNeedsReason, InvitationDayPast, LecturerTermOver
 */
export async function answerInvitation(call: Call, { invitation: id, verdict, day, reason }: z.output<typeof answerContract.input>): Promise<Saved> {
  const { invitation, above } = await demandInvitation(call, id);
  const permission = may(call.actor, 'enterOfficeRegisters', above);
  if (invitation.person !== call.actor.person && !permission.allowed) throw refuse('NotAllowed', permission.words);
  if (invitation.stage === 'accepted') throw refuseTraining('InvitationAnswered', {});
  if (invitation.stage !== 'asked') throw refuseTraining('InvitationSettled', { stage: invitation.stage });
  if (verdict === 'declined' && reason === '') throw refuseTraining('DeclineNeedsReason', {});
  if (verdict === 'accepted' && day === null) throw refuseTraining('AcceptNeedsDay', {});
  if (verdict === 'accepted' && day !== null) await demandAppointed(call, invitation.entry, day);
  await say(call, invitation, verdict, verdict === 'accepted' ? day : null, reason);
  return { invitation: id };
}

/** The branch lets it be. @throws InvitationSettled */
export async function withdrawInvitation(call: Call, { invitation: id, reason }: z.output<typeof withdrawContract.input>): Promise<Saved> {
  const { invitation, above } = await demandInvitation(call, id);
  const permission = may(call.actor, 'planSessions', above);
  if (!permission.allowed) throw refuse('NotAllowed', permission.words);
  if (invitation.stage !== 'asked' && invitation.stage !== 'accepted') throw refuseTraining('InvitationSettled', { stage: invitation.stage });
  await say(call, invitation, 'withdrawn', null, reason);
  return { invitation: id };
}

async function say(call: Call, { invitation, organisation, stage: before }: Invitation, stage: 'accepted' | 'declined' | 'withdrawn', day: CivilDate | null, reason: string): Promise<void> {
  await call.tx.run(sql`INSERT INTO invitation_answer (invitation_id, number, stage, day, reason, account_id, person_id, answered_on)
    SELECT ${invitation}, 1 + count(*), ${stage}, ${day}::date, ${reason}, ${call.actor.account}, ${call.actor.person}::uuid, ${call.today}::date
    FROM invitation_answer said WHERE said.invitation_id = ${invitation}`);
  call.audit({ kind: 'invitation', id: invitation, organisation, details: { stage }, before: { stage: before } });
}
