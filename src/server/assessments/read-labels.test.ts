import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLabelledFacts, readLabels } from '#domain/assessments/labels-contract.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { putIntoForce } from '#server/schemes/put-into-force.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { branchScheme } from '#test/schemes/branch-scheme.ts';

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau(null, 'none');
  const { organisation: { detention, command, groupA }, person: { wenlan, luojian, tangyue } } = bureau.cast;
  await bureau.within((call) => putIntoForce(call, { text: branchScheme, from: '2026-01-01' }), '2026-01-01T09:00:00+08:00');
  const entry = (register: string, organisation: string, persons: readonly string[]): FactState<'record'> =>
    ({ register, organisation, day: '2026-10-12', until: null, persons: persons.map((person) => ({ person, as: null })), values: {} });
  await bureau.within((call) => recordFacts(call, [
    // Two activities under one label, and one of them under another: one fact.
    { kind: 'session', state: held(detention, '2026-11-02', ['mondayStudy', 'partyLecture']) },
    { kind: 'session', state: held(detention, '2026-11-09', ['mondayStudy', 'themePartyDay']) },
    { kind: 'session', state: held(groupA, '2026-11-10', ['groupMeeting']) },
    { kind: 'session', state: held(command, '2026-11-09', ['mondayStudy']) },
    { kind: 'session', state: { ...held(detention, '2026-11-16', ['mondayStudy']), stage: 'arranged' } },
    { kind: 'session', state: held(detention, '2025-11-10', ['mondayStudy']) },
    { kind: 'record', state: entry('visit', detention, [wenlan]) },
    { kind: 'record', state: { ...entry('decision', detention, [wenlan]), values: { level: 'warned' } } },
    { kind: 'record', state: entry('talk', detention, [luojian, tangyue]) },
  ]));
});
afterAll(() => bureau.drop());

const held = (organisation: string, day: string, activities: string[]): FactState<'session'> => ({
  organisation, arrangement: null, stage: 'held', activities, contents: [], day, period: day.slice(0, 7), sittings: [{ day, from: '19:00', to: '21:00' }],
  host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [], marks: [], allPresent: false, agenda: [], resolutions: [],
});

describe('labels of the frame', () => {
  it('P10: count each fact once under a label and everything above it', async () => {
    const { items, total } = await bureau.as('luojian').call(readLabels, { organisation: bureau.cast.organisation.detention });
    expect(items.map(({ id, depth, count }) => [id, depth, count])).toEqual([
      // The visit stands under service and, by study, under loyalty.
      ['loyalty', 0, 3], ['study', 1, 3], ['service', 0, 2], ['lasting', 0, 3]]);
    expect(total, 'a fact under two labels counts twice in no total').toBe(6);
  });

  it('are counted over all branches for the office, and lead to the facts behind each count', async () => {
    const { items } = await bureau.as('fangmin').call(readLabels, {});
    for (const { id, count } of items) {
      const facts = await bureau.as('fangmin').call(readLabelledFacts, { label: id });
      expect([id, facts.total, facts.items.length]).toEqual([id, count, count]);
      expect(new Set(facts.items.map(({ fact }) => fact)).size).toBe(count);
    }
    expect(items.find(({ id }) => id === 'study')?.count).toBe(4);
  });

  it('say of an entry that is closed to the reader only that it is there', async () => {
    const decision = async (name: 'luojian' | 'fangmin') =>
      (await bureau.as(name).call(readLabelledFacts, { label: 'service', organisation: bureau.cast.organisation.detention })).items.find(({ what }) => what.zh.includes('党纪处理'));
    expect(await decision('luojian')).toMatchObject({ withheld: false, what: { zh: '10-12 党纪处理（党内警告）' } });
    expect(await decision('fangmin')).toMatchObject({ withheld: true, what: { zh: '党纪处理' } });
  });

  it('are nothing to a member or to another branch', async () => {
    expect(await bureau.as('wenlan').refusal(readLabels, {})).toBe('NotFound');
    expect(await bureau.as('gucheng').refusal(readLabelledFacts, { label: 'study', organisation: bureau.cast.organisation.detention })).toBe('NotFound');
  });
});
