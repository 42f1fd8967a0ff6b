import type { z } from 'zod';
import * as reviews from '#domain/evaluations/contract.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import type { TestBureau } from '#test/app.ts';

type Ballots = z.input<typeof reviews.enterBallots.input>;
type Grades = z.input<typeof reviews.gradeMembers.input>['grades'];

/** A third seat, so that the detention branch has a committee: its recorder is its organiser as well. */
export async function seatOrganiser(bureau: TestBureau): Promise<void> {
  const { cast } = bureau;
  await bureau.within((call) => recordFact(call, { kind: 'post', state: {
    person: cast.person.jiping, organisation: cast.organisation.detention, post: 'organiser', from: '2026-01-01', to: null } }));
}

export const readReview = (bureau: TestBureau, year = 2026, as: Parameters<TestBureau['as']>[0] = 'luojian'): Promise<reviews.MemberReviewView> =>
  bureau.as(as).call(reviews.readMemberReview, { organisation: bureau.cast.organisation.detention, year });

/** Where the evaluation of the branch stands, for the next request. */
export async function reviewNow(bureau: TestBureau): Promise<{ review: string; version: number }> {
  const { review, version } = await readReview(bureau);
  return { review: review ?? '', version: version ?? 0 };
}

/** Counts by which everybody has `excellent` first answers of `valid`, the rest second ones; some members have counts of their own. */
export function ballotsFor(view: reviews.MemberReviewView, day: string, valid = 18, own: Readonly<Record<string, Record<string, number>>> = {}): Omit<Ballots, 'review' | 'version'> {
  const papers = [{ register: 'memberBallot', issued: valid, received: valid, valid }];
  const counts = { excellent: valid - 6, qualified: 6, barely: 0, unqualified: 0, abstained: 0 };
  const rows = view.members.filter(({ exempt }) => exempt === null).map(({ person }) => ({ person: person.id, register: 'memberBallot', counts: own[person.id] ?? counts }));
  return { day, papers, rows };
}

/** Opened, balloted by the recorder, checked by the secretary and, of the secretary himself, by the deputy: scored. */
export async function scoredReview(bureau: TestBureau, day = '2026-11-12'): Promise<reviews.MemberReviewView> {
  const { detention } = bureau.cast.organisation;
  const steps = [['mobilisation', '2026-11-02'], ['selfReview', '2026-11-05'], ['peerReview', '2026-11-09']].map(([step = '', on = '']) => ({ step, day: on }));
  await bureau.as('jiping').call(reviews.keepReviewSteps, { organisation: detention, year: 2026, version: null, steps });
  await bureau.as('jiping').call(reviews.enterBallots, { ...(await reviewNow(bureau)), ...ballotsFor(await readReview(bureau), day) });
  await bureau.as('luojian').call(reviews.scoreMemberReview, await reviewNow(bureau));
  await bureau.as('tangyue').call(reviews.scoreMemberReview, await reviewNow(bureau));
  return readReview(bureau);
}

/** Everybody as it is proposed; whoever has no proposal is qualified, with a reason. */
export const asProposed = (view: reviews.MemberReviewView): Grades => view.members.filter(({ exempt }) => exempt === null)
  .map(({ person, proposed }) => ({ person: person.id, grade: proposed ?? 'memberQualified', reason: proposed === null ? '按民主测评情况评定' : '', talkedOn: null }));

/** As they stand, through the meeting of the committee. */
export const grading = (bureau: TestBureau, grades: Grades, day = '2026-11-13') => ({
  day, minutes: '支委会〔2026〕11号', deciders: (['luojian', 'tangyue', 'jiping'] as const).map((name) => bureau.cast.person[name]), grades,
});
