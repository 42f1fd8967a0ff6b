import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScoreBoard } from '#domain/assessments/board-contract.ts';
import { readBranchScore } from '#domain/assessments/contract.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { amendFact, type AnyNewFact, recordFact, withdrawFact } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { putIntoForce } from '#server/schemes/put-into-force.ts';
import { NOW, testBureau, type TestBureau } from '#test/app.ts';
import { branchScheme } from '#test/schemes/branch-scheme.ts';
import { projectNextScore, projectScores, rebuildScores } from './project-scores.ts';

const TODAY = NOW.slice(0, 10);

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau(null, 'none');
  await bureau.within((call) => putIntoForce(call, { text: branchScheme, from: '2026-01-01' }), '2026-01-01T09:00:00+08:00');
});
afterAll(() => bureau.drop());

const project = (day = TODAY): Promise<void> => projectScores(bureau.database, 'alpha', () => day);
const rows = (): Promise<unknown[]> => bureau.within(async ({ tx }) => [
  ...(await tx.many(sql`SELECT * FROM branch_item ORDER BY organisation_id, year, item`)), ...(await tx.many(sql`SELECT * FROM branch_year ORDER BY organisation_id, year, aspect`))]);
const rebuilt = async (day = TODAY): Promise<unknown[]> => {
  await bureau.within(({ tx }) => rebuildScores(tx, day));
  return rows();
};

const session = (day: string, activities: readonly string[], over: Partial<FactState<'session'>> = {}): FactState<'session'> => ({
  organisation: bureau.cast.organisation.detention, arrangement: null, stage: 'held', activities: [...activities], contents: [], day, period: day.slice(0, 7),
  sittings: [{ day, from: '14:30', to: '16:30' }], host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [], marks: [], allPresent: false, agenda: [], resolutions: [], ...over,
});
const line = (register: string, organisation: 'detention' | 'organs' | 'command', day: string, persons: readonly string[] = [], values: FactState<'record'>['values'] = {}): AnyNewFact =>
  ({ kind: 'record', state: { register, organisation: bureau.cast.organisation[organisation], day, until: null, persons: persons.map((person) => ({ person, as: null })), values } });

describe('the score board', () => {
  it('P13: finds whatever moves it, each kind of fact after it was brought up to date', async () => {
    const { organisation, person: { wenlan, tangyue, gucheng, luojian } } = bureau.cast;
    await project();
    const stories: readonly (readonly [string, AnyNewFact])[] = [
      ['a session', { kind: 'session', state: session('2026-03-11', ['themePartyDay']) }],
      ['a lecture by somebody of another branch', { kind: 'session', state: session('2026-04-08', ['partyLecture'], { speakers: [gucheng] }) }],
      ['a post of him', { kind: 'post', state: { person: gucheng, organisation: organisation.command, post: 'organiser', from: '2026-01-01', to: null } }],
      ['a session of a group', { kind: 'session', state: session('2026-05-13', ['groupMeeting'], { organisation: organisation.groupA }) }],
      ['a visit', line('visit', 'detention', '2026-06-10', [wenlan])],
      ['a decision that another organisation keeps', line('decision', 'organs', '2026-06-11', [wenlan], { level: 'warned' })],
      ['an occasion that the office announces', line('occasion', 'organs', '2026-06-12')],
      ['a talk', line('talk', 'detention', '2026-06-13', [luojian, tangyue])],
      ['a leave', { kind: 'leave', state: { person: wenlan, reason: 'sickLeave', from: '2026-03-01', to: '2026-03-31' } }],
      ['a stop of study', { kind: 'studyStop', state: { scope: organisation.organs, activities: ['mondayStudy'], day: '2026-03-09', movedTo: null } }],
      ['somebody new', { kind: 'membership', state: { person: gucheng, organisation: organisation.detention, group: null, stage: 'full', staffKind: 'officer', from: '2026-10-01', to: null } }],
    ];
    for (const [name, fact] of stories) {
      await bureau.within((call) => recordFact(call, fact));
      await project();
      const followed = await rows();
      expect(followed, `P13: ${name} was not found`).toEqual(await rebuilt());
    }
  });

  it('P13: follows an amendment and a withdrawal, and counts nothing twice', async () => {
    const { factId } = await bureau.within((call) => recordFact(call, { kind: 'session', state: session('2026-07-08', ['themePartyDay']) }));
    await project();
    await bureau.within((call) => amendFact(call, { kind: 'session', factId, version: 1, state: session('2026-08-12', ['themePartyDay']) }));
    await project();
    expect(await rows()).toEqual(await rebuilt());
    await bureau.within((call) => withdrawFact(call, { factId, version: 2 }));
    await project();
    await project();
    expect(await rows()).toEqual(await rebuilt());
  });

  it('says the same as the page of the branch, and names its gaps', async () => {
    const { detention } = bureau.cast.organisation;
    await project();
    const board = await bureau.as('fangmin').call(readScoreBoard, {});
    const page = await bureau.as('luojian').call(readBranchScore, { organisation: detention });
    const row = board.items.find(({ organisation: { id } }) => id === detention);
    expect(board.asOf.behind).toBe(false);
    expect(row).toMatchObject({ value: page.total, progressToDate: page.progressToDate });
    expect(row?.items.map(({ id, value, state, progressToDate }) => [id, value, state, progressToDate]))
      .toEqual(page.aspects.flatMap(({ items }) => items).map(({ id, value, state, progressToDate }) => [id, value, state, progressToDate]));
    expect(row?.aspects.map(({ id, value }) => [id, value])).toEqual(page.aspects.map(({ id, value }) => [id, value]));
    expect(board.gaps).toHaveLength(10);
    expect(board.gaps.map(({ short }) => short)).toEqual(board.gaps.map(({ short }) => short).toSorted((one, other) => other - one));
    expect(board.gaps[0]?.words.zh).toMatch(/^(缺|还|没有)/);
  });

  it('lists branches by number and never by marks, and only those one may see', async () => {
    const numbers = (await bureau.as('fangmin').call(readScoreBoard, {})).items.map(({ organisation: { number } }) => number);
    expect(numbers).toEqual(numbers.toSorted());
    const own = await bureau.as('luojian').call(readScoreBoard, {});
    expect(own.items.map(({ organisation: { name } }) => name)).toEqual(['看守所党支部']);
    expect(await bureau.as('wenlan').refusal(readScoreBoard, {})).toBe('NotFound');
    expect(await bureau.as('gucheng').refusal(readScoreBoard, { organisation: bureau.cast.organisation.detention })).toBe('NotFound');
  });

  it('says that it is behind while something is due, and is counted anew when a day has passed', async () => {
    await bureau.within((call) => recordFact(call, { kind: 'session', state: session('2026-09-09', ['themePartyDay']) }));
    expect((await bureau.as('fangmin').call(readScoreBoard, {})).asOf.behind).toBe(true);
    await project();
    expect((await bureau.as('fangmin').call(readScoreBoard, {})).asOf.behind).toBe(false);
    bureau.setNow('2026-12-01T09:00:00+08:00');
    expect((await bureau.as('fangmin').call(readScoreBoard, {})).asOf.behind).toBe(true);
    await project('2026-12-01');
    const board = await bureau.as('fangmin').call(readScoreBoard, {});
    expect([board.asOf.behind, board.quarter]).toEqual([false, '2026-09-30']);
    expect(await rows()).toEqual(await rebuilt('2026-12-01'));
    expect(await bureau.database.withBureau('alpha', {}, (tx) => projectNextScore(tx, '2026-12-01'))).toBe(false);
  });
});
