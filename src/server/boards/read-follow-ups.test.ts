import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMyDesk } from '#domain/boards/contract.ts';
import { readFollowUps } from '#domain/boards/follow-up-contract.ts';
import { recordRegisterEntry } from '#domain/registers/contract.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';

let bureau: TestBureau;
/** Two birthdays in November and one in December; today is 17 November. */
beforeAll(async () => {
  bureau = await testBureau();
  const { person } = bureau.cast;
  const joined = { wenlan: '2012-11-05', zhengqi: '2015-11-26', luojian: '2008-12-01', gucheng: '2009-11-20' } as const;
  await bureau.within((call) => recordFacts(call, Object.entries(joined).map(([name, day]) =>
    ({ kind: 'particulars' as const, state: { person: person[name as keyof typeof joined], joinedParty: day, missing: 0 } }))));
});
afterAll(() => bureau.drop());

const asked = () => ({ organisation: bureau.cast.organisation.detention });
const followUp = async (name: CastName, rule: string) => (await bureau.as(name).call(readFollowUps, asked())).items.find((it) => it.rule === rule);

describe('the Party birthdays of a month', () => {
  it('are shown to those who enter them, with the register, and leave as they are marked', async () => {
    const { wenlan, zhengqi } = bureau.cast.person;
    expect(await followUp('jiping', 'birthdays')).toMatchObject({
      label: { zh: '政治生日' }, clause: '考核细则 1.4', register: 'partyBirthdayMarked', grouping: 'entry', mayEnter: true, met: 0,
      items: [{ person: { id: wenlan }, state: 'due', day: '2026-11-05', until: '2026-11-30' }, { person: { id: zhengqi }, state: 'due', day: '2026-11-26', until: '2026-11-30' }],
    });
    const { entry } = await bureau.as('jiping').call(recordRegisterEntry, {
      ...asked(), register: 'partyBirthdayMarked', day: '2026-11-05', until: null, persons: [{ person: wenlan, as: null }], values: {} });
    const after = await followUp('luojian', 'birthdays');
    expect(after).toMatchObject({ met: 1, items: [{ state: 'met', answer: { kind: 'record', factId: entry } }, { state: 'due', answer: null }] });
    expect(after?.grounds.children.map(({ how }) => (how.kind === 'counted' ? how.state : null))).toEqual(['has', 'open']);
  });

  it('are nothing to colleagues, to another branch, or to the commission for discipline', async () => {
    for (const name of ['wenlan', 'zhengqi', 'gucheng', 'heqing', 'juling'] as const) expect(await bureau.as(name).refusal(readFollowUps, asked()), name).toBe('NotFound');
  });

  it('stand on the desk of whoever it is, in their month, and of nobody else', async () => {
    const birthday = async (name: CastName) => (await bureau.as(name).call(readMyDesk, {})).birthday;
    expect(await birthday('wenlan')).toEqual({ day: '2026-11-05', years: 14 });
    expect([await birthday('luojian'), await birthday('jiping'), await birthday('xitong')]).toEqual([null, null, null]);
  });
});

describe('an order of a mission', () => {
  const enter = async (register: string, day: string, over: { readonly until?: string | null; readonly people?: readonly string[]; readonly values: Record<string, string> }, as: CastName = 'jiping') => {
    const { entry } = await bureau.as(as).call(recordRegisterEntry, {
      ...asked(), register, day, until: over.until ?? null, persons: (over.people ?? []).map((person) => ({ person, as: null })), values: over.values });
    return entry;
  };
  const about = async (entry: string) => (await bureau.as('jiping').call(readFollowUps, { ...asked(), entry })).items
    .flatMap(({ rule, items }) => items.map(({ state, asking, answer }) => [rule, state, asking?.factId === entry ? 'asks' : 'answers', answer?.factId ?? null]));

  it('is entered ahead, asks for its lesson until it begins, and each is found from the other', async () => {
    const order = await enter('missionOrder', '2026-12-01', { until: '2026-12-20', people: bureau.cast.others.slice(0, 3), values: { name: '冬季安保', sort: 'security' } });
    expect(await followUp('luojian', 'lessonOfOrder')).toMatchObject({
      label: { zh: '任务前一课' }, register: 'missionLesson', mayEnter: true, items: [{ state: 'due', day: '2026-12-01', until: '2026-12-01', asking: { kind: 'record', factId: order } }] });
    expect(await followUp('luojian', 'missionOfOrder'), 'who took part is asked when it has begun').toBeUndefined();
    const lesson = await enter('missionLesson', '2026-11-16', { values: { mission: '冬季安保', attended: '3' } });
    expect(await followUp('luojian', 'lessonOfOrder')).toMatchObject({ met: 1, items: [{ state: 'met', answer: { factId: lesson } }] });
    expect(await about(order)).toContainEqual(['lessonOfOrder', 'met', 'asks', lesson]);
    expect(await about(lesson)).toContainEqual(['lessonOfOrder', 'met', 'answers', lesson]);
  });

  it('pays nobody, and is no mission until that is entered', async () => {
    expect(await bureau.as('jiping').refusal(recordRegisterEntry, {
      ...asked(), register: 'mission', day: '2026-12-01', until: '2026-12-20', persons: bureau.cast.others.slice(0, 3).map((person) => ({ person, as: null })), values: { name: '冬季安保', sort: 'security' } })).toBe('DayInFuture');
  });
});

describe('a long mission', () => {
  it('asks within a week for a team or a temporary organisation', async () => {
    const { person } = bureau.cast;
    const mission = await bureau.within((call) => recordFacts(call, [{
      kind: 'record', state: { register: 'mission', organisation: bureau.cast.organisation.detention, day: '2026-11-14', until: '2026-12-05',
        persons: [person.wenlan, person.zhengqi, person.luojian].map((it) => ({ person: it, as: null })), values: { sort: 'security' } } }]));
    expect(mission).toHaveLength(1);
    expect(await followUp('luojian', 'teamOfMission')).toMatchObject({ items: [{ state: 'due', day: '2026-11-14', until: '2026-11-21' }] });
    await bureau.within((call) => recordFacts(call, [{
      kind: 'record', state: { register: 'vanguard', organisation: bureau.cast.organisation.detention, day: '2026-11-15', until: null, persons: [{ person: person.wenlan, as: null }], values: { sort: 'team' } } }]));
    expect(await followUp('luojian', 'teamOfMission')).toMatchObject({ items: [{ state: 'met' }] });
  });
});

describe('the plan of visits', () => {
  it('asks for a plan for each of the care list, then for the visit while it lasts, and counts both', async () => {
    const { person } = bureau.cast;
    const { detention } = bureau.cast.organisation;
    const record = (register: string, day: string, until: string | null, persons: readonly (readonly [string, string | null])[]) =>
      ({ kind: 'record' as const, state: { register, organisation: detention, day, until, persons: persons.map(([who, as]) => ({ person: who, as })), values: {} } });
    await bureau.within((call) => recordFacts(call, [record('careList', '2026-01-10', '2026-12-31', [[person.wenlan, null]]), record('careList', '2026-01-10', '2026-12-31', [[person.zhengqi, null]])]));
    await bureau.within((call) => recordFacts(call, [record('visitPlan', '2026-11-10', '2026-11-30', [[person.luojian, 'visitor'], [person.wenlan, 'visited']])]));
    expect(await followUp('luojian', 'visitsPlanned')).toMatchObject({ met: 1, grouping: 'list', items: expect.arrayContaining([expect.objectContaining({ state: 'due', person: expect.objectContaining({ id: person.zhengqi }) })]) });
    expect(await followUp('luojian', 'visitsOfPlan')).toMatchObject({ as: 'visited', met: 0, items: [{ state: 'due', until: '2026-11-30', person: { id: person.wenlan } }] });
    await bureau.within((call) => recordFacts(call, [record('visit', '2026-11-17', null, [[person.luojian, 'visitor'], [person.wenlan, 'visited']])]));
    expect(await followUp('luojian', 'visitsOfPlan')).toMatchObject({ met: 1, items: [{ state: 'met' }] });
  });
});
