import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordSession, type SessionSaved } from '#domain/activities/contract.ts';
import { readSessionRecord } from '#domain/activities/record-contract.ts';
import { readBranchScore } from '#domain/assessments/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { foundOrganisation, readOrganisation } from '#domain/orgs/contract.ts';
import { readPerson } from '#domain/people/contract.ts';
import { mergeBranch } from '#domain/people/merger-contract.ts';
import { readPoints } from '#domain/points/contract.ts';
import { rebuild } from '#server/facts/rebuild.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { footprint } from '#test/operations/footprint.ts';
import { lockMonth } from '#test/lock-month.ts';
import { recordOf } from '#test/operations/bench.ts';

let bureau: TestBureau;
beforeAll(async () => { bureau = await testBureau(); });
afterAll(() => bureau.drop());

const { detention, command } = { detention: () => bureau.cast.organisation.detention, command: () => bureau.cast.organisation.command };
const held = (organisation: string, day: string): Promise<SessionSaved> => bureau.as('shenyi').call(recordSession, recordOf(organisation, day));
const counts = async (session: string) => (await bureau.as('shenyi').call(readSessionRecord, { session })).counts;
/** What stands in every share of attendance of a branch's year: its mark, and how much of how many. */
const share = async (organisation: string) => sharesIn((await bureau.as('shenyi').call(readBranchScore, { organisation, year: 2026 })).grounds);
const sharesIn = (grounds: Grounds | null): unknown[] => (grounds === null ? [] : [...(grounds.how.kind === 'measured' && grounds.how.of === 'share' ? [[grounds.id, grounds.value, grounds.how]] : []), ...grounds.children.flatMap(sharesIn)]);
const points = async () => (await bureau.as('wenlan').call(readPoints, { person: bureau.cast.person.wenlan, year: 2026 })).total;
const statements = () => bureau.within(({ tx }) => tx.many(sql`SELECT fact_id, version, state FROM fact WHERE kind = 'statement' ORDER BY fact_id`));
const versionOf = async (organisation: string) => (await bureau.as('fangmin').call(readOrganisation, { organisation })).organisation.version;
const merge = async (over: Partial<{ organisation: string; into: string; from: string }> = {}) =>
  ({ organisation: detention(), into: command(), from: '2026-11-09', version: await versionOf(over.organisation ?? detention()), ...over });

it('is refused where it makes no sense, and nothing is written', async () => {
  const stored = await footprint(bureau);
  expect(await bureau.as('luojian').refusal(mergeBranch, await merge())).toBe('NotAllowed');
  expect(await bureau.as('fangmin').refusal(mergeBranch, await merge({ into: detention() }))).toBe('MergeUnfit');
  expect(await bureau.as('fangmin').refusal(mergeBranch, await merge({ into: bureau.cast.organisation.organs }))).toBe('MergeUnfit');
  expect(await bureau.as('fangmin').refusal(mergeBranch, await merge({ from: '2026-12-01' }))).toBe('DayInFuture');
  expect(await bureau.as('fangmin').refusal(mergeBranch, await merge({ organisation: command(), into: detention() })), 'whoever belongs to a branch does not merge it').toBe('OwnMembershipOrPost');
  expect(await bureau.as('fangmin').refusal(mergeBranch, { ...(await merge()), version: 9 })).toBe('FactChanged');
  expect(await footprint(bureau)).toEqual(stored);
});

it('moves everybody from the day on, ends the branch the day before, and leaves to it what was its own', async () => {
  const before = await held(detention(), '2026-10-12');
  await held(detention(), '2026-11-02');
  await lockMonth(bureau, 'fangmin', { organisation: bureau.cast.organisation.organs, period: '2026-10' });
  const published = await statements();
  expect(published.length).toBeGreaterThan(20);
  const [own, total, session] = [await share(detention()), await points(), await counts(before.session)];

  expect(await bureau.as('fangmin').call(mergeBranch, await merge())).toEqual({ people: 20, endedPosts: 3, endedTeams: 0, groups: 3 });
  const { memberships, posts } = await bureau.as('shenyi').call(readPerson, { person: bureau.cast.person.luojian });
  expect(memberships.map(({ branch, from, to }) => [branch.name, from, to])).toEqual([['指挥中心党支部', '2026-11-09', null], ['看守所党支部', '2020-01-01', '2026-11-08']]);
  expect(posts).toMatchObject([{ post: 'secretary', to: '2026-11-08' }]);
  expect((await bureau.as('shenyi').call(readOrganisation, { organisation: detention() })).organisation).toMatchObject({ dissolved: '2026-11-08' });

  // What was held and counted up to the day stays where it was; nobody's points move.
  expect(await counts(before.session)).toEqual(session);
  expect(await points()).toBe(total);
  expect(own.length).toBeGreaterThan(0);
  expect(await share(detention()), 'a merger moved a share of the branch that ended').toEqual(own);
  expect(await statements(), 'a merger changed what was published').toEqual(published);

  // From the day on all of them are expected by the other branch, once each.
  const joint = await held(command(), '2026-11-16');
  expect((await counts(joint.session))?.expected).toBe(24);
  await bureau.within((call) => rebuild(call.tx));
  expect((await counts(joint.session))?.expected).toBe(24);
});

it('a branch without people ends all the same, and cannot be merged twice', async () => {
  const { id, version } = await bureau.as('fangmin').call(foundOrganisation, { category: '631', number: 'A121', name: '中共示例市第三支部委员会', shortName: '第三党支部', founded: '2026-01-01', parent: bureau.cast.organisation.organs });
  expect(await bureau.as('fangmin').call(mergeBranch, { organisation: id, version, into: command(), from: '2026-11-10' })).toEqual({ people: 0, endedPosts: 0, endedTeams: 0, groups: 0 });
  expect(await bureau.as('fangmin').refusal(mergeBranch, { organisation: id, version: version + 1, into: command(), from: '2026-11-11' })).toBe('OrganisationDissolved');
});
