import type { FactState } from '#domain/facts/contract.ts';
import { foundOrganisation } from '#domain/orgs/contract.ts';
import * as branches from '#domain/reviews/branch-contract.ts';
import * as reviews from '#domain/reviews/contract.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { asking, type Asked, type Bench } from './bench.ts';

type Review = FactState<'branchReview'>;

/** The January after the year of the sample scheme, in which a year can be scored. */
const JANUARY = '2027-01-20T09:00:00+08:00';
const askingIn = (instant: string, asked: Asked): Asked => ({ ...asked, at: instant });

/** A committee of the office's own that no other request reviews. */
async function committee(bench: Bench): Promise<string> {
  const number = bench.next();
  const { id } = await bench.as('fangmin').call(foundOrganisation, {
    category: '621', number: `R${number}`, name: `中共示例市公安局第${number}总支部委员会`, shortName: `第${number}党总支`, founded: '2026-01-01', parent: bench.on('organs') });
  return id;
}

/** The detention branch as scored and proposed for the best grade. */
const scored = (bench: Bench, grade: string | null): Review['branches'][number] => ({
  organisation: bench.on('detention'), score: 9500, parts: [], gaps: [], vetoes: [], atMost: null, ties: [0, 0], ungraded: null, groundsHash: '0'.repeat(64), proposed: 'branchExcellent', grade,
});
const pin: NonNullable<Review['pin']> = { scheme: 'dezhou', schemeVersion: 1, evaluator: 1, asOfSeq: 1, date: '2026-11-02' };

/** A review of 2026 that has come to a step. */
async function reviewAt(bench: Bench, stage: Review['stage'], change: Partial<Review> = {}, organisation?: string): Promise<{ review: string; version: number }> {
  const state: Review = {
    organisation: organisation ?? await committee(bench), result: 'branchYear', year: 2026, revision: 0, stage, selfUntil: '2027-01-10', pin: stage === 'opened' ? null : pin, branches: [],
    deliberatedOn: null, notice: null, approvedOn: null, circulatedOn: stage === 'circulated' ? '2026-11-16' : null, ...change,
  };
  const { factId, version } = await bench.bureau.within((call) => recordFact(call, { kind: 'branchReview', state }));
  return { review: factId, version };
}

const lockedCommittee = async (bench: Bench): Promise<string> => {
  const organisation = await committee(bench);
  await bench.bureau.within(async (call) => {
    for (let month = 1; month <= 12; month += 1) {
      await recordFact(call, { kind: 'closing', state: { organisation, window: `2026-${String(month).padStart(2, '0')}`, stage: 'closed', asOfSeq: 0 } });
    }
  });
  return organisation;
};

/** The review of 2027 that reaches the detention branch, open for its self-review. */
async function openAbove(bench: Bench): Promise<void> {
  const there = await bench.bureau.within(({ tx }) => tx.one(sql`SELECT 1 FROM branch_review WHERE organisation_id = ${bench.on('organs')}`));
  if (!there) await reviewAt(bench, 'opened', { year: 2027, selfUntil: '2028-01-31' }, bench.on('organs'));
}

const listed = (bench: Bench): Partial<Review> => ({ branches: [scored(bench, 'branchExcellent')], deliberatedOn: '2026-11-10' });
const noticed = (bench: Bench): Promise<{ review: string; version: number }> =>
  reviewAt(bench, 'noticed', { ...listed(bench), notice: { from: '2026-11-02', until: '2026-11-09', listed: [bench.on('detention')] } });

export const reviewRequests: readonly Asked[] = [
  asking(reviews.readReview, 'fangmin', (bench) => ({ organisation: bench.on('organs'), year: 2026 })),
  askingIn(JANUARY, asking(reviews.openReview, 'fangmin', async (bench) => ({ organisation: await committee(bench), year: 2026, selfUntil: '2027-01-30' }))),
  asking(reviews.moveSelfReviewDay, 'fangmin', async (bench) => ({ ...(await reviewAt(bench, 'opened')), selfUntil: '2027-02-06', reason: '春节前安保任务集中' })),
  askingIn(JANUARY, asking(reviews.scoreReview, 'fangmin', async (bench) => reviewAt(bench, 'opened', {}, await lockedCommittee(bench)))),
  asking(reviews.deliberateReview, 'shenyi', async (bench) => ({ ...(await reviewAt(bench, 'scored')), on: '2026-11-16', minutes: '会议纪要〔2027〕2号', places: [], grades: [] })),
  asking(reviews.issueReviewNotice, 'fangmin', async (bench) => ({ ...(await reviewAt(bench, 'deliberated', listed(bench))), until: '2026-12-31' })),
  asking(reviews.approveReview, 'juling', async (bench) => ({ ...(await reviewAt(bench, 'deliberated')), on: '2026-11-17', document: '局党委〔2027〕3号' })),
  asking(reviews.circulateReview, 'fangmin', async (bench) => ({ ...(await reviewAt(bench, 'approved')), on: '2026-11-17', document: '通报〔2027〕1号' })),
  asking(reviews.returnReview, 'shenyi', async (bench) => ({ ...(await reviewAt(bench, 'deliberated')), to: 'scored' as const, reason: '重新研究' })),
  asking(reviews.reviseReview, 'shenyi', async (bench) => ({ ...(await reviewAt(bench, 'circulated')), reason: '异议成立，更正' })),
  asking(branches.readBranchReview, 'luojian', (bench) => ({ organisation: bench.on('detention'), year: 2026 })),
  asking(branches.readReviewGrounds, 'luojian', (bench) => ({ organisation: bench.on('detention'), year: 2026 })),
  asking(branches.readGradeHistory, 'fangmin', (bench) => ({ organisation: bench.on('organs') })),
  asking(branches.readReviewChanges, 'fangmin', async (bench) => ({ review: (await noticed(bench)).review })),
  asking(branches.readReviewNotice, 'luojian', async (bench) => ({ review: (await noticed(bench)).review })),
  askingIn('2028-01-20T09:00:00+08:00', asking(branches.fileSelfReview, 'luojian', async (bench) => {
    await openAbove(bench);
    return { organisation: bench.on('detention'), year: 2027, remark: `材料已报（${bench.next()}）` };
  })),
  asking(branches.enterPastGrades, 'fangmin', (bench) => ({ organisation: bench.on('organs'), year: 2020, on: '2021-02-10', document: '市公机党〔2021〕9号', grades: [{ organisation: bench.on('detention'), grade: 'branchGood' }] })),
  asking(branches.signReviewResult, 'luojian', async (bench) => ({ organisation: bench.on('detention'), review: (await reviewAt(bench, 'circulated', listed(bench))).review, remark: '已在支委会传达' })),
];
