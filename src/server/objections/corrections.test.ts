import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendSession, recordSession } from '#domain/activities/contract.ts';
import { recordMakeUp } from '#domain/activities/record-contract.ts';
import { decideReview, raiseObjection, readCorrectable, readObjectionForm, readObjection, replyToObjection, requestReview } from '#domain/objections/contract.ts';
import { readPoints } from '#domain/points/contract.ts';
import { confirmRegisterEntry, readRegisterEntry, recordRegisterEntry } from '#domain/registers/contract.ts';
import { readBranchScore } from '#domain/assessments/contract.ts';
import { recordLeave } from '#domain/rota/absence-contract.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { announceYears } from '#test/announced-years.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { recordOf } from '#test/operations/bench.ts';

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau();
  await bureau.within(announceYears, '2026-01-02T08:00:00+08:00');
});
afterAll(() => bureau.drop());

const wenlan = (): string => bureau.cast.person.wenlan;
const detention = (): string => bureau.cast.organisation.detention;
const self = () => ({ kind: 'person' as const, id: wenlan() });
const points = async (): Promise<number | null> => (await bureau.as('wenlan').call(readPoints, { person: wenlan() })).total;
const service = async (day: string, service: string, persons = [wenlan()]) => bureau.as('jiping').call(recordRegisterEntry, {
  organisation: detention(), register: 'volunteer', day, until: null, persons: persons.map((person) => ({ person, as: null })), values: { service, minutes: '120' } });
const against = async (fact: string): Promise<string> => {
  const version = (await bureau.within(({ tx }) => tx.one<{ version: number }>(sql`SELECT version FROM fact WHERE fact_id = ${fact}`)))?.version ?? 0;
  return (await bureau.as('wenlan').call(raiseObjection, { about: { kind: 'fact', fact, version }, subject: self(), words: '该条登记有误，请核实更正。' })).objection;
};
const upheld = { verdict: 'upheld' as const, words: '情况属实，予以更正。', fact: null };

describe('an entry of a register', () => {
  it('that waits for ever is counted by the decision', async () => {
    const { entry } = await service('2026-10-10', '社区双报到');
    const before = await points();
    const objection = await against(entry);
    expect(await bureau.as('luojian').call(readCorrectable, { objection, fact: entry })).toMatchObject({ ways: ['confirm'] });
    const { after } = await bureau.as('luojian').call(replyToObjection, { objection, version: 1, ...upheld, correction: { kind: 'confirm' } });
    expect(after).toBe(await points());
    expect(after).toBeGreaterThan(before ?? 0);
    expect((await bureau.as('jiping').call(readRegisterEntry, { entry })).row.waiting).toBe(false);
  });

  it('is put right in its values, which waits for nobody else', async () => {
    const { entry } = await service('2026-10-11', '敬老院服务');
    await bureau.as('luojian').call(confirmRegisterEntry, { entry, version: 1 });
    const objection = await against(entry);
    const correction = { kind: 'values' as const, day: '2026-10-12', until: null, persons: [{ person: wenlan(), as: null }], values: { service: '敬老院服务', minutes: '240' } };
    expect(await bureau.as('tangyue').refusal(replyToObjection, { objection, version: 1, ...upheld, correction: { ...correction, values: {} } })).toBe('EntryIncomplete');
    expect(await bureau.as('tangyue').refusal(replyToObjection, { objection, version: 1, ...upheld, correction: { ...correction, persons: [...correction.persons, { person: bureau.cast.person.tangyue, as: null }] } }),
      'who decides does not write himself into what he decides').toBe('OwnWorkDisputed');
    await bureau.as('tangyue').call(replyToObjection, { objection, version: 1, ...upheld, correction });
    const { row } = await bureau.as('jiping').call(readRegisterEntry, { entry });
    expect(row).toMatchObject({ day: '2026-10-12', waiting: false, version: 2, values: { minutes: '240' } });
    expect(await bureau.as('wenlan').call(readObjection, { objection })).toMatchObject({ standing: 'settled', verdict: 'upheld', correction: { fact: entry, version: 2 } });
    expect(await bureau.as('wenlan').refusal(requestReview, { objection, version: 2, words: '请复核' })).toBe('ReviewNotDue');
  });

  it('is taken back whole', async () => {
    const { entry } = await service('2026-10-13', '交通劝导');
    await bureau.as('luojian').call(confirmRegisterEntry, { entry, version: 1 });
    const before = await points();
    const objection = await against(entry);
    const { after } = await bureau.as('tangyue').call(replyToObjection, { objection, version: 1, ...upheld, correction: { kind: 'withdraw' } });
    expect(after).toBeLessThan(before ?? 0);
    expect(await bureau.as('wenlan').call(readObjection, { objection })).toMatchObject({ correction: { words: { zh: expect.stringMatching(/^撤回/) } } });
  });
});

describe('what excuses and makes up for an absence', () => {
  const stateOf = async (fact: string) => (await bureau.within(({ tx }) => tx.one<{ state: unknown; standing: string }>(sql`SELECT state, standing FROM fact WHERE fact_id = ${fact}`)));

  it('a make-up is put right in its day and way, not before its session, or taken back', async () => {
    const { session } = await bureau.as('jiping').call(recordSession, recordOf(detention(), '2026-11-02', { marks: [{ person: wenlan(), mark: 'absent', reason: 'personalLeave', sitting: 0 }] }));
    const { makeUp } = await bureau.as('jiping').call(recordMakeUp, { session, person: wenlan(), day: '2026-11-12', way: 'reading' });
    const objection = await against(makeUp);
    expect(await bureau.as('tangyue').call(readCorrectable, { objection, fact: makeUp })).toMatchObject({ ways: ['makeUp', 'withdraw'], makeUp: { day: '2026-11-12', way: 'reading' } });
    const correction = (day: string) => ({ kind: 'makeUp' as const, day, way: 'replay' as const });
    expect(await bureau.as('tangyue').refusal(replyToObjection, { objection, version: 1, ...upheld, correction: correction('2026-11-01') })).toBe('MakeUpTooEarly');
    expect(await bureau.as('tangyue').refusal(replyToObjection, { objection, version: 1, ...upheld, correction: correction('2026-12-01') })).toBe('FutureDay');
    expect(await bureau.as('tangyue').refusal(replyToObjection, { objection, version: 1, ...upheld, correction: { kind: 'handedIn', day: '2026-11-05' } })).toBe('CorrectionNotAllowed');
    expect(await stateOf(makeUp)).toMatchObject({ state: { day: '2026-11-12' } });
    await bureau.as('tangyue').call(replyToObjection, { objection, version: 1, ...upheld, correction: correction('2026-11-05') });
    expect(await stateOf(makeUp)).toMatchObject({ standing: 'counted', state: { day: '2026-11-05', way: 'replay', person: wenlan(), session } });
    const again = await against(makeUp);
    await bureau.as('luojian').call(replyToObjection, { objection: again, version: 1, ...upheld, correction: { kind: 'withdraw' } });
    expect(await bureau.within(({ tx }) => tx.one(sql`SELECT withdrawn FROM fact WHERE fact_id = ${makeUp}`))).toEqual({ withdrawn: true });
  });

  it('leave is put right in its dates and reason, by the rules of its register', async () => {
    const own = { person: wenlan(), reason: 'annualLeave', from: '2026-10-19', to: '2026-10-20' };
    const { leave } = await bureau.as('luojian').call(recordLeave, { organisation: detention(), ...own });
    await bureau.as('luojian').call(recordLeave, { organisation: detention(), ...own, from: '2026-10-26', to: '2026-10-26' });
    const objection = await against(leave);
    expect(await bureau.as('tangyue').call(readCorrectable, { objection, fact: leave })).toMatchObject({ ways: ['leave', 'withdraw'], leave: { reason: 'annualLeave' } });
    const correction = { kind: 'leave' as const, reason: 'sickLeave', from: '2026-10-19', to: '2026-10-23' };
    const refused = (over: object) => bureau.as('tangyue').refusal(replyToObjection, { objection, version: 1, ...upheld, correction: { ...correction, ...over } });
    expect(await refused({ to: '2026-10-18' })).toBe('EndsBeforeItBegins');
    expect(await refused({ reason: 'unheardOf' })).toBe('ReasonNotForLeave');
    expect(await refused({ to: '2026-10-26' })).toBe('LeaveOverlaps');
    await bureau.as('tangyue').call(replyToObjection, { objection, version: 1, ...upheld, correction });
    expect(await stateOf(leave)).toMatchObject({ standing: 'counted', state: { person: wenlan(), reason: 'sickLeave', from: '2026-10-19', to: '2026-10-23' } });
  });

  it('a task that was given up as not done is handed in on the day that the decision names', async () => {
    const { factId } = await bureau.within((call) => recordFact(call, { kind: 'assignment', text: { what: '整理台账', report: '', said: '' }, state: {
      organisation: detention(), person: wenlan(), day: '2026-10-12', until: '2026-10-23', stage: 'notDone', handedInOn: null } }));
    const before = await points();
    const objection = await against(factId);
    expect(await bureau.as('tangyue').call(readCorrectable, { objection, fact: factId })).toMatchObject({ ways: ['handedIn'], handedIn: { day: null, from: '2026-10-12', until: '2026-10-23' } });
    const correction = (day: string) => ({ kind: 'handedIn' as const, day });
    expect(await bureau.as('tangyue').refusal(replyToObjection, { objection, version: 1, ...upheld, correction: correction('2026-10-11') })).toBe('CorrectionNotAllowed');
    const { after } = await bureau.as('tangyue').call(replyToObjection, { objection, version: 1, ...upheld, correction: correction('2026-10-22') });
    expect(await stateOf(factId)).toMatchObject({ state: { stage: 'accepted', handedInOn: '2026-10-22' } });
    expect(after).toBe(await points());
    expect(after).not.toBe(before);
  });
});

describe('a final year', () => {
  it('is opened by a review and not by the branch, for exactly the version that the decision names (A-6)', async () => {
    const marks = [{ person: wenlan(), mark: 'absent' as const, reason: null, sitting: 0 }];
    const { session } = await bureau.as('jiping').call(recordSession, recordOf(detention(), '2026-09-14', { marks }));
    const objection = await against(session);
    await bureau.within((call) => recordFact(call, { kind: 'closing', state: { organisation: bureau.cast.organisation.bureau, window: '2026', stage: 'closed', asOfSeq: 1 } }));
    const correction = { kind: 'mark' as const, mark: 'present' as const, reason: null };
    expect(await bureau.as('tangyue').refusal(replyToObjection, { objection, version: 1, ...upheld, correction })).toBe('YearFinal');
    expect(await bureau.as('wenlan').call(readObjection, { objection })).toMatchObject({ standing: 'raised', version: 1 });
    await bureau.as('tangyue').call(replyToObjection, { objection, version: 1, verdict: 'rejected', words: '年度已终审，请提请复核。', fact: null, correction: null });
    await bureau.as('wenlan').call(requestReview, { objection, version: 2, words: '签到表上有本人签名。' });
    const before = await points();
    const { after } = await bureau.as('fangmin').call(decideReview, { objection, version: 3, ...upheld, correction });
    expect(after).toBeGreaterThan(before ?? 0);
    const revised = await bureau.within(({ tx }) => tx.many<{ booked: string; of: string }>(sql`
      SELECT DISTINCT booked_in AS booked, left(for_period, 4) AS of FROM ledger_entry WHERE moved_by = ${session} AND seq = (SELECT seq FROM fact WHERE fact_id = ${session})`));
    expect(revised).toEqual([{ booked: expect.any(String), of: '2026' }]);
    // The decision opened one version; nobody goes on amending under its cover.
    const { organisation: _, arranged: __, ...content } = recordOf(detention(), '2026-09-14', { marks });
    expect(await bureau.as('jiping').refusal(amendSession, { ...content, session, version: 2 })).toBe('YearFinal');
  });
});

describe('a draw for the spot check', () => {
  it('stands until a branch on its list is upheld, and is void then', async () => {
    const hash = '0'.repeat(64);
    const { factId } = await bureau.within((call) => recordFact(call, { kind: 'draw', text: { list: '', words: [], said: '' }, state: {
      organisation: bureau.cast.organisation.organs, window: '2026-Q4', stage: 'drawn', share: 2500, quarters: 4, listHash: hash, words: [], seed: hash,
      list: [{ organisation: detention(), stratum: 'shift', last: null }], items: [{ item: 'study', marked: false }], drawn: [{ organisation: detention(), because: 'lot' }] } }));
    const subject = { kind: 'branch' as const, id: detention() };
    const about = { kind: 'fact' as const, fact: factId, version: 1 };
    expect(await bureau.as('gucheng').refusal(raiseObjection, { about, subject: { kind: 'branch', id: bureau.cast.organisation.command }, words: '名单有误' })).toBe('NotFound');
    const { objection } = await bureau.as('luojian').call(raiseObjection, { about, subject, words: '公布名单漏列两个支部，请重新抽取。' });
    expect(await bureau.as('luojian').call(readObjection, { objection })).toMatchObject({ matter: 'spotCheck', body: 'office', disputed: { kind: 'draw', fact: factId } });
    expect(await bureau.as('tangyue').refusal(readObjection, { objection })).toBe('NotFound');
    await bureau.as('fangmin').call(replyToObjection, { objection, version: 1, ...upheld, correction: { kind: 'void' } });
    expect(await bureau.within(({ tx }) => tx.one(sql`SELECT stage FROM draw WHERE fact_id = ${factId}`))).toEqual({ stage: 'void' });
    expect((await bureau.as('luojian').call(readObjection, { objection })).correction?.words.zh).toMatch(/作废，重新抽取$/);
  });
});

describe('a sheet of a spot check', () => {
  it('is put right in the mark of an item, by nobody of its team', async () => {
    await bureau.within(({ tx }) => tx.run(sql`DELETE FROM closing`));
    const [judge, other] = [bureau.cast.person.shenyi, bureau.cast.others[1] ?? ''];
    const item = { why: 'marked' as const, full: 400, computed: null, selfMark: null, selfFull: null, asked: 3 };
    const { factId } = await bureau.within((call) => recordFact(call, { kind: 'checkSheet', text: { reasons: {}, looked: { brandEffect: '查阅品牌材料' }, opinion: '', problems: [], remark: '' }, state: {
      organisation: detention(), draw: bureau.cast.organisation.organs, window: '2026-Q3', day: '2026-09-15', judges: [judge, other], stage: 'signed', markedBy: judge, confirmedBy: other,
      items: [{ ...item, item: 'brandEffect', checked: 100 }, { ...item, item: 'vanguards', checked: null }], problems: [],
      scheme: 'dezhou', schemeVersion: 1, evaluator: 1, asOfSeq: 1, date: '2026-09-15', groundsHash: '0'.repeat(64) } }));
    const about = { kind: 'fact' as const, fact: factId, version: 1 };
    const { objection } = await bureau.as('luojian').call(raiseObjection, { about, subject: { kind: 'branch', id: detention() }, words: '品牌成效核定分偏低，佐证材料已补。' });
    expect(await bureau.as('luojian').call(readObjection, { objection })).toMatchObject({ matter: 'spotCheck', body: 'office' });
    const correction = (name: string, checked: number) => ({ objection, version: 1, ...upheld, correction: { kind: 'checked' as const, item: name, checked } });
    expect(await bureau.as('fangmin').call(readCorrectable, { objection, fact: factId })).toMatchObject({ ways: ['checked'], sheet: [{ item: 'brandEffect', full: 400, checked: 100 }] });
    expect(await bureau.as('shenyi').refusal(replyToObjection, correction('brandEffect', 300))).toBe('OwnWorkDisputed');
    expect(await bureau.as('fangmin').refusal(replyToObjection, correction('brandEffect', 401))).toBe('MarkAboveFull');
    expect(await bureau.as('fangmin').refusal(replyToObjection, correction('vanguards', 100))).toBe('ItemNotOnSheet');
    const valueOf = async () => (await bureau.as('luojian').call(readBranchScore, { organisation: detention() })).aspects.flatMap(({ items }) => items).find(({ id }) => id === 'brandEffect')?.value;
    const before = await valueOf();
    await bureau.as('fangmin').call(replyToObjection, correction('brandEffect', 300));
    expect(await valueOf()).toBeGreaterThan(before ?? 0);
    expect(await bureau.within(({ tx }) => tx.one(sql`SELECT state->'items'->0->>'checked' AS checked, state->>'stage' AS stage FROM fact WHERE fact_id = ${factId}`))).toEqual({ checked: '300', stage: 'signed' });
  });
});

describe('an item of a branch', () => {
  it('is objected to by its secretary, answered by the office and reviewed by its leaders', async () => {
    await bureau.within(({ tx }) => tx.run(sql`DELETE FROM closing`));
    const score = await bureau.as('luojian').call(readBranchScore, { organisation: detention() });
    const item = score.aspects.flatMap(({ items }) => items)[0]?.id ?? '';
    const about = { kind: 'item' as const, year: 2026, item };
    const subject = { kind: 'branch' as const, id: detention() };
    expect(score.mayObject).toBe(true);
    expect(await bureau.as('tangyue').refusal(raiseObjection, { about, subject, words: '该项得分有误' })).toBe('NotYourMatter');
    expect(await bureau.as('luojian').refusal(raiseObjection, { about: { ...about, item: 'unheardOf' }, subject, words: '该项得分有误' })).toBe('NotFound');
    const { objection } = await bureau.as('luojian').call(raiseObjection, { about, subject, words: '该项得分有误，9 月的主题党日未计入。' });
    expect((await bureau.as('luojian').call(readBranchScore, { organisation: detention() })).objected).toEqual({ [item]: objection });
    const explained = { objection, version: 1, verdict: 'rejected' as const, words: '该次活动尚未登记，补记后自动计入。', fact: null, correction: null };
    expect(await bureau.as('tangyue').refusal(replyToObjection, explained)).toBe('NotFound');
    await bureau.as('fangmin').call(replyToObjection, explained);
    await bureau.as('luojian').call(requestReview, { objection, version: 2, words: '已登记，请复核。' });
    expect(await bureau.as('fangmin').refusal(decideReview, { ...explained, version: 3 })).toBe('NotAllowed');
    await bureau.as('shenyi').call(decideReview, { ...explained, version: 3 });
    expect(await bureau.as('luojian').call(readObjection, { objection })).toMatchObject({ standing: 'decided', verdict: 'rejected', matter: 'item', body: 'office' });
    // Without an item it is about the score of the whole year, on which the grade rests.
    expect(await bureau.as('luojian').call(readObjectionForm, { subject: 'branch', of: detention(), year: 2026 })).toMatchObject({ matter: 'grade', label: { zh: '2026 年度得分和等次' } });
  });
});
