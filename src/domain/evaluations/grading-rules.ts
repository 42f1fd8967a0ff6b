import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { placesOf } from '#domain/engine/grading.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { Grade, Result } from '#domain/schemes/format/result-shape.ts';
import { refuseEvaluation } from './refusals.ts';

export type MemberReview = FactState<'memberReview'>;
export type ReviewedMember = MemberReview['members'][number];

/** What the committee decided on one member. */
export interface GivenGrade {
  readonly person: string;
  readonly grade: string;
  readonly reason: string;
  /** When it was talked over with him and he was heard; null where nobody talked to him. */
  readonly talkedOn: CivilDate | null;
}

export interface GradingMeeting {
  readonly day: CivilDate;
  readonly deciders: readonly string[];
  /** Who sits on the committee that day. */
  readonly committee: readonly string[];
}

/** Whoever takes part in the places: all members but those who are not evaluated (D-23). */
export const participants = (members: readonly ReviewedMember[]): readonly ReviewedMember[] => members.filter(({ exempt }) => exempt === null);

/** Who decided on one member: those present without himself, because nobody decides his own grade. */
export const decidersOf = (person: string, deciders: readonly string[]): readonly string[] => deciders.filter((one) => one !== person);

/** How many places a grade has; null where it has no quota. */
export const placesIn = ({ quota }: Grade, members: readonly ReviewedMember[]): number | null =>
  (quota === undefined ? null : placesOf(quota, participants(members).length));

/**
 * 组织评定: whether the committee may grade so. The formula only proposes; a grade that differs needs its reason, and a
 * lower one, or one that no formula gives, that it was talked over with the member and he was heard.
 * @throws PersonNotEvaluated, GradeUnknown, GradeBelowThreshold, GradeAboveVeto, GradeNeedsReason, GradeNeedsTalk, GradesOverCap,
 *   DeciderNotOnCommittee, DecidersTooFew, OwnGrade
 */
export function demandGrades(result: Result, members: readonly ReviewedMember[], given: readonly GivenGrade[], meeting: GradingMeeting): void {
  demandBody(meeting);
  const taking = new Map(participants(members).map((one) => [one.person, one]));
  if (new Set(given.map(({ person }) => person)).size < given.length) throw refuseEvaluation('PersonNotEvaluated', {});
  for (const one of given) {
    const member = taking.get(one.person);
    if (!member) throw refuseEvaluation('PersonNotEvaluated', {});
    if (decidersOf(one.person, meeting.deciders).length === 0) throw refuseEvaluation('OwnGrade', {});
    demandGrade(result, member, one, meeting.day);
  }
  for (const grade of result.grades ?? []) {
    const places = placesIn(grade, members);
    const count = given.filter((one) => one.grade === grade.id).length;
    if (places !== null && count > places) throw refuseEvaluation('GradesOverCap', { grade: grade.label, quota: grade.quota ?? '', among: taking.size, places, count });
  }
}

/** 支委会 decides with half or more of its members (D-24). */
function demandBody({ deciders, committee }: GradingMeeting): void {
  if (new Set(deciders).size < deciders.length || deciders.some((one) => !committee.includes(one))) throw refuseEvaluation('DeciderNotOnCommittee', {});
  const needed = Math.ceil(committee.length / 2);
  if (deciders.length === 0 || deciders.length < needed) throw refuseEvaluation('DecidersTooFew', { present: deciders.length, needed: Math.max(1, needed) });
}

/**
 * Whether one member may have a grade, by whichever body: threshold, veto, and what a departure from the proposal needs.
 * @param day of the meeting; a talk comes before it
 * @throws GradeUnknown, GradeAboveVeto, GradeBelowThreshold, GradeNeedsReason, GradeNeedsTalk
 */
export function demandGrade({ grades = [], vetoes = [] }: Result, member: ReviewedMember, { grade: id, reason, talkedOn }: Omit<GivenGrade, 'person'>, day: CivilDate): void {
  const at = grades.findIndex((one) => one.id === id);
  const grade = grades[at];
  if (!grade) throw refuseEvaluation('GradeUnknown', {});
  const barring = vetoes.find((veto) => member.vetoes.includes(veto.id) && (veto.atMost === 'out' || grades.findIndex((one) => one.id === veto.atMost) > at));
  if (barring) throw refuseEvaluation('GradeAboveVeto', { grade: grade.label, veto: barring.label });
  if (grade.atLeast !== undefined && (member.value ?? -1) < grade.atLeast) throw refuseEvaluation('GradeBelowThreshold', { grade: grade.label, atLeast: grade.atLeast, value: member.value });
  if (id !== member.proposed && reason.trim().length < 2) throw refuseEvaluation('GradeNeedsReason', { grade: grade.label });
  const proposedAt = grades.findIndex((one) => one.id === member.proposed);
  const lower = grade.decided === true || (proposedAt >= 0 && at > proposedAt);
  if (lower && (talkedOn === null || talkedOn > day)) throw refuseEvaluation('GradeNeedsTalk', { grade: grade.label });
}
