import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrangeSessions } from '#domain/activities/arrangement-contract.ts';
import { confirmSession, recordSession } from '#domain/activities/contract.ts';
import { confirmMakeUp, recordMakeUp } from '#domain/activities/record-contract.ts';
import { handInAssignment, handOutAssignment } from '#domain/assignments/contract.ts';
import { readBranchDesk, readMyDesk } from '#domain/boards/contract.ts';
import { recordRegisterEntry } from '#domain/registers/contract.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
const sessions = new Map<string, string>();

/** Mondays 9, 16 and 23 November arranged; the 9th recorded with two away; today is Tuesday 17 November. */
beforeAll(async () => {
  bureau = await testBureau();
  const { organisation, person } = bureau.cast;
  const row = (day: string) => ({ day, from: '19:00', to: '21:00', activities: ['mondayStudy'], contents: [], topic: `学习 ${day}`, place: '会议室', lecturer: '', material: '' });
  await bureau.as('fangmin').call(arrangeSessions, { organisation: organisation.organs, organisations: [organisation.detention], rows: ['2026-11-09', '2026-11-16', '2026-11-23'].map(row) });
  await bureau.within((call) => recordFact(call, { kind: 'leave', state: { person: person.wenlan, reason: 'sickLeave', from: '2026-11-20', to: '2026-11-25' } }));
  const desk = await bureau.as('jiping').call(readBranchDesk, {});
  for (const { day, session } of desk.sessions) sessions.set(day, session);
  await bureau.as('jiping').call(recordSession, {
    organisation: organisation.detention, arranged: { session: sessions.get('2026-11-09') ?? '', version: 1 }, activities: ['mondayStudy'], contents: [], topic: '学习党章', period: '2026-11',
    reason: '', sittings: [{ day: '2026-11-09', from: '19:00', to: '21:00', place: '' }], host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [],
    lecturer: '', material: '', otherAttendees: '', agenda: [], resolutions: [], discussion: '', allPresent: true,
    marks: [person.wenlan, person.zhengqi].map((it) => ({ person: it, mark: 'absent' as const, reason: 'personalLeave', sitting: 0 })),
  });
});
afterAll(() => bureau.drop());

describe('my desk', () => {
  it('shows what concerns me, soonest first, with what a register says of me there', async () => {
    const desk = await bureau.as('wenlan').call(readMyDesk, {});
    expect(desk.upcoming.map((it) => [it.day, it.standing, it.reason?.zh])).toEqual([['2026-11-23', 'excused', '病假']]);
    expect(desk.owed.map((it) => [it.day, it.until, it.required])).toEqual([['2026-11-09', '2026-11-23', true]]);
    expect(desk.toRecord.total + desk.toConfirm.total).toBe(0);
    expect((await bureau.as('gucheng').call(readMyDesk, {})).upcoming).toEqual([]);
  });

  it('has nothing but the clock for an administrator', async () => {
    const none = { items: [], total: 0 };
    expect(await bureau.as('xitong').call(readMyDesk, {})).toEqual({
      now: '09:00', birthday: null, upcoming: [], owed: [], toRecord: none, toConfirm: none, tasks: none, tasksToAccept: none, entries: none, invitations: [], errands: [] });
  });

  it('has the task that one was asked to do, then for whoever handed it out the task that waits', async () => {
    const task = await bureau.as('tangyue').call(handOutAssignment, {
      organisation: bureau.cast.organisation.detention, person: bureau.cast.person.wenlan, what: '更新党务公开栏', until: '2026-11-20' });
    const desk = (name: 'wenlan' | 'tangyue' | 'luojian' | 'fangmin') => bureau.as(name).call(readMyDesk, {});
    expect((await desk('wenlan')).tasks).toMatchObject({ total: 1, items: [{ assignment: task.assignment, what: '更新党务公开栏', by: '唐悦' }] });
    await bureau.as('wenlan').call(handInAssignment, { ...task, report: '' });
    expect((await desk('wenlan')).tasks.total).toBe(0);
    expect([(await desk('tangyue')).tasksToAccept.total, (await desk('luojian')).tasksToAccept.total, (await desk('fangmin')).tasksToAccept.total]).toEqual([1, 1, 0]);
  });

  it('has the register entries that one may confirm, and not those one entered', async () => {
    const { entry } = await bureau.as('tangyue').call(recordRegisterEntry, {
      organisation: bureau.cast.organisation.detention, register: 'volunteer', day: '2026-11-10', until: null, persons: [{ person: bureau.cast.person.wenlan, as: null }],
      values: { service: '护学服务', minutes: '60' } });
    const entries = async (name: 'luojian' | 'tangyue' | 'wenlan' | 'fangmin') => (await bureau.as(name).call(readMyDesk, {})).entries.items.map((it) => it.entry);
    expect(await entries('luojian')).toEqual([entry]);
    // What a branch confirms itself does not stand on the desk of the office.
    for (const name of ['tangyue', 'wenlan', 'fangmin'] as const) expect(await entries(name), name).toEqual([]);
  });

  it('asks the recorder for what is not recorded and the secretary for what is not confirmed', async () => {
    expect((await bureau.as('jiping').call(readMyDesk, {})).toRecord.items.map(({ day }) => day)).toEqual(['2026-11-16']);
    expect((await bureau.as('jiping').call(readMyDesk, {})).toConfirm.total).toBe(0);
    expect((await bureau.as('luojian').call(readMyDesk, {})).toConfirm.items.map((it) => [it.kind, it.day, it.recordedBy])).toEqual([['session', '2026-11-09', '季平']]);
    expect((await bureau.as('fangmin').call(readMyDesk, {})).toRecord.total).toBe(0);
  });
});

describe('the branch desk', () => {
  it('lists the month and what is missing, each with what closes it', async () => {
    const desk = await bureau.as('luojian').call(readBranchDesk, {});
    expect(desk.organisation.name).toBe('看守所党支部');
    expect(desk.week).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(desk.sessions.map((it) => [it.day, it.status])).toEqual([['2026-11-09', 'toConfirm'], ['2026-11-16', 'toRecord'], ['2026-11-23', 'arranged']]);
    expect(desk.gaps.map((it) => [it.kind, it.line.day])).toEqual([['toConfirm', '2026-11-09'], ['toMakeUp', '2026-11-09'], ['toRecord', '2026-11-16']]);
    expect(desk.gaps.find((it) => it.kind === 'toMakeUp')).toMatchObject({ until: '2026-11-23', persons: expect.arrayContaining([expect.objectContaining({ name: '温岚' })]) });
    expect(await bureau.as('gucheng').refusal(readBranchDesk, { organisation: bureau.cast.organisation.detention })).toBe('NotFound');
    expect(await bureau.as('wenlan').refusal(readBranchDesk, {})).toBe('NotFound');
  });

  it('loses each gap when it is closed', async () => {
    const session = sessions.get('2026-11-09') ?? '';
    const { makeUp } = await bureau.as('wenlan').call(recordMakeUp, { session, person: bureau.cast.person.wenlan, day: '2026-11-15', way: 'replay' });
    const waiting = await bureau.as('jiping').call(readMyDesk, {});
    expect(waiting.toConfirm.items.map((it) => [it.kind, it.person?.name])).toEqual([['makeUp', '温岚']]);
    expect((await bureau.as('wenlan').call(readMyDesk, {})).owed).toEqual([]);
    const desk = await bureau.as('jiping').call(readBranchDesk, {});
    expect(desk.gaps.map(({ kind }) => kind)).toEqual(['toConfirm', 'toMakeUp', 'makeUpToConfirm', 'toRecord']);
    await bureau.as('jiping').call(confirmMakeUp, { makeUp, version: 1 });
    await bureau.as('jiping').call(recordMakeUp, { session, person: bureau.cast.person.zhengqi, day: '2026-11-15', way: 'reading' });
    await bureau.as('luojian').call(confirmSession, { session, version: 2 });
    expect((await bureau.as('jiping').call(readBranchDesk, {})).gaps.map(({ kind }) => kind)).toEqual(['toRecord']);
  });
});
