import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAssignmentForm } from '#domain/assignments/contract.ts';
import { readMemberReview } from '#domain/evaluations/contract.ts';
import { isFoundBy } from '#domain/people/search-pattern.ts';
import { readRegisterForm } from '#domain/registers/contract.ts';
import { readTargetPlan } from '#domain/targets/contract.ts';
import { testBureau, type TestBureau } from './app.ts';

let bureau: TestBureau;
beforeAll(async () => { bureau = await testBureau(); });
afterAll(() => bureau.drop());

it('wherever somebody is chosen from a list, initials and pinyin find him', async () => {
  const organisation = bureau.cast.organisation.detention;
  const secretary = bureau.as('luojian');
  const lists: Readonly<Record<string, readonly { readonly name: string; readonly key: string }[]>> = {
    task: (await secretary.call(readAssignmentForm, { organisation })).people,
    register: (await secretary.call(readRegisterForm, { register: 'honour', organisation, day: '2026-11-17' })).people,
    'who answers for an item': (await secretary.call(readTargetPlan, { organisation, year: 2026 })).candidates,
    'who grades the members': (await secretary.call(readMemberReview, { organisation, year: 2026 })).candidates,
  };
  for (const [list, people] of Object.entries(lists)) {
    expect(people.length, list).toBeGreaterThan(0);
    const found = (typed: string): string[] => people.filter(({ key }) => isFoundBy(key, typed)).map(({ name }) => name);
    expect([list, found('ty'), found('tang yue'), found('唐')]).toEqual([list, ['唐悦'], ['唐悦'], ['唐悦']]);
  }
});
