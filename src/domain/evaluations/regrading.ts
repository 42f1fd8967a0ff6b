import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Result } from '#domain/schemes/format/result-shape.ts';
import { demandGrade, type GivenGrade, participants, placesIn, type ReviewedMember } from './grading-rules.ts';
import { refuseEvaluation } from './refusals.ts';

/**
 * 改评: what an upheld objection to a grade makes of the evaluation of a branch, as if the grade had been given so from the start
 * (A-12, P12). Nobody else's grade moves, so a better one needs a place that is free: the cap is never passed (P11).
 * @param day of the meeting that decides
 * @throws PersonNotEvaluated, GradeStays, NoPlaceLeft, and what {@link demandGrade} refuses
 */
export function regraded(result: Result, members: readonly ReviewedMember[], given: GivenGrade, day: CivilDate): ReviewedMember[] {
  const taking = participants(members);
  const member = taking.find(({ person }) => person === given.person);
  if (!member) throw refuseEvaluation('PersonNotEvaluated', {});
  demandGrade(result, member, given, day);
  const grade = (result.grades ?? []).find(({ id }) => id === given.grade);
  if (!grade) throw refuseEvaluation('GradeUnknown', {});
  if (member.grade === grade.id) throw refuseEvaluation('GradeStays', { grade: grade.label });
  const places = placesIn(grade, members);
  const taken = taking.filter((one) => one.grade === grade.id).length;
  if (places !== null && taken >= places) throw refuseEvaluation('NoPlaceLeft', { grade: grade.label, quota: grade.quota ?? '', among: taking.length, places, taken });
  return members.map((one) => (one === member ? { ...one, grade: grade.id, talkedOn: given.talkedOn ?? one.talkedOn } : one));
}
