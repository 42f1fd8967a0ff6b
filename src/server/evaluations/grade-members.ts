import type { z } from 'zod';
import { refuseDay } from '#domain/calendar/refusals.ts';
import type { gradeMembers as gradeContract, submitMemberReview as submitContract } from '#domain/evaluations/contract.ts';
import { demandGrades } from '#domain/evaluations/grading-rules.ts';
import { demandComplete, demandOrder, demandStage } from '#domain/evaluations/review-stages.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { decidersOn, reviewAt, reviewText, ruleOfYear } from './review-reads.ts';
import { writeReview } from './write-review.ts';

type Moved = { review: string; version: number };

/**
 * 组织评定: the grades as the branch committee decided them, with its minutes and who was there. The formula only
 * proposes; of himself nobody decided (D-23, D-24).
 * @throws NotBallotedYet, ReviewAtOtherStage, what the grades refuse, StepsOutOfOrder, DayInFuture, FactChanged
 */
export async function gradeMembers(call: Call, { review, version, day, minutes, deciders, grades }: z.output<typeof gradeContract.input>): Promise<Moved> {
  const entry = await reviewAt(call, review, version);
  const { organisation, year } = entry.state;
  await demandIn(call, 'gradeMembers', organisation);
  demandStage(entry.state, 'grade');
  if (day > call.today) throw refuseDay('DayInFuture', { day, today: call.today });
  const { result } = await ruleOfYear(call.tx, year);
  const committee = (await decidersOn(call, organisation, day)).map(({ id }) => id);
  demandGrades(result, entry.state.members, grades, { day, deciders, committee });

  const given = new Map(grades.map((one) => [one.person, one]));
  const members = entry.state.members.map((member) => ({ ...member, grade: given.get(member.person)?.grade ?? null, talkedOn: given.get(member.person)?.talkedOn ?? null }));
  const state = { ...entry.state, stage: 'graded' as const, members, gradedOn: day, deciders };
  demandOrder(result, state);
  const reasons = Object.fromEntries(grades.filter(({ reason }) => reason !== '').map(({ person, reason }) => [person, reason]));
  return writeReview(call, entry, state, { ...(await reviewText(call.tx, entry)), minutes, reasons });
}

/** 提请审定: everybody graded, every step dated. @throws NotBallotedYet, ReviewAtOtherStage, ReviewHasGaps, FactChanged */
export async function submitMemberReview(call: Call, { review, version }: z.output<typeof submitContract.input>): Promise<Moved> {
  const entry = await reviewAt(call, review, version);
  await demandIn(call, 'submitMemberReviews', entry.state.organisation);
  demandStage(entry.state, 'submit');
  demandComplete((await ruleOfYear(call.tx, entry.state.year)).result, entry.state);
  return writeReview(call, entry, { ...entry.state, stage: 'submitted' }, { ...(await reviewText(call.tx, entry)), returned: '' });
}
