import * as reviews from '#domain/evaluations/contract.ts';
import type { MemberReview } from '#domain/evaluations/grading-rules.ts';
import * as results from '#domain/evaluations/result-contract.ts';
import { transferPerson } from '#domain/people/contract.ts';
import { factOf, lastEntries } from '#server/facts/fact-reads.ts';
import { amendFact, recordFact, withdrawFact } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { ballotsFor, readReview, seatOrganiser } from '#test/member-review.ts';
import { asking, type Asked, type Bench } from './bench.ts';

type Stage = MemberReview['stage'];
const YEAR = 2026;
const about = (bench: Bench) => ({ organisation: bench.on('detention'), year: YEAR });
const pinNow = async (bench: Bench) => ({
  scheme: 'dezhou', schemeVersion: 1, evaluator: 1, date: '2026-11-16', asOfSeq: (await bench.bureau.within(({ tx }) => tx.one<{ seq: number }>(sql`SELECT max(seq) AS seq FROM fact_log`)))?.seq ?? 0,
});

/** The evaluation of the detention branch at a stage, with one member in it; nobody's counts stand in a register any more. */
async function reviewAt(bench: Bench, stage: Stage): Promise<{ review: string; version: number }> {
  const [person, day] = [bench.person('wenlan'), '2026-11-12'];
  const past = stage !== 'opened';
  const scored = past && stage !== 'balloted';
  const grade = scored && stage !== 'scored' ? 'memberQualified' : null;
  const state: MemberReview = {
    ...about(bench), stage, steps: ['mobilisation', 'selfReview', 'peerReview'].map((step) => ({ step, day: '2026-11-02' })),
    ballots: past ? { day, entitled: 19, papers: [{ register: 'memberBallot', issued: 18, received: 18, valid: 18 }] } : null, pin: scored ? await pinNow(bench) : null,
    members: past ? [{ person, exempt: null, value: 8000, figures: [], groundsHash: '0'.repeat(64), vetoes: [], proposed: 'memberQualified', tied: false, grade, talkedOn: null }] : [],
    gradedOn: grade === null ? null : day, deciders: [], approvedOn: null, movedOn: day,
  };
  if (!(await bench.bureau.within(({ tx }) => tx.one(sql`SELECT 1 FROM post WHERE person_id = ${bench.person('jiping')} AND post = 'organiser'`)))) await seatOrganiser(bench.bureau);
  return bench.bureau.within(async (call) => {
    for (const { factId, version } of await lastEntries(call.tx, sql`fact_id IN (SELECT fact_id FROM record WHERE register = 'memberBallot')`)) await withdrawFact(call, { factId, version });
    const known = await call.tx.one<{ id: string; version: number }>(sql`
      SELECT f.fact_id AS id, f.version FROM fact f JOIN member_review r ON r.fact_id = f.fact_id WHERE r.organisation_id = ${state.organisation} AND r.year = ${YEAR}`);
    const entry = known ? await amendFact(call, { kind: 'memberReview', factId: known.id, version: known.version, state }) : await recordFact(call, { kind: 'memberReview', state });
    return { review: entry.factId, version: entry.version };
  });
}

/** What Wen Lan was told, waiting for her, or with her objection waiting for the office. */
async function resultAt(bench: Bench, stage: 'told' | 'objected'): Promise<{ result: string; version: number }> {
  const { review } = await reviewAt(bench, 'approved');
  const person = bench.person('wenlan');
  const pin = await pinNow(bench);
  return bench.bureau.within(async (call) => {
    const known = await call.tx.one<{ id: string }>(sql`SELECT fact_id AS id FROM member_result WHERE person_id = ${person} AND year = ${YEAR}`);
    const state = {
      person, ...about(bench), review, value: 8000, grade: 'memberQualified', ...pin, groundsHash: '0'.repeat(64), toldOn: '2026-11-16', objectUntil: null, stage, verdict: null, movedOn: '2026-11-16',
    };
    const before = known && await factOf(call.tx, 'memberResult', known.id);
    const entry = before ? await amendFact(call, { kind: 'memberResult', factId: before.factId, version: before.version, state }) : await recordFact(call, { kind: 'memberResult', state });
    return { result: entry.factId, version: entry.version };
  });
}

async function moved(bench: Bench): Promise<string> {
  const person = await bench.newPerson();
  await bench.as('fangmin').call(transferPerson, { person, version: 1, organisation: bench.on('command'), group: null, stage: 'full', staffKind: 'officer', from: '2026-06-01' });
  return person;
}

export const evaluationRequests: readonly Asked[] = [
  asking(reviews.listMemberReviews, 'luojian', () => ({ year: YEAR })),
  asking(reviews.readMemberReview, 'luojian', async (bench) => { await reviewAt(bench, 'opened'); return about(bench); }),
  asking(reviews.readMemberYear, 'luojian', async (bench) => { await reviewAt(bench, 'opened'); return { ...about(bench), person: bench.person('wenlan') }; }),
  asking(reviews.keepReviewSteps, 'jiping', async (bench) => ({ ...about(bench), version: (await reviewAt(bench, 'opened')).version, steps: [{ step: 'selfReview', day: '2026-11-03' }] })),
  asking(reviews.enterBallots, 'jiping', async (bench) => {
    const review = await reviewAt(bench, 'opened');
    const view = await readReview(bench.bureau);
    // Other requests bring people into the branch, and a quorum of them must vote.
    return { ...review, ...ballotsFor(view, '2026-11-12', Math.max(18, Math.ceil(view.members.length * 0.7))) };
  }),
  asking(reviews.withdrawBallots, 'jiping', async (bench) => ({ ...(await reviewAt(bench, 'balloted')), reason: '录入的是上一轮票数' })),
  asking(reviews.scoreMemberReview, 'luojian', (bench) => reviewAt(bench, 'balloted')),
  asking(reviews.gradeMembers, 'luojian', async (bench) => ({
    ...(await reviewAt(bench, 'scored')), day: '2026-11-13', minutes: '支委会〔2026〕11号', deciders: [bench.person('luojian'), bench.person('tangyue')],
    grades: [{ person: bench.person('wenlan'), grade: 'memberQualified', reason: '', talkedOn: null }],
  })),
  asking(reviews.submitMemberReview, 'luojian', (bench) => reviewAt(bench, 'graded')),
  asking(reviews.returnMemberReview, 'fangmin', async (bench) => ({ ...(await reviewAt(bench, 'submitted')), reason: '请补充谈话情况' })),
  asking(reviews.approveMemberReview, 'shenyi', async (bench) => ({ ...(await reviewAt(bench, 'submitted')), day: '2026-11-16', document: '机关党委〔2026〕9号' })),

  asking(results.listOwnResults, 'newcomer', () => ({})),
  asking(results.readMemberResult, 'wenlan', async (bench) => ({ result: (await resultAt(bench, 'told')).result })),
  asking(results.listResultsOfReview, 'luojian', async (bench) => ({ review: (await reviewAt(bench, 'approved')).review })),
  asking(results.confirmResult, 'wenlan', (bench) => resultAt(bench, 'told')),
  asking(results.objectToResult, 'wenlan', async (bench) => ({ ...(await resultAt(bench, 'told')), words: '岗位履职漏评一次' })),
  asking(results.answerResult, 'fangmin', async (bench) => ({ ...(await resultAt(bench, 'objected')), verdict: 'rejected' as const, words: '经核实无误', regrade: null })),
  asking(results.readAwardReference, 'fangmin', () => ({ year: YEAR })),
  asking(results.readTransferSheet, 'luojian', async (bench) => ({ person: await moved(bench), year: YEAR })),
];
