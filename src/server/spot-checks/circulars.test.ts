import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import { readBranchScore } from '#domain/assessments/contract.ts';
import { type Circular, issueCircular, readCircular } from '#domain/spot-checks/circular-contract.ts';
import * as draws from '#domain/spot-checks/draw-contract.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { recordOf } from '#test/operations/bench.ts';
import { runJobs } from '#test/run-jobs.ts';

let bureau: TestBureau;
let draw: string;
beforeAll(async () => {
  bureau = await testBureau();
  await bureau.as('jiping').call(recordSession, recordOf(detention(), '2026-11-09'));
  ({ draw } = await bureau.as('fangmin').call(draws.publishDraw, { organisation: bureau.cast.organisation.organs, share: 10_000, quarters: 3 }));
  await bureau.as('fangmin').call(draws.giveDrawWord, { draw, word: '海棠' });
  await bureau.as('shenyi').call(draws.giveDrawWord, { draw, word: '春风' });
});
afterAll(() => bureau.drop());

const detention = (): string => bureau.cast.organisation.detention;
const seen = (nth?: number): Promise<Circular> => bureau.as('fangmin').call(readCircular, { draw, ...(nth === undefined ? {} : { nth }) });
const written = async (): Promise<number> => (await bureau.within(({ tx }) => tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM quarter_circular`)))?.n ?? 0;
const issue = async (reason: string, now: string): Promise<void> => {
  await bureau.as('fangmin').call(issueCircular, { draw, reason });
  await runJobs(bureau, now);
};
const rowOf = (circular: Circular) => circular.items.find(({ organisation }) => organisation.id === detention());

/** A confirmed sheet of a branch that found half a point less. */
const confirmed = (organisation: string) => bureau.within((call) => recordFact(call, { kind: 'checkSheet', text: { problems: [] }, state: {
  organisation, draw, window: '2026-Q4', day: '2026-11-17', judges: [bureau.cast.person.fangmin, bureau.cast.person.shenyi], stage: 'confirmed', markedBy: bureau.cast.person.shenyi, confirmedBy: bureau.cast.person.fangmin, problems: [],
  items: [{ item: 'brandEffect', why: 'marked', full: 400, computed: 350, selfMark: null, selfFull: null, checked: 300, asked: 5 }],
  scheme: 'dezhou', schemeVersion: 1, evaluator: 1, asOfSeq: 1, date: '2026-11-17', groundsHash: '0'.repeat(64) } }));

it('is issued by the office once everybody who was drawn is checked', async () => {
  expect(await bureau.as('fangmin').refusal(issueCircular, { draw, reason: '' })).toBe('NobodyDrawnYet');
  await bureau.as('fangmin').call(draws.carryOutDraw, { draw });
  await confirmed(detention());
  const refused = await bureau.as('fangmin').request(issueCircular, { draw, reason: '' });
  expect(JSON.stringify(await refused.json())).toContain('还有 1 个抽到的支部没有核定：指挥中心党支部');
  await confirmed(bureau.cast.organisation.command);
  expect(await bureau.as('luojian').refusal(issueCircular, { draw, reason: '' })).toBe('NotAllowed');
  expect(await bureau.as('xitong').refusal(issueCircular, { draw, reason: '' })).toBe('NotFound');
  expect([await written(), (await seen()).issued, (await seen()).may.issue]).toEqual([0, null, true]);
  bureau.setNow('2027-01-06T09:00:00+08:00');
  await issue('', '2027-01-06T09:00:00+08:00');
  expect(await seen()).toMatchObject({ issued: { nth: 1, on: '2027-01-06', by: '方敏', reason: '', day: '2026-12-31' }, sheets: 2, confirmed: 2, later: [], job: null });
  expect(rowOf(await seen())).toMatchObject({ change: -50, was: null });
});

it('A-3: what comes later changes nothing in it, and is said beside it; its grounds are those of then', async () => {
  const before = await seen();
  bureau.setNow('2027-01-08T09:00:00+08:00');
  await bureau.as('jiping').call(recordSession, recordOf(detention(), '2026-12-14', { activities: ['memberAssembly'] }));
  const after = await seen();
  expect(after.items).toEqual(before.items);
  expect(after.later.map(({ id }) => id)).toEqual([detention()]);
  const { day = '', seq = 0 } = after.issued ?? {};
  const of = { organisation: detention(), year: 2026, day };
  expect((await bureau.as('fangmin').call(readBranchScore, { ...of, seq })).total).toBe(rowOf(before)?.value);
  expect((await bureau.as('fangmin').call(readBranchScore, of)).total).toBeGreaterThan(rowOf(before)?.value ?? 0);
});

it('is revised with a reason: what was issued stays, and each changed number says what it was', async () => {
  const first = await seen();
  expect(await bureau.as('fangmin').refusal(issueCircular, { draw, reason: '' })).toBe('RevisionNeedsReason');
  await issue('补录 12 月党员大会', '2027-01-08T10:00:00+08:00');
  const second = await seen();
  expect(second).toMatchObject({ issued: { nth: 2, reason: '补录 12 月党员大会' }, issues: [{ nth: 1 }, { nth: 2 }], later: [] });
  expect(rowOf(second)?.value).toBeGreaterThan(rowOf(first)?.value ?? 0);
  expect(rowOf(second)?.was).toEqual({ value: rowOf(first)?.value });
  expect(rowOf(second)?.cells.some(({ was }) => was !== null)).toBe(true);
  expect(second.items.filter(({ was }) => was !== null).map(({ organisation }) => organisation.id), 'nobody else is revised').toEqual([detention()]);
  expect((await seen(1)).items).toEqual(first.items);
});

it('is not revised where nothing has changed', async () => {
  await issue('再核一次', '2027-01-08T11:00:00+08:00');
  expect((await seen()).job?.refusal).toMatchObject({ name: 'CircularStays' });
  expect(await written()).toBe(2);
});

it('of an older quarter nothing is worked out while somebody waits', async () => {
  bureau.setNow('2027-08-02T09:00:00+08:00');
  expect((await seen(1)).items).toHaveLength(2);
  const older = await bureau.within((call) => recordFact(call, { kind: 'draw', text: { list: '', words: [], said: '' }, state: {
    organisation: bureau.cast.organisation.organs, window: '2026-Q2', stage: 'drawn', share: 2500, quarters: 3, list: [{ organisation: detention(), stratum: 'office', last: null }], items: [{ item: 'brandEffect', marked: true }],
    listHash: '0'.repeat(64), words: [], seed: '0'.repeat(64), drawn: [] } }));
  expect(await bureau.as('fangmin').call(readCircular, { draw: older.factId })).toMatchObject({ issued: null, items: [], may: { issue: true } });
});
