import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import { planSession } from '#domain/activities/arrangement-contract.ts';
import { readBranchScore } from '#domain/assessments/contract.ts';
import { readBranchDesk } from '#domain/boards/contract.ts';
import { grantLateFiling } from '#domain/months/contract.ts';
import {
  confirmSelfCheck, delegateConfirming, fillSelfCheck, listSelfChecks, readSelfCheck, remindBranches, reviewSelfCheck, type SelfCheckView,
} from '#domain/months/self-check-contract.ts';
import { rebuild } from '#server/facts/rebuild.ts';
import { sql } from '#server/platform/sql.ts';
import { announceYears } from '#test/announced-years.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { lockMonth } from '#test/lock-month.ts';
import { recordOf } from '#test/operations/bench.ts';

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau();
  await bureau.within(announceYears, '2026-01-02T08:00:00+08:00');
  bureau.setNow('2026-10-27T09:00:00+08:00');
  for (const day of ['2026-10-12', '2026-10-19']) await bureau.as('jiping').call(recordSession, recordOf(detention(), day));
});
afterAll(() => bureau.drop());

const detention = (): string => bureau.cast.organisation.detention;
const october = () => ({ organisation: detention(), period: '2026-10' });
const sheet = (): Promise<SelfCheckView> => bureau.as('luojian').call(readSelfCheck, october());
const facts = async (): Promise<number> => (await bureau.within(({ tx }) => tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM fact_log WHERE kind = 'selfCheck'`)))?.n ?? 0;
const lineOf = async (as: 'fangmin' | 'luojian') => (await bureau.as(as).call(listSelfChecks, { period: '2026-10' })).items.find((it) => it.organisation.id === detention());

describe('the self-check of a month', () => {
  it('opens on the 1st of the next month', async () => {
    expect(await bureau.as('luojian').refusal(confirmSelfCheck, { ...october(), version: null, seconds: 40 })).toBe('SelfCheckNotOpen');
    expect(await bureau.as('fangmin').refusal(remindBranches, { period: '2026-10' })).toBe('SelfCheckNotOpen');
    expect(await facts()).toBe(0);
  });

  it('shows a month that runs as the score of the day does: what is still to come lacks nowhere', async () => {
    bureau.setNow('2026-10-21T09:00:00+08:00');
    const coming = { activities: ['mondayStudy'], contents: [], topic: '学习条例', day: '2026-10-26', from: '19:00', to: '21:00', place: '会议室', lecturer: '', material: '' };
    await bureau.as('jiping').call(planSession, { organisation: detention(), ...coming });
    const score = await bureau.as('luojian').call(readBranchScore, { organisation: detention() });
    const running = new Map((await sheet()).aspects.flatMap(({ items }) => items).map((it) => [it.item, it]));
    const ofDay = score.aspects.flatMap(({ items }) => items);
    expect(ofDay.map(({ id, value }) => [id, value])).toEqual(ofDay.map(({ id }) => [id, running.get(id)?.now]));
    expect(running.get('mondayHeld')?.lacks).toEqual(ofDay.find(({ id }) => id === 'mondayHeld')?.lacks.map(({ words }) => words));
  });

  it('is filled in from facts already, item by item, with what is missing', async () => {
    bureau.setNow('2026-11-03T09:00:00+08:00');
    const it = await sheet();
    expect(it).toMatchObject({ stage: 'none', state: 'open', due: '2026-11-06', may: { confirm: true, fill: false } });
    expect(it.aspects.flatMap(({ items }) => items).length).toBeGreaterThan(20);
    expect(it.aspects.flatMap(({ items }) => items).every(({ mark, now }) => mark === now)).toBe(true);
    expect(await lineOf('fangmin')).toMatchObject({ stage: 'none', overdue: false });
  });

  it('leads from each figure of a register to that register, kept by the branch or only to be seen', async () => {
    const items = new Map((await sheet()).aspects.flatMap(({ items }) => items).map((it) => [it.item, it.feeds]));
    expect(items.get('visits')).toEqual([{ register: 'visit', label: { zh: '走访慰问', en: 'Visit' }, keptBy: 'branch' }]);
    expect(items.get('mondayHeld')).toEqual([]);
    // What the product keeps itself (积分确认单) is entered nowhere.
    expect(items.get('pointsWork')).toEqual([]);
  });

  it('is hidden from strangers, and a member is told who could', async () => {
    expect(await bureau.as('gucheng').refusal(readSelfCheck, october())).toBe('NotFound');
    expect(await bureau.as('wenlan').refusal(fillSelfCheck, { ...october(), version: null, notes: [] })).toBe('NotAllowed');
    expect(await bureau.as('jiping').refusal(confirmSelfCheck, { ...october(), version: null, seconds: 10 })).toBe('NotAllowed');
  });

  it('is filled in by one and confirmed by another, who submits it', async () => {
    const [first] = (await sheet()).aspects.flatMap(({ items }) => items);
    const notes = [{ item: first?.item ?? '', words: '因安保任务停学一次' }];
    const filled = await bureau.as('jiping').call(fillSelfCheck, { ...october(), version: null, notes });
    expect(await sheet()).toMatchObject({ stage: 'filled' });
    expect((await sheet()).aspects[0]?.items[0]?.note).toBe('因安保任务停学一次');
    expect(await bureau.as('luojian').refusal(confirmSelfCheck, { ...october(), version: null, seconds: 95 })).toBe('FactChanged');
    const key = 'confirm-self-check-0001';
    const done = await bureau.as('luojian').call(confirmSelfCheck, { ...october(), version: filled.version, seconds: 95 }, { key });
    expect(await bureau.as('luojian').call(confirmSelfCheck, { ...october(), version: filled.version, seconds: 95 }, { key })).toEqual(done);
    expect(done.filed).toBe('onTime');
    expect(await sheet()).toMatchObject({ stage: 'submitted', seconds: 95, filedOn: '2026-11-03', recomputes: true, may: { confirm: false } });
    expect(await bureau.as('luojian').refusal(confirmSelfCheck, { ...october(), version: done.version, seconds: 1 })).toBe('SelfCheckWithOffice');
  });

  it('keeps its numbers, and says what has changed since (A-3)', async () => {
    const before = await sheet();
    await bureau.as('jiping').call(recordSession, recordOf(detention(), '2026-10-26', { activities: ['memberAssembly'] }));
    const after = await sheet();
    expect(after).toMatchObject({ total: before.total, recomputes: true });
    const changed = after.aspects.flatMap(({ items }) => items).filter(({ mark, now }) => mark !== now);
    expect(changed.length).toBeGreaterThan(0);
    expect(after.now).not.toBe(after.total);
  });
});

describe('the office', () => {
  it('returns items with reasons, and passes what comes back; the day of the first filing stays', async () => {
    const { selfCheck, version, aspects } = await sheet();
    const item = aspects[0]?.items[0]?.item ?? '';
    const asked = { selfCheck: selfCheck ?? '', version: version ?? 0, verdict: 'return' as const, reasons: [{ item, words: '请补充会议记录' }] };
    expect(await bureau.as('luojian').refusal(reviewSelfCheck, asked)).toBe('NotAllowed');
    expect(await bureau.as('fangmin').refusal(reviewSelfCheck, { ...asked, reasons: [] })).toBe('ReturnNeedsReason');
    await bureau.as('fangmin').call(reviewSelfCheck, asked);
    const returned = await sheet();
    expect(returned.stage).toBe('returned');
    expect(returned.aspects[0]?.items[0]?.returned).toBe('请补充会议记录');
    bureau.setNow('2026-11-09T09:00:00+08:00');
    expect(await lineOf('fangmin')).toMatchObject({ stage: 'returned', overdue: true });
    const again = await bureau.as('luojian').call(confirmSelfCheck, { ...october(), version: returned.version, seconds: 30 });
    expect(again.filed).toBe('onTime');
    await bureau.as('fangmin').call(reviewSelfCheck, { selfCheck: again.selfCheck, version: again.version, verdict: 'pass', reasons: [] });
    expect((await sheet()).stage).toBe('locked');
    expect(await bureau.as('fangmin').refusal(reviewSelfCheck, { selfCheck: again.selfCheck, version: again.version + 1, verdict: 'pass', reasons: [] })).toBe('SelfCheckNotSubmitted');
  });

  it('reminds at once everybody who has not filed', async () => {
    expect(await bureau.as('luojian').refusal(remindBranches, { period: '2026-10' })).toBe('NotAllowed');
    expect(await bureau.as('fangmin').call(remindBranches, { period: '2026-10' })).toEqual({ reminded: 1 });
    const { items } = await bureau.as('gucheng').call(listSelfChecks, { period: '2026-10' });
    expect((await bureau.as('gucheng').call(readBranchDesk, {})).selfCheck).toMatchObject({ period: '2026-10', overdue: true, reminded: '2026-11-09' });
    expect((await bureau.as('luojian').call(readBranchDesk, {})).selfCheck).toBeNull();
    expect(items).toMatchObject([{ organisation: { id: bureau.cast.organisation.command }, reminded: '2026-11-09', stage: 'none', overdue: true }]);
  });
});

describe('a deputy', () => {
  const september = () => ({ organisation: detention(), period: '2026-09' });

  it('confirms with a dated delegation of the secretary and not without', async () => {
    expect(await bureau.as('tangyue').refusal(confirmSelfCheck, { ...september(), version: null, seconds: 60 })).toBe('NotAllowed');
    const asked = { organisation: detention(), deputy: bureau.cast.person.tangyue, from: '2026-11-09', to: '2026-11-12' };
    expect(await bureau.as('tangyue').refusal(delegateConfirming, asked)).toBe('NotAllowed');
    expect(await bureau.as('luojian').refusal(delegateConfirming, { ...asked, deputy: bureau.cast.person.wenlan })).toBe('DelegationUnfit');
    expect(await bureau.as('luojian').refusal(delegateConfirming, { ...asked, to: '2026-11-08' })).toBe('DelegationUnfit');
    await bureau.as('luojian').call(delegateConfirming, asked);
    const filled = await bureau.as('tangyue').call(fillSelfCheck, { ...september(), version: null, notes: [] });
    expect(await bureau.as('tangyue').refusal(confirmSelfCheck, { ...september(), version: filled.version, seconds: 60 })).toBe('SelfCheckByOther');
    const refilled = await bureau.as('jiping').call(fillSelfCheck, { ...september(), version: filled.version, notes: [] });
    expect((await bureau.as('tangyue').call(confirmSelfCheck, { ...september(), version: refilled.version, seconds: 60 })).filed).toBe('late');
    bureau.setNow('2026-11-13T09:00:00+08:00');
    expect(await bureau.as('tangyue').refusal(confirmSelfCheck, { organisation: detention(), period: '2026-08', version: null, seconds: 60 })).toBe('NotAllowed');
  });
});

describe('a locked month', () => {
  it('takes no self-check without a grant', async () => {
    const august = { organisation: detention(), period: '2026-08' };
    await lockMonth(bureau, 'fangmin', { organisation: bureau.cast.organisation.organs, period: '2026-08' });
    expect(await bureau.as('luojian').refusal(confirmSelfCheck, { ...august, version: null, seconds: 60 })).toBe('SelfCheckMonthLocked');
    await bureau.as('shenyi').call(grantLateFiling, { ...august, until: '2026-11-20', reason: '书记外出，迟报' });
    expect((await bureau.as('luojian').call(confirmSelfCheck, { ...august, version: null, seconds: 60 })).filed).toBe('late');
  });

  it('and all of it follows from the log alone', async () => {
    const rows = () => bureau.within(({ tx }) => tx.many(sql`SELECT * FROM self_check ORDER BY period`));
    const before = await rows();
    await bureau.within((call) => rebuild(call.tx));
    expect(await rows()).toEqual(before);
  });
});
