import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordSession, withdrawSession } from '#domain/activities/contract.ts';
import { readBranchDesk, readMyDesk } from '#domain/boards/contract.ts';
import { closeYear } from '#domain/months/contract.ts';
import { raiseObjection, withdrawObjection } from '#domain/objections/contract.ts';
import { enterPastGrades, fileSelfReview, readBranchReview, readGradeHistory, readReviewChanges, readReviewGrounds, readReviewNotice, signReviewResult } from '#domain/reviews/branch-contract.ts';
import {
  approveReview, type BranchReviewView, circulateReview, deliberateReview, issueReviewNotice, moveSelfReviewDay, openReview, readReview, returnReview, reviseReview, scoreReview,
} from '#domain/reviews/contract.ts';
import { rebuild } from '#server/facts/rebuild.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import type { TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { recordOf } from '#test/operations/bench.ts';
import { runJobs } from '#test/run-jobs.ts';
import { announce, judge, lockYear, REVIEWED, reviewBureau } from '#test/review-bureau.ts';
import { reviewJobs } from './score-review.ts';

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await reviewBureau();
});
afterAll(() => bureau.drop());

const organs = (): string => bureau.cast.organisation.organs;
const detention = (): string => bureau.cast.organisation.detention;
const command = (): string => bureau.cast.organisation.command;
const view = (name: CastName = 'fangmin', revision?: number): Promise<BranchReviewView> => bureau.as(name).call(readReview, { organisation: organs(), year: REVIEWED, revision });
const standing = async (): Promise<{ review: string; version: number }> => {
  const { head } = await view();
  return { review: head?.review ?? '', version: head?.version ?? 0 };
};
const lineOf = async (branch: string) => (await view()).branches.find(({ organisation }) => organisation.id === branch);
const stage = async (): Promise<string | undefined> => (await view()).head?.stage;
const written = async (): Promise<number> =>
  (await bureau.within(({ tx }) => tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM fact_log WHERE kind IN ('branchReview', 'selfReview')`)))?.n ?? 0;
const scored = async (read: { review: string; version: number }, now = '2026-01-20T09:00:00+08:00'): Promise<void> => {
  await bureau.as('fangmin').call(scoreReview, read);
  expect((await view()).scoring).toMatchObject({ state: 'waiting' });
  await runJobs(bureau, now);
  expect((await view()).scoring).toBeNull();
};
const minutes = { on: '2026-01-21', minutes: '会议纪要〔2026〕2号', places: [], grades: [] };

describe('opening a review', () => {
  it('is the office\'s from December on, once for the same branches', async () => {
    const asked = { organisation: organs(), year: REVIEWED, selfUntil: '2026-01-12' };
    bureau.setNow('2025-11-28T09:00:00+08:00');
    expect(await bureau.as('fangmin').refusal(openReview, asked)).toBe('ReviewTooEarly');
    bureau.setNow('2025-12-22T09:00:00+08:00');
    expect(await bureau.as('luojian').refusal(openReview, asked)).toBe('NotAllowed');
    expect(await bureau.as('fangmin').refusal(openReview, { ...asked, selfUntil: '2025-12-01' })).toBe('SelfReviewEndsInPast');
    expect(await written()).toBe(0);
    const key = 'open-the-review-of-2025-1';
    const first = await bureau.as('fangmin').call(openReview, asked, { key });
    expect(await bureau.as('fangmin').call(openReview, asked, { key })).toEqual(first);
    expect(await written()).toBe(1);
    expect(await bureau.as('fangmin').refusal(openReview, asked)).toBe('ReviewExists');
    // The root above has the same branches.
    expect(await bureau.as('dangwu').refusal(openReview, { ...asked, organisation: bureau.cast.organisation.bureau })).toBe('ReviewExists');
  });

  it('shows the year as it stands, with what is missing and the register that fills it', async () => {
    bureau.setNow('2026-01-06T09:00:00+08:00');
    const { live, branches, openMonths } = await view();
    expect([live, openMonths.length]).toEqual([true, 12]);
    expect(branches.map(({ organisation, score, gaps }) => [organisation.name, score, gaps.map(({ register }) => register)]))
      .toEqual([['指挥中心党支部', null, ['workReport', 'panelMark']], ['看守所党支部', null, ['workReport', 'panelMark']]]);
  });
});

describe('the self-review of a branch', () => {
  it('is filed by its secretary after the year, as facts prove it, and again until it is scored', async () => {
    bureau.setNow('2025-12-30T09:00:00+08:00');
    const asked = { organisation: detention(), year: REVIEWED, remark: '述职材料已报' };
    expect(await bureau.as('luojian').refusal(fileSelfReview, asked)).toBe('YearNotOver');
    bureau.setNow('2026-01-06T09:00:00+08:00');
    expect(await bureau.as('jiping').refusal(fileSelfReview, asked)).toBe('NotAllowed');
    expect(await bureau.as('gucheng').refusal(fileSelfReview, asked)).toBe('NotFound');
    await bureau.as('luojian').call(fileSelfReview, asked);
    await bureau.as('luojian').call(fileSelfReview, { ...asked, remark: '补充：品牌已复审' });
    expect((await lineOf(detention()))?.self).toMatchObject({ filedOn: '2026-01-06', remark: '补充：品牌已复审' });
    expect((await lineOf(command()))?.self).toBeNull();
    expect((await bureau.as('luojian').call(readBranchReview, { organisation: detention(), year: REVIEWED })).may.self).toBe(true);
  });
});

describe('the last day for self-reviews', () => {
  it('is moved with a reason while the branches are at work, and the course says so', async () => {
    const before = await written();
    const asked = { ...(await standing()), selfUntil: '2026-01-28', reason: '春运安保任务集中，适当延期' };
    expect(await bureau.as('fangmin').refusal(moveSelfReviewDay, { ...asked, selfUntil: '2026-01-02' })).toBe('SelfReviewEndsInPast');
    expect(await bureau.as('luojian').refusal(moveSelfReviewDay, asked)).toBe('NotAllowed');
    expect(await written()).toBe(before);
    const { version } = await bureau.as('fangmin').call(moveSelfReviewDay, asked);
    expect(await bureau.as('fangmin').refusal(moveSelfReviewDay, asked)).toBe('FactChanged');
    expect(await bureau.as('fangmin').refusal(moveSelfReviewDay, { ...asked, version })).toBe('SelfReviewDayStays');
    const { head, steps } = await view();
    expect(head?.selfUntil).toBe('2026-01-28');
    expect(steps.at(-1)).toMatchObject({ stage: 'opened', movedTo: '2026-01-28', words: '春运安保任务集中，适当延期', back: false });
  });
});

describe('scoring', () => {
  it('waits for the locked months, and pins every branch', async () => {
    bureau.setNow('2026-01-20T09:00:00+08:00');
    await judge(bureau, 'detention', 10, '9.50');
    await judge(bureau, 'command', 9, '9.00');
    expect(await bureau.as('fangmin').refusal(scoreReview, await standing())).toBe('MonthsNotLocked');
    await lockYear(bureau);
    await scored(await standing());
    const { head, branches, grades } = await view();
    expect(head).toMatchObject({ stage: 'scored', asOf: { day: '2026-01-20' } });
    // One place for two: 1/2 of 2.
    expect(grades.map(({ id, places, given }) => [id, places, given])).toEqual([['branchExcellent', 1, 1], ['branchGood', null, 1], ['branchQualified', null, 0], ['branchUnqualified', null, 0]]);
    const own = branches.find(({ organisation }) => organisation.id === detention());
    const of = (part: string): number => own?.parts.find((it) => it.part === part)?.value ?? 0;
    expect([of('reportBallots'), of('panel'), of('bonus')]).toEqual([2000, 950, 0]);
    expect(own).toMatchObject({ score: Math.round(of('daily') * 0.7) + 2950, proposed: 'branchExcellent', grade: null });
    expect(await bureau.as('luojian').refusal(fileSelfReview, { organisation: detention(), year: REVIEWED, remark: '' })).toBe('SelfReviewClosed');
  });

  it('is refused when entries of the year are amended meanwhile, and keeps what was scored', async () => {
    const before = await written();
    const { session, version } = await bureau.as('jiping').call(recordSession, recordOf(detention(), '2025-12-08'));
    await bureau.as('fangmin').call(scoreReview, await standing());
    const [kind] = reviewJobs;
    const [job] = await bureau.within(({ tx }) => tx.many<{ input: unknown }>(sql`SELECT input FROM job WHERE kind = 'scoreReview' AND state = 'waiting'`));
    const asOffice = (call: Call): Call => ({ ...call, actor: { ...call.actor, grants: [{ id: organs(), role: 'partyAffairsOfficer', organisation: organs(), from: '2020-01-01', to: null }] } });
    const finish = await kind?.work({
      id: organs(), bureau: 'alpha', signal: new AbortController().signal, read: (work) => bureau.within((call) => work(asOffice(call)), '2026-01-20T09:00:00+08:00'),
      // While the first branch is scored somebody takes an entry back.
      progress: async (_, done) => {
        if (done === 0) await bureau.as('jiping').call(withdrawSession, { session, version, reason: '重复登记' });
      },
    }, job?.input);
    const refused = await bureau.within((call) => finish?.(asOffice(call)) ?? Promise.resolve(), '2026-01-20T09:00:00+08:00').catch((error: unknown) => error);
    expect(refused).toMatchObject({ refusal: { name: 'ScoringDisturbed' } });
    expect(await written()).toBe(before);
    // The job that waits still reads the record as it is now.
    await runJobs(bureau, '2026-01-20T09:10:00+08:00');
  });

  it('keeps its number and says beside it what it would be now (A-3)', async () => {
    const before = await lineOf(detention());
    await bureau.as('jiping').call(recordSession, recordOf(detention(), '2025-12-15', { activities: ['memberAssembly'] }));
    expect((await lineOf(detention()))?.score).toBe(before?.score);
    const { review } = await standing();
    const { items } = await bureau.as('fangmin').call(readReviewChanges, { review });
    expect(items).toEqual([{ organisation: detention(), entries: 1 }]);
    const grounds = await bureau.as('luojian').call(readReviewGrounds, { organisation: detention(), year: REVIEWED });
    expect(grounds).toMatchObject({ recomputes: true, pinned: before?.score });
    expect(grounds.now).toBeGreaterThan(grounds.pinned ?? 0);
    expect(grounds.differences.length).toBeGreaterThan(0);
    expect(grounds.grounds.value).toBe(before?.score);
    expect(await bureau.as('gucheng').refusal(readReviewGrounds, { organisation: detention(), year: REVIEWED })).toBe('NotFound');
  });
});

describe('the deliberation', () => {
  it('is entered by the leaders of the committee, in its order and within the places', async () => {
    const read = await standing();
    expect(await bureau.as('fangmin').refusal(deliberateReview, { ...read, ...minutes })).toBe('NotAllowed');
    expect(await bureau.as('shenyi').refusal(deliberateReview, { ...read, ...minutes, version: 1 })).toBe('FactChanged');
    expect(await bureau.as('shenyi').refusal(deliberateReview, { ...read, ...minutes, on: '2026-01-19' })).toBe('StepBeforeLast');
    bureau.setNow('2026-01-21T16:00:00+08:00');
    const both = { ...minutes, grades: [{ organisation: command(), grade: 'branchExcellent', reason: '工作突出' }] };
    expect(await bureau.as('shenyi').refusal(deliberateReview, { ...read, ...both })).toBe('TooManyPlaces');
    expect(await bureau.as('shenyi').refusal(deliberateReview, { ...read, ...minutes, grades: [{ organisation: command(), grade: 'branchQualified', reason: '' }] })).toBe('ReasonMissing');
    const before = await written();
    const lowered = { ...minutes, grades: [{ organisation: command(), grade: 'branchQualified', reason: '整改不到位' }] };
    await bureau.as('shenyi').call(deliberateReview, { ...read, ...lowered });
    expect(await written()).toBe(before + 1);
    expect(await lineOf(command())).toMatchObject({ proposed: 'branchGood', grade: 'branchQualified', reason: '整改不到位' });
    expect((await view()).head).toMatchObject({ stage: 'deliberated', deliberatedOn: '2026-01-21', minutes: '会议纪要〔2026〕2号' });
  });

  it('tells a branch no grade before it is approved', async () => {
    const { line } = await bureau.as('gucheng').call(readBranchReview, { organisation: command(), year: REVIEWED });
    expect(line).toMatchObject({ proposed: null, grade: null, reason: '' });
  });
});

describe('the year', () => {
  it('does not become final before its review is approved', async () => {
    expect(await bureau.as('shenyi').refusal(closeYear, { organisation: organs(), year: REVIEWED })).toBe('YearUnderReview');
  });
});

describe('notice and approval', () => {
  it('needs five working days, and no day is certain in a year that is not announced', async () => {
    expect(await bureau.as('juling').refusal(approveReview, { ...(await standing()), on: '2026-01-21', document: '局党委〔2026〕3号' })).toBe('NoticeMissing');
    bureau.setNow('2026-01-22T09:00:00+08:00');
    // Thursday: Friday is one, the week after four more.
    expect(await bureau.as('fangmin').refusal(issueReviewNotice, { ...(await standing()), until: '2026-01-28' })).toBe('NoticeTooShort');
    await bureau.as('fangmin').call(issueReviewNotice, { ...(await standing()), until: '2026-01-29' });
    expect((await view()).head?.notice).toMatchObject({ from: '2026-01-22', until: '2026-01-29', provisional: true, over: false });
    bureau.setNow('2026-01-30T09:00:00+08:00');
    expect(await bureau.as('juling').refusal(approveReview, { ...(await standing()), on: '2026-01-30', document: '局党委〔2026〕3号' })).toBe('NoticeProvisional');
    await bureau.within((call) => announce(call, 2026));
    expect((await view()).head?.notice).toMatchObject({ provisional: false, over: true, working: 5 });
  });

  it('lists only the best grade, for everybody of the bureau', async () => {
    const { review } = await standing();
    const notice = await bureau.as('wenlan').call(readReviewNotice, { review });
    expect(notice).toMatchObject({ grade: { zh: '优秀' }, branches: [{ name: '看守所党支部' }], from: '2026-01-22', until: '2026-01-29' });
    expect(JSON.stringify(notice)).not.toContain('指挥中心');
    expect(await bureau.as('xitong').refusal(readReviewNotice, { review })).toBe('NotFound');
  });

  it('comes after the last day and from above', async () => {
    const asked = { ...(await standing()), document: '局党委〔2026〕3号' };
    expect(await bureau.as('juling').refusal(approveReview, { ...asked, on: '2026-01-29' })).toBe('NoticeNotOver');
    expect(await bureau.as('shenyi').refusal(approveReview, { ...asked, on: '2026-01-30' })).toBe('NotAllowed');
    expect(await bureau.as('fangmin').refusal(circulateReview, { ...(await standing()), on: '2026-01-30', document: '通报〔2026〕1号' })).toBe('StepNotNext');
    expect(await stage()).toBe('noticed');
  });

  it('goes back with a reason, and a notice that named them all stands', async () => {
    await bureau.as('shenyi').call(returnReview, { ...(await standing()), to: 'scored', reason: '局党委要求复议' });
    expect(await lineOf(command())).toMatchObject({ grade: null });
    expect((await view()).steps.at(-1)).toMatchObject({ stage: 'scored', back: true, by: '沈奕', words: '局党委要求复议' });
    const again = { ...(await standing()), on: '2026-01-30', minutes: '会议纪要〔2026〕3号', places: [], grades: [] };
    expect(await bureau.as('shenyi').call(deliberateReview, again)).toMatchObject({ stage: 'noticed' });
    expect(await lineOf(command())).toMatchObject({ grade: 'branchGood', reason: '' });
  });

  it('waits for an objection of a branch', async () => {
    const { objection: item } = await bureau.as('luojian').call(readBranchReview, { organisation: detention(), year: REVIEWED });
    const about = { kind: 'item' as const, year: REVIEWED, item: item ?? '' };
    const { objection, version } = await bureau.as('luojian').call(raiseObjection, { about, subject: { kind: 'branch', id: detention() }, words: '12 月组织生活会未计入' });
    expect((await view()).objections).toBe(1);
    expect(await bureau.as('juling').refusal(approveReview, { ...(await standing()), on: '2026-01-30', document: '局党委〔2026〕3号' })).toBe('ObjectionOpen');
    await bureau.as('luojian').call(withdrawObjection, { objection, version, words: '已核对，记录无误' });
  });

  it('is approved and circulated, and then told to the branch', async () => {
    const { review, version } = await bureau.as('juling').call(approveReview, { ...(await standing()), on: '2026-01-30', document: '局党委〔2026〕3号' });
    await bureau.as('fangmin').call(circulateReview, { review, version, on: '2026-01-30', document: '通报〔2026〕1号' });
    expect((await view('juling')).head).toMatchObject({ stage: 'circulated', approval: '局党委〔2026〕3号', circular: '通报〔2026〕1号' });
    const own = await bureau.as('wenlan').call(readBranchReview, { organisation: detention(), year: REVIEWED });
    expect(own).toMatchObject({ line: { grade: 'branchExcellent' }, years: [{ year: REVIEWED, grade: { zh: '优秀' } }] });
    expect(await bureau.as('shenyi').refusal(returnReview, { ...(await standing()), to: 'scored', reason: '再改' })).toBe('StepNotNext');
  });
});

describe('the receipt of a result', () => {
  const asked = async () => ({ organisation: detention(), review: (await standing()).review, remark: '已在支委会传达' });
  const receipts = async (): Promise<number> => (await bureau.within(({ tx }) => tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM review_receipt`)))?.n ?? 0;

  it('waits on the desks of the branch until its secretary or deputy signs, once', async () => {
    const { errands } = await bureau.as('luojian').call(readMyDesk, {});
    expect(errands).toMatchObject([{ kind: 'signResult', year: REVIEWED, organisation: { id: detention() }, since: '2026-01-30' }]);
    expect((await bureau.as('jiping').call(readMyDesk, {})).errands).toEqual([]);
    expect((await bureau.as('jiping').call(readBranchDesk, { organisation: detention() })).results).toEqual([{ year: REVIEWED, circulatedOn: '2026-01-30' }]);
    expect(await bureau.as('jiping').refusal(signReviewResult, await asked())).toBe('NotAllowed');
    expect(await bureau.as('gucheng').refusal(signReviewResult, await asked())).toBe('NotFound');
    expect(await bureau.as('gucheng').refusal(signReviewResult, { ...(await asked()), organisation: command(), review: detention() }), 'there is no such review').toBe('NotFound');
    expect(await receipts()).toBe(0);
    const key = 'sign-for-the-result-0001';
    const first = await bureau.as('tangyue').call(signReviewResult, await asked(), { key });
    expect(await bureau.as('tangyue').call(signReviewResult, await asked(), { key })).toEqual(first);
    expect(await bureau.as('luojian').refusal(signReviewResult, await asked())).toBe('ReviewSignedAlready');
    expect(await receipts()).toBe(1);
    expect((await bureau.as('luojian').call(readMyDesk, {})).errands).toEqual([]);
  });

  it('is seen by the office branch by branch, and by the branch with its remark', async () => {
    expect((await view()).branches.map(({ organisation, receipt }) => [organisation.name, receipt?.by ?? null])).toEqual([['指挥中心党支部', null], ['看守所党支部', '唐悦']]);
    const { line, may } = await bureau.as('luojian').call(readBranchReview, { organisation: detention(), year: REVIEWED });
    expect([line?.receipt, may.sign]).toEqual([{ on: '2026-01-30', by: '唐悦', remark: '已在支委会传达' }, false]);
    expect((await bureau.as('gucheng').call(readBranchReview, { organisation: command(), year: REVIEWED })).may.sign).toBe(true);
  });
});

describe('grades of years before the scheme', () => {
  const asked = () => ({ organisation: organs(), year: 2024, on: '2025-02-14', document: '市公机党〔2025〕11号', grades: [{ organisation: detention(), grade: 'branchGood' }, { organisation: command(), grade: 'branchExcellent' }] });

  it('are brought along by the office from their document, without a score, and compared with the years after', async () => {
    const before = await written();
    expect(await bureau.as('luojian').refusal(enterPastGrades, asked())).toBe('NotAllowed');
    expect(await bureau.as('fangmin').refusal(enterPastGrades, { ...asked(), year: REVIEWED })).toBe('YearUnderScheme');
    expect(await bureau.as('fangmin').refusal(enterPastGrades, { ...asked(), on: '2024-12-31' })).toBe('PastGradesDay');
    expect(await bureau.as('fangmin').refusal(enterPastGrades, { ...asked(), grades: [{ organisation: detention(), grade: 'splendid' }] })).toBe('PastGradeUnknown');
    expect(await written()).toBe(before);
    await bureau.as('fangmin').call(enterPastGrades, asked());
    const history = await bureau.as('fangmin').call(readGradeHistory, { organisation: organs() });
    expect([history.years, history.entering[0]]).toEqual([[2024, REVIEWED], 2024]);
    expect(history.branches.map(({ years }) => years.find(({ year }) => year === 2024)).map((it) => [it?.score, it?.label?.zh])).toEqual([[null, '优秀'], [null, '良好']]);
    expect((await bureau.as('luojian').call(readReviewGrounds, { organisation: detention(), year: 2024 })).grounds.label.zh).toBe('2024 年度等次：市公机党〔2025〕11号（2025-02-14 通报）');
    expect((await bureau.as('luojian').call(readMyDesk, {})).errands, 'nobody signs for it again').toEqual([]);
  });

  it('entered again are a revision, and what was entered stays', async () => {
    expect(await bureau.as('fangmin').call(enterPastGrades, { ...asked(), grades: [{ organisation: detention(), grade: 'branchExcellent' }] })).toMatchObject({ revision: 1 });
    const { branches } = await bureau.as('fangmin').call(readGradeHistory, { organisation: organs() });
    expect(branches.map(({ years }) => years.find(({ year }) => year === 2024)).map((it) => [it?.revision, it?.label?.zh])).toEqual([[0, '优秀'], [1, '优秀']]);
  });
});

describe('a final year', () => {
  it('changes by a revision only, which leaves what was circulated as it was', async () => {
    await bureau.as('shenyi').call(closeYear, { organisation: organs(), year: REVIEWED });
    expect(await bureau.as('jiping').refusal(recordSession, recordOf(detention(), '2025-12-22'))).toBe('YearFinal');
    const first = await view();
    const { revision, review, version } = await bureau.as('shenyi').call(reviseReview, { ...(await standing()), reason: '异议成立，更正 12 月会议记录' });
    expect(revision).toBe(1);
    expect(await bureau.as('shenyi').refusal(reviseReview, { review: first.head?.review ?? '', version: first.head?.version ?? 0, reason: '再次修订' })).toBe('RevisionRunning');
    await scored({ review, version }, '2026-01-30T09:00:00+08:00');
    const [before, after] = [await view('fangmin', 0), await view()];
    expect(before.branches).toEqual(first.branches);
    const scoreIn = (it: BranchReviewView): number => it.branches.find(({ organisation }) => organisation.id === detention())?.score ?? 0;
    expect(scoreIn(after)).toBeGreaterThan(scoreIn(before));
    expect(await bureau.as('luojian').refusal(signReviewResult, { organisation: detention(), review, remark: '' }), 'a revision is signed for once it is circulated').toBe('ReviewNotCirculated');
    const { years, branches } = await bureau.as('juling').call(readGradeHistory, { organisation: organs() });
    expect([years.at(-1), branches.map((it) => it.years.filter(({ year }) => year === REVIEWED).map(({ grade, revision: of }) => [grade, of]))]).toEqual([REVIEWED, [[['branchGood', 0]], [['branchExcellent', 0]]]]);
    // Until the revision is approved, what was circulated is what holds.
    expect((await bureau.as('luojian').call(readBranchReview, { organisation: detention(), year: REVIEWED })).years[0]).toMatchObject({ year: REVIEWED, score: scoreIn(before) });
  });

  it('and all of it follows from the log alone', async () => {
    const rows = () => bureau.within(async ({ tx }) => [
      await tx.many(sql`SELECT * FROM branch_review ORDER BY revision`), await tx.many(sql`SELECT * FROM branch_review_grade ORDER BY fact_id, organisation_id`), await tx.many(sql`SELECT * FROM self_review`),
    ]);
    const before = await rows();
    await bureau.within((call) => rebuild(call.tx));
    expect(await rows()).toEqual(before);
  });
});
