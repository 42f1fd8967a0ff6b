import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BranchScore, readBranchScore, readScoreScopes } from '#domain/assessments/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { putIntoForce } from '#server/schemes/put-into-force.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { branchScheme } from '#test/schemes/branch-scheme.ts';

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau(null, 'none');
  const { person: { luojian, tangyue, wenlan } } = bureau.cast;
  await bureau.within((call) => putIntoForce(call, { text: branchScheme, from: '2026-01-01' }), '2026-01-01T09:00:00+08:00');
  await bureau.within((call) => recordFacts(call, [
    ...['2026-01-14', '2026-02-11', '2026-03-11', '2026-11-11'].map((day) => ({ kind: 'session' as const, state: held(day, ['themePartyDay']) })),
    { kind: 'record', state: entry('decision', [wenlan], { level: 'warned' }) },
    { kind: 'record', state: entry('talk', [luojian, tangyue], {}) },
    { kind: 'record', state: { ...entry('brand', [], {}), until: null } },
  ]));
});
afterAll(() => bureau.drop());

const held = (day: string, activities: string[]): FactState<'session'> => ({
  organisation: bureau.cast.organisation.detention, arrangement: null, stage: 'held', activities, contents: [], day, period: day.slice(0, 7),
  sittings: [{ day, from: '14:30', to: '16:30' }], host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [], marks: [],
  allPresent: false, agenda: [], resolutions: [],
});

const entry = (register: string, persons: readonly string[], values: FactState<'record'>['values']): FactState<'record'> =>
  ({ register, organisation: bureau.cast.organisation.detention, day: '2026-10-12', until: null, persons: persons.map((person) => ({ person, as: null })), values });

const scoreFor = (name: CastName): Promise<BranchScore> => bureau.as(name).call(readBranchScore, { organisation: bureau.cast.organisation.detention });
const itemOf = (score: BranchScore, id: string) => score.aspects.flatMap(({ items }) => items).find((item) => item.id === id);
const nodes = (grounds: Grounds | null): Grounds[] => (grounds === null ? [] : [grounds, ...grounds.children.flatMap(nodes)]);
const under = (score: BranchScore, id: string): Grounds[] => nodes(nodes(score.grounds).find((it) => it.id === id) ?? null);

describe('the score of a branch', () => {
  it('says of each item its mark, how it stands and what it lacks', async () => {
    const score = await scoreFor('luojian');
    expect(score.aspects.map(({ id }) => id)).toEqual(['thought', 'organisation', 'discipline']);
    // 4 of the 10 months that are over and November, which is met already.
    expect(itemOf(score, 'themeDays')).toMatchObject({
      value: 201, full: 554, weight: 400, state: 'lacks', progressToDate: 3636, lacks: [{ words: { zh: '缺4月、5月、6月、7月等 7 项' }, due: null }],
      closing: { kind: 'session', activity: 'themePartyDay', window: '2026-04', group: null },
      guidance: { zh: '每月固定一天，全体党员参加，当日记入系统。' },
    });
    expect(itemOf(score, 'brands')).toMatchObject({ weight: 200, state: 'done', progressToDate: 10_000, lacks: [] });
    expect(itemOf(score, 'reminders')).toMatchObject({ value: null, state: 'notApplicable', progressToDate: null });
    expect(itemOf(score, 'inOrder')).toMatchObject({ value: 700, full: 1000, weight: 500, progressToDate: 7000 });
    expect(itemOf(score, 'talks')).toMatchObject({ state: 'inProgress' });
  });

  it('comes with the same marks for everybody who may see it, and adds up', async () => {
    const [secretary, office, member] = [await scoreFor('luojian'), await scoreFor('fangmin'), await scoreFor('wenlan')];
    const marks = (score: BranchScore) => nodes(score.grounds).filter(({ value }) => value !== null).map(({ value }) => value);
    expect(secretary.total).not.toBeNull();
    expect(marks(office)).toEqual(marks(secretary));
    expect(marks(member)).toEqual(marks(secretary));
    for (const { aspects, total } of [secretary, office, member]) expect(aspects.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(total);
  });

  it('shows a decision of discipline to whom the register is open, and to others whose right hides it', async () => {
    const decision = under(await scoreFor('luojian'), 'decisions');
    expect(decision.map(({ how }) => how.kind)).toEqual(['sum', 'fact']);
    expect(JSON.stringify(await scoreFor('luojian'))).toContain('党纪处理（党内警告）');
    const withheld = under(await scoreFor('fangmin'), 'decisions')[1];
    expect(withheld).toMatchObject({ value: -150, how: { kind: 'sum' }, label: { zh: expect.stringMatching(/^党纪处理：内容限本人和.*支部书记.*查看$/) } });
    expect(JSON.stringify(await scoreFor('fangmin'))).not.toContain('党纪处理（党内警告）');
  });

  it('names people to those who act for the branch, and nobody to a member', async () => {
    const { person: { luojian, wenlan } } = bureau.cast;
    expect((await scoreFor('luojian')).names[wenlan]).toEqual({ zh: '温岚', en: '温岚' });
    const seen = await scoreFor('wenlan');
    expect(seen.total).not.toBeNull();
    const text = JSON.stringify(seen);
    for (const id of [luojian, wenlan, ...bureau.cast.others]) expect(text.includes(id), id).toBe(false);
  });

  it('is of the day that is asked for', async () => {
    const march = await bureau.as('luojian').call(readBranchScore, { organisation: bureau.cast.organisation.detention, day: '2026-03-31' });
    expect(itemOf(march, 'themeDays')).toMatchObject({ value: 720, full: 720, weight: 400, state: 'inProgress', progressToDate: 10_000, lacks: [] });
    expect(march.asOf.day).toBe('2026-03-31');
  });

  it('is nothing to another branch, and offers no other branch', async () => {
    expect(await bureau.as('gucheng').refusal(readBranchScore, { organisation: bureau.cast.organisation.detention })).toBe('NotFound');
    expect((await bureau.as('wenlan').call(readScoreScopes, {})).items.map(({ name }) => name)).toEqual(['看守所党支部']);
    expect((await bureau.as('fangmin').call(readScoreScopes, {})).items.map(({ name }) => name)).toEqual(['指挥中心党支部', '看守所党支部']);
    expect((await bureau.as('anquan').call(readScoreScopes, {})).items).toEqual([]);
  });
});
