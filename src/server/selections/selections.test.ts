import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordRegisterEntry } from '#domain/registers/contract.ts';
import { readMyDesk } from '#domain/boards/contract.ts';
import * as objections from '#domain/objections/contract.ts';
import { listObjections } from '#domain/objections/list-contract.ts';
import * as selections from '#domain/selections/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { announceYears } from '#test/announced-years.ts';
import { approvedMember } from '#test/approved-member.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';

let bureau: TestBureau;
/** Three of the detention branch meet the conditions; the deputy has the grade and too few points. */
beforeAll(async () => {
  bureau = await testBureau();
  await bureau.within(announceYears, '2026-01-02T08:00:00+08:00');
  for (const name of ['wenlan', 'zhengqi', 'luojian'] as const) await approvedMember(bureau, bureau.cast.person[name]);
  await approvedMember(bureau, bureau.cast.person.tangyue, { figures: [{ part: 'memberTotal', value: 8000 }] });
});
afterAll(() => bureau.drop());

const detention = (): string => bureau.cast.organisation.detention;
const person = (name: keyof TestBureau['cast']['person']): string => bureau.cast.person[name];
const open = async (title: string, quota: number): Promise<string> =>
  (await bureau.as('fangmin').call(selections.openSelection, { organisation: bureau.cast.organisation.organs, year: 2026, title, quota })).selection;
const proposing = (selection: string, name: keyof TestBureau['cast']['person']) => ({ selection, organisation: detention(), person: person(name), minutes: '11月16日支委会', reason: '任务面前先上' });
const propose = (selection: string, name: keyof TestBureau['cast']['person']) => bureau.as('luojian').call(selections.nominateMember, proposing(selection, name));
const seen = async (selection: string, as: CastName = 'fangmin'): Promise<selections.SelectionView | undefined> =>
  (await bureau.as(as).call(selections.listSelections, { year: 2026 })).items.find((it) => it.selection === selection);
const rows = (): Promise<number> => bureau.within(async ({ tx }) => (await tx.one<{ n: number }>(sql`
  SELECT (SELECT count(*) FROM award_selection) + (SELECT count(*) FROM award_nomination) + (SELECT count(*) FROM award_step) AS n`))?.n ?? -1);

describe('a selection', () => {
  it('goes from the proposals of branches over the notice to the decision by a document', async () => {
    const selection = await open('优秀共产党员', 2);
    const candidates = await bureau.as('luojian').call(selections.listCandidates, { selection, organisation: detention() });
    expect(candidates.items.map(({ name }) => name).toSorted()).toEqual(['温岚', '罗建', '郑琦'].toSorted());
    expect(JSON.stringify(candidates)).not.toMatch(/9500|8000|"value"/);
    // Nothing is proposed by itself.
    expect((await seen(selection))?.nominees).toEqual([]);
    await propose(selection, 'wenlan');
    await propose(selection, 'zhengqi');
    expect((await seen(selection))?.nominees.map((it) => it.person.name).toSorted()).toEqual(['温岚', '郑琦'].toSorted());
    expect((await seen(selection, 'gucheng'))?.nominees).toEqual([]);
    expect((await seen(selection, 'wenlan'))?.nominees).toEqual([]);

    await bureau.as('fangmin').call(selections.postSelectionNotice, { selection, persons: [person('wenlan')], from: '2026-11-17', until: '2026-11-24' });
    expect(await seen(selection, 'gucheng')).toMatchObject({ stage: 'noticed', notice: { from: '2026-11-17', until: '2026-11-24', over: false, persons: [{ person: { name: '温岚' }, organisation: '看守所党支部' }] }, decision: null });
    const deciding = { selection, persons: [person('wenlan')], document: '机关党〔2026〕40号' };
    expect(await bureau.as('shenyi').refusal(selections.decideSelection, deciding)).toBe('NoticeNotOver');
    bureau.setNow('2026-11-24T09:00:00+08:00');
    expect(await bureau.as('shenyi').refusal(selections.decideSelection, deciding)).toBe('NoticeNotOver');
    bureau.setNow('2026-11-25T09:00:00+08:00');
    expect(await bureau.as('fangmin').refusal(selections.decideSelection, deciding)).toBe('NotAllowed');
    expect(await bureau.as('shenyi').refusal(selections.decideSelection, { ...deciding, persons: [person('zhengqi')] })).toBe('NotNoticed');
    await bureau.as('shenyi').call(selections.decideSelection, deciding);
    expect(await seen(selection, 'wenlan')).toMatchObject({ stage: 'decided', decision: { on: '2026-11-25', document: '机关党〔2026〕40号', persons: [{ person: { name: '温岚' } }] } });
    expect(await bureau.as('shenyi').refusal(selections.decideSelection, deciding)).toBe('SelectionPast');
    expect(await bureau.as('fangmin').refusal(selections.returnSelection, { selection, reason: '再议一次' })).toBe('SelectionPast');
    bureau.setNow('2026-11-17T09:00:00+08:00');
  });

  it('refuses more than the quota, whom no branch proposed, and a notice that is too short or backdated; nothing is written', async () => {
    const selection = await open('优秀党务工作者', 1);
    await propose(selection, 'wenlan');
    await propose(selection, 'zhengqi');
    const before = await rows();
    const notice = (persons: string[], from = '2026-11-17', until = '2026-11-24') => bureau.as('fangmin').refusal(selections.postSelectionNotice, { selection, persons, from, until });
    expect(await notice([person('wenlan'), person('zhengqi')])).toBe('QuotaExceeded');
    expect(await notice([person('luojian')])).toBe('NotNominated');
    expect(await notice([person('wenlan')], '2026-11-17', '2026-11-23')).toBe('NoticeTooShort');
    expect(await notice([person('wenlan')], '2026-11-16', '2026-11-30')).toBe('NoticeBackdated');
    expect(await bureau.as('luojian').refusal(selections.nominateMember, proposing(selection, 'wenlan'))).toBe('NominatedAlready');
    expect(await bureau.as('luojian').refusal(selections.nominateMember, proposing(selection, 'tangyue'))).toBe('NotInReference');
    expect(await bureau.as('gucheng').refusal(selections.nominateMember, proposing(selection, 'luojian'))).toBe('NotFound');
    expect(await bureau.as('jiping').refusal(selections.nominateMember, proposing(selection, 'luojian'))).toBe('NotAllowed');
    expect(await bureau.as('shenyi').refusal(selections.decideSelection, { selection, persons: [person('wenlan')], document: '机关党〔2026〕41号' })).toBe('SelectionNotNoticed');
    expect(await bureau.as('fangmin').refusal(selections.openSelection, { organisation: bureau.cast.organisation.organs, year: 2026, title: '优秀党务工作者', quota: 1 })).toBe('SelectionThere');
    expect(await bureau.as('fangmin').refusal(selections.openSelection, { organisation: detention(), year: 2026, title: '其他', quota: 1 })).toBe('CommitteesSelect');
    expect(await rows()).toBe(before);
  });

  it('is open again once the office takes the notice back, and a proposal can be taken back before the notice alone', async () => {
    const selection = await open('岗位标兵', 2);
    await propose(selection, 'wenlan');
    await propose(selection, 'luojian');
    await bureau.as('fangmin').call(selections.postSelectionNotice, { selection, persons: [person('wenlan'), person('luojian')], from: '2026-11-17', until: '2026-11-24' });
    expect(await bureau.as('luojian').refusal(selections.withdrawNomination, { selection, person: person('wenlan'), reason: '另行研究' })).toBe('SelectionPast');
    await bureau.as('fangmin').call(selections.returnSelection, { selection, reason: '收到反映，需要核实' });
    expect(await seen(selection, 'gucheng')).toMatchObject({ stage: 'opened', notice: null, returned: [] });
    expect((await seen(selection))?.returned).toEqual([{ on: '2026-11-17', reason: '收到反映，需要核实' }]);
    await bureau.as('luojian').call(selections.withdrawNomination, { selection, person: person('wenlan'), reason: '另行研究' });
    expect((await seen(selection))?.nominees.map((it) => it.person.name)).toEqual(['罗建']);
  });

  it('keeps out at every step whoever has a decision of discipline in force, without saying which', async () => {
    const selection = await open('先锋个人', 2);
    await propose(selection, 'zhengqi');
    await bureau.as('heqing').call(recordRegisterEntry, {
      organisation: detention(), register: 'disciplineDecision', day: '2026-11-16', until: '2027-11-15', persons: [{ person: person('zhengqi'), as: null }], values: { level: 'warning', document: '机关纪〔2026〕9号' } });
    const refused = await bureau.as('fangmin').request(selections.postSelectionNotice, { selection, persons: [person('zhengqi')], from: '2026-11-17', until: '2026-11-24' });
    const words = JSON.stringify(await refused.json());
    expect(words).toContain('PersonVetoed');
    expect(words).not.toMatch(/警告|9号|处分/);
    await bureau.as('luojian').call(selections.withdrawNomination, { selection, person: person('zhengqi'), reason: '另行研究' });
    expect(await bureau.as('luojian').refusal(selections.nominateMember, proposing(selection, 'zhengqi'))).toBe('PersonVetoed');
  });
});

describe('an objection to the notice', () => {
  let selection: string;
  const about = (name: keyof TestBureau['cast']['person']) => ({ kind: 'listing' as const, selection, person: person(name) });
  const raising = (by: 'jiping' | 'tangyue' | 'luojian' | 'wenlan' | 'zhengqi', against: keyof TestBureau['cast']['person']) =>
    ({ about: about(against), subject: { kind: 'person' as const, id: person(by) }, words: '任务期间两次脱岗，有值班记录' });
  const decided = { fact: null, correction: null };
  const entries = async (): Promise<number> => (await bureau.within(({ tx }) => tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM fact_log WHERE kind = 'objection'`)))?.n ?? 0;

  beforeAll(async () => {
    bureau.setNow('2026-11-17T09:00:00+08:00');
    selection = await open('优秀共产党员标兵', 2);
  });

  it('asks on the desk for what comes next: the branch to propose, the office to post, the leader to decide; who is listed reads it', async () => {
    const desk = async (as: CastName) => (await bureau.as(as).call(readMyDesk, {})).errands.filter(({ subject }) => subject === selection).map(({ kind }) => kind);
    expect([await desk('luojian'), await desk('fangmin'), await desk('wenlan'), await desk('gucheng')], 'nobody of the command branch is in the reference').toEqual([['propose'], [], [], []]);
    await propose(selection, 'wenlan');
    expect([await desk('luojian'), await desk('fangmin')]).toEqual([[], ['postNotice']]);
    await propose(selection, 'luojian');
    await bureau.as('fangmin').call(selections.postSelectionNotice, { selection, persons: [person('wenlan'), person('luojian')], from: '2026-11-17', until: '2026-11-24' });
    expect([await desk('fangmin'), await desk('shenyi'), await desk('wenlan')]).toEqual([[], [], ['listed']]);
    bureau.setNow('2026-11-25T09:00:00+08:00');
    expect(await desk('shenyi')).toEqual(['decide']);
    bureau.setNow('2026-11-17T09:00:00+08:00');
    await bureau.as('fangmin').call(selections.returnSelection, { selection, reason: '名单顺序有误，重新公示' });
  });

  it('is raised while the notice stands, by a member in his own name, once, to somebody on it', async () => {
    expect(await bureau.as('jiping').refusal(objections.raiseObjection, raising('jiping', 'wenlan'))).toBe('SelectionNotNoticed');
    await bureau.as('fangmin').call(selections.postSelectionNotice, { selection, persons: [person('wenlan'), person('luojian')], from: '2026-11-17', until: '2026-11-24' });
    expect((await seen(selection, 'jiping'))?.notice?.persons.map(({ mayObject, struck }) => [mayObject, struck])).toEqual([[true, false], [true, false]]);
    expect(await bureau.as('jiping').refusal(objections.raiseObjection, raising('jiping', 'tangyue')), 'he stands on no list').toBe('NotFound');
    expect(await bureau.as('xitong').refusal(objections.raiseObjection, raising('jiping', 'wenlan'))).toBe('NotFound');
    expect(await entries()).toBe(0);
    const form = await bureau.as('jiping').call(objections.readObjectionForm, { subject: 'person', of: person('jiping'), selection, listed: person('wenlan') });
    expect(form).toMatchObject({ label: { zh: '“优秀共产党员标兵”公示人选：温岚' }, matter: 'listing', body: 'office', deadline: '2026-11-24', provisional: false });
    const key = 'object-to-the-notice-01';
    const first = await bureau.as('jiping').call(objections.raiseObjection, raising('jiping', 'wenlan'), { key });
    expect(await bureau.as('jiping').call(objections.raiseObjection, raising('jiping', 'wenlan'), { key })).toEqual(first);
    expect(await bureau.as('jiping').refusal(objections.raiseObjection, raising('jiping', 'wenlan'))).toBe('ObjectedAlready');
    await bureau.as('tangyue').call(objections.raiseObjection, raising('tangyue', 'luojian'));
    expect(await entries()).toBe(2);
  });

  it('is told to nobody but those who decide, least of all to him whom it is about', async () => {
    const { items } = await bureau.as('fangmin').call(listObjections, { list: 'open' });
    expect(items.map(({ matter, toMove, deadline }) => [matter, toMove, deadline])).toEqual([['listing', true, '2026-11-24'], ['listing', true, '2026-11-24']]);
    const against = items.find(({ label }) => label.zh.includes('温岚'))?.objection ?? '';
    for (const stranger of ['wenlan', 'luojian', 'gucheng'] as const) expect(await bureau.as(stranger).refusal(objections.readObjection, { objection: against })).toBe('NotFound');
    expect((await seen(selection, 'wenlan'))?.notice?.disputed).toBeNull();
    expect((await seen(selection))?.notice?.disputed).toBe(2);
  });

  it('keeps the decision back; upheld it takes him off the list, rejected he stays, and nobody decides on his own', async () => {
    bureau.setNow('2026-11-25T09:00:00+08:00');
    expect(await bureau.as('zhengqi').refusal(objections.raiseObjection, raising('zhengqi', 'luojian'))).toBe('ObjectionTooLate');
    const deciding = { selection, persons: [person('luojian')], document: '机关党〔2026〕42号' };
    expect(await bureau.as('shenyi').refusal(selections.decideSelection, deciding)).toBe('SelectionDisputed');
    const { items } = await bureau.as('fangmin').call(listObjections, { list: 'open' });
    const of = (name: string) => items.find(({ label }) => label.zh.includes(name));
    const answer = (name: string, verdict: 'upheld' | 'partly' | 'rejected', words: string) => ({ objection: of(name)?.objection ?? '', version: of(name)?.version ?? 0, verdict, words, ...decided });
    // Both answers were due on the 24th: they have gone to review by themselves.
    expect(await bureau.as('fangmin').refusal(objections.decideReview, answer('温岚', 'upheld', '经核实属实'))).toBe('NotAllowed');
    expect(await bureau.as('shenyi').refusal(objections.decideReview, answer('温岚', 'partly', '经核实属实'))).toBe('CorrectionNotAllowed');
    const before = await rows();
    await bureau.as('shenyi').call(objections.decideReview, answer('罗建', 'rejected', '经核实，当日为轮休'));
    expect(await rows()).toBe(before);
    await bureau.as('shenyi').call(objections.decideReview, answer('温岚', 'upheld', '经核实属实，取消人选'));
    expect(await rows(), 'her proposal is taken back').toBe(before + 1);
    expect((await seen(selection, 'gucheng'))?.notice?.persons.map((it) => [it.person.name, it.struck])).toEqual([['罗建', false], ['温岚', true]]);
    expect(await bureau.as('shenyi').refusal(selections.decideSelection, { ...deciding, persons: [person('wenlan')] })).toBe('NomineeStruck');
    await bureau.as('shenyi').call(selections.decideSelection, deciding);
    expect((await seen(selection))?.decision?.persons.map((it) => it.person.name)).toEqual(['罗建']);
    bureau.setNow('2026-11-17T09:00:00+08:00');
  });
});
