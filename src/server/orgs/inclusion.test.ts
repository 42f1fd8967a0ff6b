import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import { readBranchScore } from '#domain/assessments/contract.ts';
import { readBranchDesk } from '#domain/boards/contract.ts';
import { listSelfChecks, readSelfCheck, remindBranches } from '#domain/months/self-check-contract.ts';
import { readOrganisation } from '#domain/orgs/contract.ts';
import { recordInclusion, withdrawInclusion } from '#domain/orgs/inclusion-contract.ts';
import { readBranchPoints, readPoints } from '#domain/points/contract.ts';
import { rebuild } from '#server/facts/rebuild.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { lockMonth } from '#test/lock-month.ts';
import { recordOf } from '#test/operations/bench.ts';
import { announce } from '#test/review-bureau.ts';

let bureau: TestBureau;
beforeAll(async () => { bureau = await testBureau(); });
afterAll(() => bureau.drop());

const detention = (): string => bureau.cast.organisation.detention;
const score = () => bureau.as('shenyi').call(readBranchScore, { organisation: detention(), year: 2026 });
const card = async (organisation = detention()) => (await bureau.as('shenyi').call(readOrganisation, { organisation })).inclusion;
const itemsIn = async (state: string): Promise<number> => (await score()).aspects.flatMap(({ items }) => items).filter((it) => it.state === state).length;

it('the day of inclusion turns gaps into what is not included, for the branch and all its screens, and taken back they are gaps again', async () => {
  const gaps = await itemsIn('lacks');
  expect(gaps).toBeGreaterThan(0);
  expect(await card()).toEqual({ own: null, since: null, editable: true });
  const { version } = await bureau.as('shenyi').call(recordInclusion, { organisation: bureau.cast.organisation.organs, version: null, from: '2026-11-01' });
  expect(await card()).toEqual({ own: null, since: { from: '2026-11-01', organisation: '机关党委' }, editable: true });
  expect(await itemsIn('lacks')).toBeLessThan(gaps);
  expect(await itemsIn('notIncluded')).toBeGreaterThan(0);
  const marks = (await score()).aspects.flatMap(({ items }) => items).filter((it) => it.state === 'notIncluded').map(({ value }) => value);
  expect(new Set(marks), 'what is not included has a mark').toEqual(new Set([null]));
  await bureau.within((call) => rebuild(call.tx));
  expect(await card()).toMatchObject({ since: { from: '2026-11-01' } });
  await bureau.as('shenyi').call(withdrawInclusion, { organisation: bureau.cast.organisation.organs, version });
  expect(await itemsIn('lacks')).toBe(gaps);
  expect(await itemsIn('notIncluded')).toBe(0);
});

it('moves the points of members in the same transaction: hours are asked for the months of inclusion', async () => {
  await bureau.as('jiping').call(recordSession, recordOf(detention(), '2026-11-09'));
  const total = async () => (await bureau.as('wenlan').call(readPoints, { person: bureau.cast.person.wenlan, year: 2026 })).total ?? 0;
  const before = await total();
  const { version } = await bureau.as('shenyi').call(recordInclusion, { organisation: detention(), version: null, from: '2026-11-01' });
  expect(await total()).toBeGreaterThan(before);
  const moved = await bureau.as('shenyi').call(recordInclusion, { organisation: detention(), version, from: '2026-10-01' });
  expect(moved.version).toBe(2);
  expect(await bureau.as('shenyi').refusal(recordInclusion, { organisation: detention(), version, from: '2026-09-01' })).toBe('FactChanged');
  await bureau.as('shenyi').call(withdrawInclusion, { organisation: detention(), version: 2 });
  expect(await total()).toBe(before);
});

it('is told beside the points of a member, of a branch and of a self-check of that year, and of no other year', async () => {
  // Nothing is overdue while the year's holidays are not announced.
  await bureau.within((call) => announce(call, 2026));
  const { organs } = bureau.cast.organisation;
  const { wenlan } = bureau.cast.person;
  const told = async (year: number) => [
    (await bureau.as('wenlan').call(readPoints, { person: wenlan, year })).inclusion, (await bureau.as('luojian').call(readBranchPoints, { organisation: detention(), year })).inclusion,
    (await bureau.as('luojian').call(readSelfCheck, { organisation: detention(), period: `${year}-10` })).inclusion,
  ];
  expect(await told(2026)).toEqual([null, null, null]);
  const { version } = await bureau.as('shenyi').call(recordInclusion, { organisation: organs, version: null, from: '2026-11-01' });
  const said = { from: '2026-11-01', organisation: '机关党委' };
  expect(await told(2026)).toEqual([said, said, said]);
  // A month that was left out owes no self-check: nobody is late, nobody is reminded, nothing is on the desk.
  const october = async () => (await bureau.as('fangmin').call(listSelfChecks, { period: '2026-10' })).items.map(({ included, overdue }) => [included, overdue]);
  expect(await october()).toEqual([[false, false], [false, false]]);
  expect(await bureau.as('fangmin').call(remindBranches, { period: '2026-10' })).toEqual({ reminded: 0 });
  expect((await bureau.as('luojian').call(readBranchDesk, {})).selfCheck).toBeNull();
  const moved = await bureau.as('shenyi').call(recordInclusion, { organisation: organs, version, from: '2026-01-01' });
  expect(await october()).toEqual([[true, true], [true, true]]);
  expect((await bureau.as('luojian').call(readBranchDesk, {})).selfCheck).toMatchObject({ period: '2026-10', overdue: true });
  expect(await told(2026), 'the whole year is included').toEqual([null, null, null]);
  await bureau.as('shenyi').call(withdrawInclusion, { organisation: organs, version: moved.version });
});

it('is set by the leaders of the office alone, not into the future, not before the founding, not over a locked month', async () => {
  expect(await bureau.as('fangmin').refusal(recordInclusion, { organisation: detention(), version: null, from: '2026-11-01' })).toBe('NotAllowed');
  expect(await bureau.as('luojian').refusal(recordInclusion, { organisation: detention(), version: null, from: '2026-11-01' })).toBe('NotAllowed');
  expect(await bureau.as('shenyi').refusal(recordInclusion, { organisation: detention(), version: null, from: '2026-12-01' })).toBe('DayInFuture');
  expect(await bureau.as('shenyi').refusal(recordInclusion, { organisation: detention(), version: null, from: '2019-12-31' })).toBe('InclusionBeforeFounded');
  await lockMonth(bureau, 'fangmin', { organisation: bureau.cast.organisation.organs, period: '2026-03' });
  expect(await bureau.as('shenyi').refusal(recordInclusion, { organisation: detention(), version: null, from: '2026-11-01' })).toBe('InclusionMonthLocked');
  await bureau.as('shenyi').call(recordInclusion, { organisation: detention(), version: null, from: '2026-01-01' });
});
