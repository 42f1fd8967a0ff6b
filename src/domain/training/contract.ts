import { z } from 'zod';
import { organisationCard, personCard } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';

const year = z.coerce.number().int().min(2000).max(2199);
const count = z.number().int().min(0);

/** `held` is never said by anybody: a session of the branch names the lecturer. */
export const invitationStage = z.enum(['asked', 'accepted', 'declined', 'withdrawn', 'held']);
export type InvitationStage = z.infer<typeof invitationStage>;

export const invitationRow = z.strictObject({
  invitation: id, lecturer: personCard, subject: z.string(), organisation: organisationCard, topic: z.string(),
  /** What the branch wished for, and what was agreed on. */
  wished: civilDate, agreed: civilDate.nullable(),
  stage: invitationStage,
  /** Why it was declined or taken back. */
  reason: z.string(),
  askedBy: z.string().nullable(), askedOn: civilDate, answeredBy: z.string().nullable(), answeredOn: civilDate.nullable(),
  /** The session by which it is closed. */
  session: z.strictObject({ id, day: civilDate }).nullable(),
  may: z.strictObject({ answer: z.boolean(), withdraw: z.boolean(), record: z.boolean() }),
});
export type InvitationRow = z.output<typeof invitationRow>;

const lecture = z.strictObject({ session: id, day: civilDate, organisation: organisationCard, topic: z.string().nullable() });
export const lecturerRow = z.strictObject({
  entry: id, lecturer: personCard, home: z.string().nullable(), subject: z.string(), from: civilDate, until: civilDate.nullable(),
  /** Whether the term covers today. */
  serving: z.boolean(),
  /** Sessions of the year that name him as a speaker; what was said there only where one may see the session. */
  given: z.array(lecture),
  /** Invitations of the year to him, of those one may see. */
  invited: count,
});
export type LecturerRow = z.output<typeof lecturerRow>;

export const listLecturers = contract({
  name: 'listLecturers', method: 'GET', path: '/lecturers',
  summary: { zh: '业务讲师名册', en: 'In-house lecturers with what they gave in a year' },
  input: z.strictObject({ year: year.optional() }),
  output: z.strictObject({
    year: z.number().int(),
    /** The register they stand in; null where the scheme keeps none. */
    register: z.string().nullable(),
    items: z.array(lecturerRow),
    /** Branches for which one may invite. */
    inviting: z.array(organisationCard),
  }),
  refusals: [],
});

export const listInvitations = contract({
  name: 'listInvitations', method: 'GET', path: '/lecturer-invitations',
  summary: { zh: '授课邀请', en: 'Invitations of lecturers of a year, those that wait first' },
  input: z.strictObject({ year: year.optional(), organisation: id.optional(), lecturer: id.optional() }),
  output: z.strictObject({ year: z.number().int(), items: z.array(invitationRow) }),
  refusals: [],
});

export const inviteLecturer = contract({
  name: 'inviteLecturer', method: 'POST', path: '/organisations/:organisation/lecturer-invitations',
  summary: { zh: '邀请讲师', en: 'Invite a lecturer to a branch' },
  input: z.strictObject({ organisation: id, entry: id, day: civilDate, topic: z.string().trim().min(2).max(200) }),
  output: z.strictObject({ invitation: id }),
  refusals: ['LecturerTermOver', 'InvitationDayPast', 'InvitationThere', 'BranchesInvite'],
});

export const answerInvitation = contract({
  name: 'answerInvitation', method: 'POST', path: '/lecturer-invitations/:invitation/answer',
  summary: { zh: '答复授课邀请', en: 'Accept an invitation with a day, or decline it with a reason' },
  input: z.strictObject({ invitation: id, verdict: z.enum(['accepted', 'declined']), day: civilDate.nullable(), reason: z.string().trim().max(200) }),
  output: z.strictObject({ invitation: id }),
  refusals: ['InvitationAnswered', 'InvitationSettled', 'AcceptNeedsDay', 'DeclineNeedsReason', 'InvitationDayPast', 'LecturerTermOver'],
});

export const withdrawInvitation = contract({
  name: 'withdrawInvitation', method: 'POST', path: '/lecturer-invitations/:invitation/withdrawal',
  summary: { zh: '撤回授课邀请', en: 'Take an invitation back' },
  input: z.strictObject({ invitation: id, reason: z.string().trim().min(1).max(200) }),
  output: z.strictObject({ invitation: id }),
  refusals: ['InvitationSettled'],
});
