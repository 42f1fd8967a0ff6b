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
