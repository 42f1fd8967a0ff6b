import { afterAll, beforeAll, expect, it } from 'vitest';
import { readProposals } from '#domain/boards/contract.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
beforeAll(async () => { bureau = await testBureau(); });
afterAll(() => bureau.drop());

const missed = (day: string, reason: string | null): FactState<'session'> => ({
  organisation: bureau.cast.organisation.detention, arrangement: null, stage: 'held', activities: ['mondayStudy'], contents: [], day, period: day.slice(0, 7),
  sittings: [{ day, from: '19:00', to: '21:00' }], host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [],
  marks: [{ person: bureau.cast.person.wenlan, mark: 'absent', reason, sitting: 0 }], allPresent: false, agenda: [], resolutions: [],
});
const hold = (day: string, reason: string | null = null) => bureau.within((call) => recordFact(call, { kind: 'session', state: missed(day, reason) }));
const asked = () => ({ organisation: bureau.cast.organisation.detention });
const ofWenlan = async () => (await bureau.as('luojian').call(readProposals, asked())).items.filter((it) => it.person.id === bureau.cast.person.wenlan);

it('proposes a talk to the secretary at the third absence without a reason, with the sessions, and leave that was granted is none', async () => {
  for (const day of ['2026-10-12', '2026-10-19']) await hold(day);
  await hold('2026-10-26', 'personalLeave');
  expect(await ofWenlan()).toEqual([]);
  await hold('2026-11-09');
  expect(await ofWenlan()).toMatchObject([{
    id: 'absenceTalk', label: { zh: '谈话提醒' }, counts: true, value: 3, window: '2026',
    sessions: expect.arrayContaining(['2026-10-12', '2026-10-19', '2026-11-09'].map((day) => expect.objectContaining({ day }))),
  }]);
});

it('is not there for whoever only keeps the records, nor for the member', async () => {
  expect(await bureau.as('jiping').refusal(readProposals, asked())).toBe('NotFound');
  expect(await bureau.as('wenlan').refusal(readProposals, asked())).toBe('NotFound');
});
