import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  amendArrangement, arrangementRow, arrangeSessions, planSession, readArrangementMonth, withdrawArrangement,
} from '#domain/activities/arrangement-contract.ts';
import { restoreArrangement } from '#domain/activities/restoring-contract.ts';
import { listSessions, recordSession, reportNotHeld, withdrawSession } from '#domain/activities/contract.ts';
import { announceCalendar } from '#domain/calendar/contract.ts';
import { readSessionRecord } from '#domain/activities/record-contract.ts';
import { putIntoForce } from '#server/schemes/put-into-force.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { Answered, testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

const row = (day: string, change: Partial<z.input<typeof arrangementRow>> = {}): z.input<typeof arrangementRow> => ({
  day, from: '19:00', to: '21:00', activities: ['mondayStudy'], contents: ['theory'], topic: '学习党章', place: '', lecturer: '李教授', material: '党章第六章', ...change,
});
const arrange = (...rows: z.input<typeof arrangementRow>[]) => ({ organisation: bureau.cast.organisation.organs, organisations: [], rows });
const recordOf = (session: string, version: number, day: string): z.input<typeof recordSession.input> => ({
  organisation: bureau.cast.organisation.detention, arranged: { session, version }, activities: ['mondayStudy'], contents: [], topic: '学习党章',
  period: day.slice(0, 7), reason: '', sittings: [{ day, from: '19:00', to: '21:00', place: '' }], host: null, minuteTaker: null, speakers: [], exchanges: [],
  attendees: [], lecturer: '', material: '', otherAttendees: '', agenda: [], resolutions: [], discussion: '', marks: [], allPresent: true,
});
const sessionsOn = async (day: string) => (await bureau.as('fangmin').call(listSessions, { from: day, to: day })).items;

describe('the arrangement of a month', () => {
  it('proposes the Mondays of the month and says on which of them study is stopped', async () => {
    const { organisation } = bureau.cast;
    await bureau.within((call) => recordFact(call, { kind: 'studyStop', state: { scope: organisation.bureau, activities: ['mondayStudy'], day: '2026-10-05', movedTo: null } }));
    const month = await bureau.as('fangmin').call(readArrangementMonth, { organisation: organisation.organs, month: '2026-10' });
    expect(month.proposed.map((it) => [it.day, it.from, it.stopped])).toEqual([
      ['2026-10-05', '19:00', true], ['2026-10-12', '19:00', false], ['2026-10-19', '19:00', false], ['2026-10-26', '19:00', false]]);
    expect(month.holders.branch.map(({ name }) => name)).toEqual(['指挥中心党支部', '看守所党支部']);
  });

  it('says which days of it are holidays, and that nobody knows before the year is announced', async () => {
    const read = async (month: string) => (await bureau.as('fangmin').call(readArrangementMonth, { organisation: bureau.cast.organisation.organs, month })).calendar;
    expect(await read('2027-10')).toEqual({ announced: false, holidays: [], workdays: [] });
    await bureau.as('fangmin').call(announceCalendar, {
      year: '2027', document: '', holidays: [{ names: ['newYear'], from: '2027-01-01', to: '2027-01-03' }, { names: ['nationalDay'], from: '2027-10-01', to: '2027-10-04' }], workdays: ['2027-10-09'] });
    expect(await read('2027-10')).toEqual({
      announced: true, holidays: ['01', '02', '03', '04'].map((day) => ({ day: `2027-10-${day}`, names: ['nationalDay'] })), workdays: ['2027-10-09'] });
    const { proposed } = await bureau.as('fangmin').call(readArrangementMonth, { organisation: bureau.cast.organisation.organs, month: '2027-10' });
    expect(proposed.map(({ day }) => day), 'a make-up Saturday brings no Monday with it').toEqual(['2027-10-04', '2027-10-11', '2027-10-18', '2027-10-25']);
  });

  it('proposes on its new day what the scheme moves from a holiday', async () => {
    const text = readFileSync('schemes/dezhou.yaml', 'utf8').replace('version: 1', 'version: 2').replace('weekday: monday', 'weekday: monday\n    holiday: shift');
    await bureau.within((call) => putIntoForce(call, { text, from: '2027-01-01' }));
    const { proposed } = await bureau.as('fangmin').call(readArrangementMonth, { organisation: bureau.cast.organisation.organs, month: '2027-10' });
    expect(proposed.map(({ day, movedFrom }) => [day, movedFrom])).toEqual([['2027-10-05', '2027-10-04'], ['2027-10-11', null], ['2027-10-18', null], ['2027-10-25', null]]);
  });

  it('gives every branch below a session for each line, in one action', async () => {
    const { arrangements } = await bureau.as('fangmin').call(arrangeSessions, arrange(row('2026-12-07'), row('2026-12-14')));
    expect(arrangements.map((it) => [it.day, it.sessions])).toEqual([['2026-12-07', 2], ['2026-12-14', 2]]);
    expect((await sessionsOn('2026-12-07')).map((it) => [it.organisation.name, it.topic, it.status])).toEqual([
      ['指挥中心党支部', '学习党章', 'arranged'], ['看守所党支部', '学习党章', 'arranged']]);
    const month = await bureau.as('fangmin').call(readArrangementMonth, { organisation: bureau.cast.organisation.organs, month: '2026-12' });
    expect(month.proposed.map(({ day }) => day)).toEqual(['2026-12-21', '2026-12-28']);
    expect(month.arranged[0]).toMatchObject({ day: '2026-12-07', sessions: 2, recorded: 0, lecturer: '李教授' });
  });

  it('is refused where something is arranged at that time already, naming each place, and writes nothing', async () => {
    const refused = await bureau.as('fangmin').call(arrangeSessions, arrange(row('2026-12-21'), row('2026-12-14', { from: '20:00' }))).catch((error: unknown) => error);
    if (!(refused instanceof Answered)) throw new Error('arranged twice');
    expect(refused.refusal.name).toBe('ArrangedAlready');
    expect(refused.refusal.places.map(({ at }) => at)).toEqual(['指挥中心党支部 2026-12-14', '看守所党支部 2026-12-14']);
    expect(await sessionsOn('2026-12-21')).toEqual([]);
    expect(await bureau.as('fangmin').refusal(arrangeSessions, arrange(row('2026-12-21'), row('2026-12-21', { from: '20:00' })))).toBe('ArrangedAlready');
    expect(await bureau.as('fangmin').refusal(arrangeSessions, arrange(row('2026-12-21', { activities: ['mondayStudy', 'groupMeeting'] })))).toBe('HoldersMixed');
    expect(await bureau.as('fangmin').refusal(arrangeSessions, arrange(row('2026-12-21', { activities: ['nothing'] })))).toBe('ActivityUnknown');
    expect(await bureau.as('fangmin').refusal(arrangeSessions, { ...arrange(row('2026-12-21')), organisations: [bureau.cast.organisation.groupA] })).toBe('HeldByNobody');
  });

  it('is the office\'s: a branch is told so, a stranger finds nothing', async () => {
    expect(await bureau.as('luojian').refusal(arrangeSessions, { ...arrange(row('2026-12-21')), organisation: bureau.cast.organisation.detention })).toBe('NotAllowed');
    expect(await bureau.as('gucheng').refusal(arrangeSessions, { ...arrange(row('2026-12-21')), organisation: bureau.cast.organisation.detention })).toBe('NotFound');
    expect(await bureau.as('luojian').refusal(readArrangementMonth, { organisation: bureau.cast.organisation.organs, month: '2026-12' })).toBe('NotFound');
  });

  it('is arranged once for one key', async () => {
    const key = 'arrange-december-28';
    const first = await bureau.as('fangmin').call(arrangeSessions, arrange(row('2026-12-28')), { key });
    expect(await bureau.as('fangmin').call(arrangeSessions, arrange(row('2026-12-28')), { key })).toEqual(first);
    expect(await sessionsOn('2026-12-28')).toHaveLength(2);
  });
});

describe('amending and withdrawing an arrangement', () => {
  it('is followed by the sessions that are not recorded yet', async () => {
    const { arrangements: [made] } = await bureau.as('fangmin').call(arrangeSessions, arrange(row('2026-11-09')));
    const arrangement = made?.arrangement ?? '';
    const mine = (await sessionsOn('2026-11-09')).find((it) => it.organisation.id === bureau.cast.organisation.detention)?.session ?? '';
    await bureau.as('jiping').call(recordSession, recordOf(mine, 1, '2026-11-09'));
    const changed = await bureau.as('fangmin').call(amendArrangement, { arrangement, version: 1, ...row('2026-11-09', { from: '18:30', topic: '学习条例' }) });
    expect(changed).toEqual({ version: 2, followed: 1, recorded: 1 });
    expect((await sessionsOn('2026-11-09')).map((it) => [it.from, it.topic])).toEqual([['18:30', '学习条例'], ['19:00', '学习党章']]);
    expect(await bureau.as('fangmin').refusal(amendArrangement, { arrangement, version: 1, ...row('2026-11-09') })).toBe('FactChanged');
    expect(await bureau.as('luojian').refusal(amendArrangement, { arrangement, version: 2, ...row('2026-11-09') })).toBe('NotFound');
    expect(await bureau.as('fangmin').call(withdrawArrangement, { arrangement, version: 2 })).toEqual({ withdrawn: 1, recorded: 1 });
    expect((await sessionsOn('2026-11-09')).map((it) => it.organisation.name)).toEqual(['看守所党支部']);
    expect(await bureau.as('fangmin').refusal(withdrawArrangement, { arrangement, version: 3 })).toBe('FactWithdrawn');
  });

  it('comes back with the sessions that went with it, and with no other', async () => {
    const { detention, organs } = bureau.cast.organisation;
    const { arrangements: [made] } = await bureau.as('fangmin').call(arrangeSessions, arrange(row('2026-11-02')));
    const arrangement = made?.arrangement ?? '';
    const all = await sessionsOn('2026-11-02');
    const mine = all.find((it) => it.organisation.id === detention)?.session ?? '';
    await bureau.as('jiping').call(withdrawSession, { session: mine, version: 1, reason: '另行安排' });
    await bureau.as('fangmin').call(withdrawArrangement, { arrangement, version: 1 });
    const month = () => bureau.as('fangmin').call(readArrangementMonth, { organisation: organs, month: '2026-11' });
    expect((await month()).withdrawn.find((it) => it.arrangement === arrangement)).toMatchObject({ version: 2, day: '2026-11-02', topic: '学习党章', by: '方敏' });
    expect(await bureau.as('luojian').refusal(restoreArrangement, { arrangement, version: 2 })).toBe('NotFound');
    expect(await bureau.as('fangmin').refusal(restoreArrangement, { arrangement, version: 1 })).toBe('FactChanged');
    const { arrangements: [other] } = await bureau.as('fangmin').call(arrangeSessions, arrange(row('2026-11-02')));
    expect(await bureau.as('fangmin').refusal(restoreArrangement, { arrangement, version: 2 })).toBe('ArrangedAlready');
    await bureau.as('fangmin').call(withdrawArrangement, { arrangement: other?.arrangement ?? '', version: 1 });
    expect(await bureau.as('fangmin').call(restoreArrangement, { arrangement, version: 2 })).toEqual({ version: 3, sessions: 1 });
    expect((await sessionsOn('2026-11-02')).map(({ session, topic }) => [session, topic])).toEqual(all.filter((it) => it.session !== mine).map(({ session, topic }) => [session, topic]));
    expect((await month()).arranged.find((it) => it.arrangement === arrangement)).toMatchObject({ version: 3, sessions: 1, topic: '学习党章' });
    expect(await bureau.as('fangmin').refusal(restoreArrangement, { arrangement, version: 3 })).toBe('FactStands');
  });
});

describe('a session that a branch plans itself', () => {
  it('is planned, then reported as not held with a reason', async () => {
    const { organisation } = bureau.cast;
    const { session } = await bureau.as('jiping').call(planSession, { organisation: organisation.detention, ...row('2026-11-11', { activities: ['themePartyDay'] }) });
    expect((await sessionsOn('2026-11-11'))[0]?.status).toBe('toRecord');
    await bureau.as('jiping').call(reportNotHeld, { session, version: 1, reason: '全员参加安保任务' });
    expect(await bureau.as('luojian').call(readSessionRecord, { session })).toMatchObject({ status: 'notHeld', reason: '全员参加安保任务', topic: '学习党章' });
    expect(await bureau.as('jiping').refusal(reportNotHeld, { session, version: 1, reason: '再说一次' })).toBe('FactChanged');
  });

  it('is refused for what the branch does not hold, to strangers and to members', async () => {
    const plan = { organisation: bureau.cast.organisation.detention, ...row('2026-11-25', { activities: ['committeeStudy'] }) };
    expect(await bureau.as('jiping').refusal(planSession, plan)).toBe('HeldByNobody');
    expect(await bureau.as('gucheng').refusal(planSession, plan)).toBe('NotFound');
    expect(await bureau.as('wenlan').refusal(planSession, plan)).toBe('NotAllowed');
  });
});
