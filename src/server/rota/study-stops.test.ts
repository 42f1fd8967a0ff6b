import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FactState } from '#domain/facts/contract.ts';
import { readExpectation, readRotaMonth } from '#domain/rota/contract.ts';
import { declareStudyStop, listStudyStops, readStopForm, withdrawStudyStop } from '#domain/rota/stop-contract.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

type Branch = 'detention' | 'command';
const organs = (): string => bureau.cast.organisation.organs;
const sessionOf = (branch: Branch, day: string, over: Partial<FactState<'session'>> = {}): Promise<string> => bureau.within(async (call) => (await recordFact(call, {
  kind: 'session', state: {
    organisation: bureau.cast.organisation[branch], arrangement: null, stage: 'arranged', activities: ['mondayStudy'], contents: [], day, period: day.slice(0, 7),
    sittings: [{ day, from: '19:00', to: '21:00' }, { day, from: '22:30', to: '23:30' }], host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [], marks: [],
    allPresent: false, agenda: [], resolutions: [], ...over,
  },
})).factId);
const stateOf = (session: string) => bureau.within(async ({ tx }) => (await factOf(tx, 'session', session))?.state);
const stops = (): Promise<number> => bureau.within(async ({ tx }) => (await tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM fact_log WHERE kind = 'studyStop'`))?.n ?? 0);
const notice = (over = {}) => ({ organisation: organs(), activities: ['mondayStudy'], day: '2026-11-23', movedTo: null as string | null, document: '公党〔2026〕41号', ...over });

describe('cancelling study', () => {
  it('excuses everybody below for the day in one action and leaves the sessions where they are', async () => {
    const arranged = await sessionOf('detention', '2026-11-23');
    const key = 'stop-with-one-key-00001';
    const answer = await bureau.as('fangmin').call(declareStudyStop, notice(), { key });
    expect(answer).toMatchObject({ stopped: [{ session: arranged, organisation: '看守所党支部' }], moved: [], recorded: [] });
    expect(await bureau.as('fangmin').call(declareStudyStop, notice(), { key })).toEqual(answer);
    expect((await stateOf(arranged))?.day).toBe('2026-11-23');
    const { expected, listed, people } = await bureau.as('luojian').call(readExpectation, {
      organisation: bureau.cast.organisation.detention, day: '2026-11-23', from: '19:00', to: '21:00', activities: 'mondayStudy' });
    expect([expected, listed]).toEqual([0, 20]);
    expect(new Set(people.map((it) => it.reason))).toEqual(new Set(['studyStop']));
    const month = await bureau.as('luojian').call(readRotaMonth, { organisation: bureau.cast.organisation.detention, month: '2026-11' });
    expect(month.studies.filter((it) => it.stopped).map((it) => it.day)).toEqual(['2026-11-23']);
  });

  it('is refused a second time, for an unknown activity, on a day before the scheme, and to those who may not', async () => {
    const before = await stops();
    expect(await bureau.as('shenyi').refusal(declareStudyStop, notice())).toBe('StopAlreadyDeclared');
    expect(await bureau.as('shenyi').refusal(declareStudyStop, notice({ organisation: bureau.cast.organisation.detention }))).toBe('StopAlreadyDeclared');
    expect(await bureau.as('fangmin').refusal(declareStudyStop, notice({ day: '2026-11-30', activities: ['tennis'] }))).toBe('ActivityUnknown');
    expect(await bureau.as('fangmin').refusal(declareStudyStop, notice({ day: '2025-11-24' }))).toBe('SchemeMissing');
    expect(await bureau.as('fangmin').refusal(declareStudyStop, notice({ day: '2026-11-30', movedTo: '2026-11-30' }))).toBe('PostponedBackwards');
    expect(await bureau.as('luojian').refusal(declareStudyStop, notice({ day: '2026-11-30', organisation: bureau.cast.organisation.detention }))).toBe('NotAllowed');
    expect(await bureau.as('gucheng').refusal(declareStudyStop, notice({ day: '2026-11-30', organisation: bureau.cast.organisation.detention }))).toBe('NotFound');
    expect(await stops()).toBe(before);
  });

  it('declared by two at the same moment is declared once', async () => {
    const both = await Promise.allSettled([
      bureau.as('fangmin').call(declareStudyStop, notice({ day: '2026-12-21' })), bureau.as('shenyi').call(declareStudyStop, notice({ day: '2026-12-21' }))]);
    expect(both.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('postponing study', () => {
  it('moves what is only arranged, with all its sittings, and names what was recorded already', async () => {
    const arranged = await sessionOf('detention', '2026-11-30');
    const held = await sessionOf('command', '2026-11-30', { stage: 'held' });
    const lecture = await sessionOf('command', '2026-11-30', { activities: ['partyLecture'] });
    const answer = await bureau.as('fangmin').call(declareStudyStop, notice({ day: '2026-11-30', movedTo: '2026-12-02' }));
    expect(answer).toMatchObject({ stopped: [], moved: [{ session: arranged, day: '2026-12-02' }], recorded: [{ session: held, organisation: '指挥中心党支部' }] });
    expect(await stateOf(arranged)).toMatchObject({ day: '2026-12-02', period: '2026-12', sittings: [{ day: '2026-12-02', from: '19:00' }, { day: '2026-12-02', from: '22:30' }] });
    expect((await stateOf(held))?.day).toBe('2026-11-30');
    expect((await stateOf(lecture))?.day).toBe('2026-11-30');
  });

  it('taken back moves back what nobody has touched since', async () => {
    const untouched = await sessionOf('detention', '2026-12-07');
    const recorded = await sessionOf('command', '2026-12-07');
    const { stop } = await bureau.as('fangmin').call(declareStudyStop, notice({ day: '2026-12-07', movedTo: '2026-12-09' }));
    const state = await stateOf(recorded);
    if (!state) throw new Error('no session');
    await bureau.within((call) => amendFact(call, { kind: 'session', factId: recorded, version: 2, state: { ...state, stage: 'held' } }));
    expect(await bureau.as('luojian').refusal(withdrawStudyStop, { stop, version: 1 })).toBe('NotAllowed');
    const answer = await bureau.as('shenyi').call(withdrawStudyStop, { stop, version: 1 });
    expect(answer.movedBack).toMatchObject([{ session: untouched, day: '2026-12-07' }]);
    expect(await stateOf(untouched)).toMatchObject({ day: '2026-12-07', period: '2026-12' });
    expect((await stateOf(recorded))?.day).toBe('2026-12-09');
    expect(await bureau.as('shenyi').refusal(withdrawStudyStop, { stop, version: 2 })).toBe('FactWithdrawn');
  });
});

describe('a notice that was withdrawn', () => {
  it('is found by whoever may declare it, with who withdrew it, until it stands again', async () => {
    const asked = { organisation: organs(), year: '2026' };
    const withdrawn = async (who: 'shenyi' | 'luojian', organisation = organs()) => (await bureau.as(who).call(listStudyStops, { ...asked, organisation })).withdrawn;
    const [found] = await withdrawn('shenyi');
    expect(found).toMatchObject({ scope: { name: '机关党委' }, by: '沈奕', on: '2026-11-17', day: '2026-12-07', movedTo: '2026-12-09' });
    expect(await withdrawn('luojian', bureau.cast.organisation.detention)).toEqual([]);
    if (!found) throw new Error('nothing was withdrawn');
    const { stop, version } = await bureau.as('shenyi').call(declareStudyStop, {
      organisation: found.scope.id, activities: found.activities.map(({ id }) => id), day: found.day, movedTo: found.movedTo, document: found.document });
    expect(await withdrawn('shenyi')).toEqual([]);
    await bureau.as('shenyi').call(withdrawStudyStop, { stop, version });
  });
});

describe('the notices', () => {
  it('are seen from the branch and from the office, with the number of the document', async () => {
    const seen = await bureau.as('luojian').call(listStudyStops, { organisation: bureau.cast.organisation.detention, year: '2026' });
    expect(seen.items.map((it) => it.day)).toEqual(['2026-12-21', '2026-11-30', '2026-11-23']);
    expect(seen.items.at(-1)).toMatchObject({ document: '公党〔2026〕41号', scope: { name: '机关党委' }, activities: [{ zh: '周一集中学习' }], mayWithdraw: false });
    const office = await bureau.as('fangmin').call(listStudyStops, { organisation: organs(), year: '2026' });
    expect(office.items.every((it) => it.mayWithdraw)).toBe(true);
    expect(await bureau.as('gucheng').refusal(listStudyStops, { organisation: bureau.cast.organisation.detention, year: '2026' })).toBe('NotFound');
  });

  it('are declared for what one may declare them for', async () => {
    expect((await bureau.as('luojian').call(readStopForm, {})).scopes).toEqual([]);
    const form = await bureau.as('fangmin').call(readStopForm, { day: '2026-11-23' });
    expect(form.scopes.map((it) => it.shortName)).toEqual(['机关党委', '指挥中心党支部', '看守所党支部']);
    expect(form.activities.filter((it) => it.weekday !== null).map((it) => it.zh)).toEqual(['周一集中学习']);
  });
});
