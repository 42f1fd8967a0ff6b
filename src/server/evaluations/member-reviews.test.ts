import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as reviews from '#domain/evaluations/contract.ts';
import { rebuild } from '#server/facts/rebuild.ts';
import { sql } from '#server/platform/sql.ts';
import { announceYears } from '#test/announced-years.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { asProposed, ballotsFor, grading, readReview, reviewNow, seatOrganiser } from '#test/member-review.ts';
import { recordOf } from '#test/operations/bench.ts';
import { recordSession } from '#domain/activities/contract.ts';

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau();
  await bureau.within(announceYears, '2026-01-02T08:00:00+08:00');
  await seatOrganiser(bureau);
  for (const day of ['2026-10-12', '2026-10-19', '2026-11-02']) await bureau.as('jiping').call(recordSession, recordOf(detention(), day));
});
afterAll(() => bureau.drop());

const detention = (): string => bureau.cast.organisation.detention;
const facts = async (): Promise<number> => (await bureau.within(({ tx }) => tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM fact_log`)))?.n ?? 0;
const steps = [{ step: 'mobilisation', day: '2026-11-02' }, { step: 'selfReview', day: '2026-11-05' }, { step: 'peerReview', day: '2026-11-09' }];
const opening = () => ({ organisation: detention(), year: 2026, version: null, steps });

describe('the steps', () => {
  it('are kept in their order by the branch, and open the year once', async () => {
    const before = await facts();
    expect(await bureau.as('wenlan').refusal(reviews.keepReviewSteps, opening())).toBe('NotAllowed');
    expect(await bureau.as('gucheng').refusal(reviews.keepReviewSteps, opening())).toBe('NotFound');
    expect(await bureau.as('jiping').refusal(reviews.keepReviewSteps, { ...opening(), steps: [{ step: 'selfReview', day: '2026-11-20' }] })).toBe('DayInFuture');
    expect(await bureau.as('jiping').refusal(reviews.keepReviewSteps, { ...opening(), steps: [{ step: 'ballot', day: '2026-11-02' }] })).toBe('StepUnknown');
    expect(await bureau.as('jiping').refusal(reviews.keepReviewSteps, { ...opening(), steps: [{ step: 'mobilisation', day: '2026-11-09' }, { step: 'selfReview', day: '2026-11-02' }] })).toBe('StepsOutOfOrder');
    expect(await bureau.as('jiping').refusal(reviews.keepReviewSteps, { ...opening(), year: 2027 })).toBe('ReviewNotOpenYet');
    expect(await facts()).toBe(before);
    await bureau.as('jiping').call(reviews.keepReviewSteps, opening());
    expect(await bureau.as('jiping').refusal(reviews.keepReviewSteps, opening())).toBe('FactChanged');
    expect(await readReview(bureau)).toMatchObject({ stage: 'opened', taking: 20, entitled: 19, may: { enterBallots: true, grade: false } });
  });

  it('show names to who only counts, and nobody\'s points', async () => {
    const seen = await readReview(bureau, 2026, 'jiping');
    expect(seen.members).toHaveLength(20);
    expect(seen.members.every(({ value, figures }) => value === null && figures.length === 0)).toBe(true);
    expect(seen.may).toMatchObject({ figures: false, enterBallots: true, score: false });
    expect((await readReview(bureau)).members.every(({ figures }) => figures.length > 4)).toBe(true);
  });
});

describe('the ballots', () => {
  it('are refused when the counts do not fit, and nothing is written', async () => {
    const view = await readReview(bureau);
    const asked = { ...(await reviewNow(bureau)), ...ballotsFor(view, '2026-11-12') };
    const [papers] = asked.papers;
    const refused = (change: object) => bureau.as('jiping').refusal(reviews.enterBallots, { ...asked, ...change });
    const before = await facts();
    expect(await refused({ papers: [{ ...papers, received: 19 }] })).toBe('BallotsAboveIssued');
    expect(await refused({ papers: [{ register: 'memberBallot', issued: 20, received: 18, valid: 18 }] })).toBe('BallotsAboveEntitled');
    expect(await refused({ papers: [{ register: 'memberBallot', issued: 18, received: 9, valid: 9 }] })).toBe('BallotsBelowQuorum');
    expect(await refused({ papers: [{ register: 'memberBallot', issued: 18, received: 18, valid: 17 }] })).toBe('BallotRowsDiffer');
    expect(await refused({ rows: asked.rows.slice(1) })).toBe('BallotRowsDiffer');
    expect(await refused({ rows: [...asked.rows, { ...asked.rows[0], person: bureau.cast.person.gucheng }] })).toBe('PersonNotEvaluated');
    expect(await refused({ day: '2026-11-08' }), 'before the review by one another').toBe('StepsOutOfOrder');
    expect(await refused({ day: '2026-11-18' })).toBe('DayInFuture');
    expect(await bureau.as('wenlan').refusal(reviews.enterBallots, asked)).toBe('NotAllowed');
    expect(await bureau.as('luojian').refusal(reviews.gradeMembers, { ...(await reviewNow(bureau)), ...grading(bureau, asProposed(view)) })).toBe('NotBallotedYet');
    expect(await facts()).toBe(before);
  });

  it('are taken back as a whole with a reason, before they are scored, and entered anew', async () => {
    await bureau.as('jiping').call(reviews.enterBallots, { ...(await reviewNow(bureau)), ...ballotsFor(await readReview(bureau), '2026-11-12') });
    const standing = await reviewNow(bureau);
    const asked = { ...standing, reason: '录入的是上一轮票数' };
    const before = await facts();
    expect(await bureau.as('gucheng').refusal(reviews.withdrawBallots, asked)).toBe('NotFound');
    expect(await bureau.as('wenlan').refusal(reviews.withdrawBallots, asked)).toBe('NotAllowed');
    expect(await bureau.as('jiping').refusal(reviews.withdrawBallots, { ...asked, version: standing.version - 1 })).toBe('FactChanged');
    expect(await facts()).toBe(before);
    const { entries } = await bureau.as('jiping').call(reviews.withdrawBallots, asked);
    expect(entries).toBe(20);
    const view = await readReview(bureau);
    expect(view).toMatchObject({ stage: 'opened', ballots: null, waiting: 0, may: { enterBallots: true, withdrawBallots: false } });
    expect(view.members.every(({ ballots }) => ballots.length === 0)).toBe(true);
    expect(await bureau.as('jiping').refusal(reviews.withdrawBallots, { ...(await reviewNow(bureau)), reason: '再撤一次' })).toBe('ReviewAtOtherStage');
    const texts = await bureau.within(({ tx }) => tx.many<{ reason: string }>(sql`
      SELECT DISTINCT t.text->>'withdrawal' AS reason FROM fact_text t JOIN fact f ON f.fact_id = t.fact_id AND f.version = t.version WHERE f.kind = 'record' AND f.withdrawn`));
    expect(texts).toEqual([{ reason: '录入的是上一轮票数' }]);
  });

  it('are entered once for all, and another checks them, of himself nobody', async () => {
    const asked = { ...(await reviewNow(bureau)), ...ballotsFor(await readReview(bureau), '2026-11-12') };
    const key = 'ballots-of-2026-000001';
    const done = await bureau.as('jiping').call(reviews.enterBallots, asked, { key });
    expect(await bureau.as('jiping').call(reviews.enterBallots, asked, { key })).toEqual(done);
    expect(done.entries).toBe(20);
    expect(await bureau.as('jiping').refusal(reviews.enterBallots, { ...asked, ...(await reviewNow(bureau)) })).toBe('BallotedAlready');
    expect(await bureau.as('jiping').refusal(reviews.scoreMemberReview, await reviewNow(bureau))).toBe('NotAllowed');
    expect(await readReview(bureau)).toMatchObject({ stage: 'balloted', waiting: 20 });
    expect(await bureau.as('luojian').call(reviews.scoreMemberReview, await reviewNow(bureau))).toMatchObject({ checked: 19, waiting: 1 });
    expect(await bureau.as('luojian').refusal(reviews.scoreMemberReview, await reviewNow(bureau))).toBe('BallotsNotToCheck');
    expect(await bureau.as('tangyue').call(reviews.scoreMemberReview, await reviewNow(bureau))).toMatchObject({ checked: 1, waiting: 0 });
    const view = await readReview(bureau);
    expect(view).toMatchObject({ stage: 'scored', waiting: 0, taking: 20 });
    // 12 × 1.00 + 6 × 0.80 of 18: 93.33, of everybody.
    expect(view.members.every(({ figures }) => figures.find(({ part }) => part === 'partyBallots')?.value === 9333)).toBe(true);
    expect(view.grades.find(({ id }) => id === 'memberExcellent')?.places, 'a third of twenty').toBe(6);
  });

  it('give everybody the grounds of the value, which recompute', async () => {
    const person = bureau.cast.person.wenlan;
    const { value, recomputes, grounds } = await bureau.as('luojian').call(reviews.readMemberYear, { organisation: detention(), year: 2026, person });
    const view = await readReview(bureau);
    expect([recomputes, grounds.value, value]).toEqual([true, value, view.members.find((it) => it.person.id === person)?.value]);
    expect(await bureau.as('wenlan').refusal(reviews.readMemberYear, { organisation: detention(), year: 2026, person })).toBe('NotFound');
    await bureau.as('jiping').call(recordSession, recordOf(detention(), '2026-11-09', { marks: [{ person, mark: 'absent', reason: null, sitting: 0 }] }));
    expect(await bureau.as('luojian').call(reviews.readMemberYear, { organisation: detention(), year: 2026, person }), 'A-3').toMatchObject({ value, recomputes: true });
  });
});

describe('the grades', () => {
  it('are decided by the committee within the cap, above no veto, with reasons, of oneself by nobody', async () => {
    const view = await readReview(bureau);
    const grades = asProposed(view);
    const asked = { ...(await reviewNow(bureau)), ...grading(bureau, grades) };
    const refused = (change: object) => bureau.as('luojian').refusal(reviews.gradeMembers, { ...asked, ...change });
    const with_ = (change: object, at = 0) => ({ grades: grades.map((it, index) => (index === at ? { ...it, ...change } : it)) });
    const before = await facts();
    expect(await bureau.as('jiping').refusal(reviews.gradeMembers, asked)).toBe('NotAllowed');
    expect(await refused(with_({ grade: 'memberBarely', reason: '' }))).toBe('GradeNeedsReason');
    expect(await refused(with_({ grade: 'memberBarely', reason: '两次无故不参加组织生活', talkedOn: null }))).toBe('GradeNeedsTalk');
    expect(await refused(with_({ grade: 'nothing' }))).toBe('GradeUnknown');
    expect(await refused({ deciders: [bureau.cast.person.wenlan] })).toBe('DeciderNotOnCommittee');
    expect(await refused({ deciders: [bureau.cast.person.luojian] })).toBe('DecidersTooFew');
    expect(await refused({ day: '2026-11-10' }), 'before the ballots').toBe('StepsOutOfOrder');
    expect(await facts()).toBe(before);
    expect(await bureau.as('luojian').refusal(reviews.submitMemberReview, await reviewNow(bureau))).toBe('ReviewAtOtherStage');
    await bureau.as('luojian').call(reviews.gradeMembers, { ...asked, grades: grades.slice(1) });
    expect(await bureau.as('luojian').refusal(reviews.submitMemberReview, await reviewNow(bureau))).toBe('ReviewHasGaps');
    await bureau.as('luojian').call(reviews.gradeMembers, { ...asked, ...(await reviewNow(bureau)), ...with_({ grade: 'memberBarely', reason: '两次无故不参加组织生活', talkedOn: '2026-11-12' }) });
    expect(await bureau.as('tangyue').refusal(reviews.submitMemberReview, await reviewNow(bureau))).toBe('NotAllowed');
    await bureau.as('luojian').call(reviews.submitMemberReview, await reviewNow(bureau));
    expect(await readReview(bureau)).toMatchObject({ stage: 'submitted', may: { grade: false, submit: false, approve: false } });
  });

  it('are returned with a reason and approved by the organs committee, not by one of the branch', async () => {
    const now = () => reviewNow(bureau);
    expect(await bureau.as('luojian').refusal(reviews.returnMemberReview, { ...(await now()), reason: '理由' })).toBe('NotAllowed');
    await bureau.as('fangmin').call(reviews.returnMemberReview, { ...(await now()), reason: '请补充谈话情况' });
    expect(await readReview(bureau)).toMatchObject({ stage: 'returned', returned: '请补充谈话情况', may: { grade: true } });
    const view = await readReview(bureau);
    await bureau.as('luojian').call(reviews.gradeMembers, { ...(await now()), ...grading(bureau, asProposed(view)) });
    await bureau.as('luojian').call(reviews.submitMemberReview, await now());
    expect(await bureau.as('fangmin').refusal(reviews.approveMemberReview, { ...(await now()), day: '2026-11-16', document: '机关党委〔2026〕9号' })).toBe('NotAllowed');
    const approved = await bureau.as('shenyi').call(reviews.approveMemberReview, { ...(await now()), day: '2026-11-16', document: '机关党委〔2026〕9号' });
    expect(approved.told).toBe(20);
    const after = await readReview(bureau);
    expect(after).toMatchObject({ stage: 'approved', document: '机关党委〔2026〕9号', told: { all: 20, confirmed: 0, objected: 0 } });
    expect(after.history.map(({ stage }) => stage)).toEqual(['opened', 'balloted', 'opened', 'balloted', 'scored', 'graded', 'submitted', 'returned', 'graded', 'submitted', 'approved']);
    const { items } = await bureau.as('fangmin').call(reviews.listMemberReviews, { year: 2026 });
    expect(items.find(({ organisation }) => organisation.id === detention())).toMatchObject({ stage: 'approved', taking: 20, graded: 20, places: 6 });
  });

  it('stand in tables that come back from the log (P2)', async () => {
    const rows = () => bureau.within(({ tx }) => tx.many(sql`SELECT fact_id, stage FROM member_review UNION ALL SELECT fact_id, stage FROM member_result ORDER BY 1`));
    const before = await rows();
    await bureau.within(({ tx }) => rebuild(tx));
    expect(await rows()).toEqual(before);
    expect(before).toHaveLength(21);
  });
});
