import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  amendSession, confirmSession, findPersons, readActivityWords, readRecordForm, readRoster, recordSession, withdrawConfirmation, withdrawSession,
} from '#domain/activities/contract.ts';
import { confirmMakeUp, readSessionRecord, recordMakeUp, withdrawMakeUp } from '#domain/activities/record-contract.ts';
import { confirmSessions, readSessionsToConfirm } from '#domain/activities/to-confirm-contract.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { Answered, testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

const recordOf = (day: string, marks: { person: string; mark: 'present' | 'excused' | 'absent'; reason: string | null; sitting: number }[] = []) => ({
  activities: ['mondayStudy'], contents: [], topic: '学习党章', period: day.slice(0, 7), reason: '',
  sittings: [{ day, from: '19:00', to: '21:00', place: '会议室' }], host: null, minuteTaker: null, speakers: [], exchanges: [],
  attendees: [], lecturer: '', material: '', otherAttendees: '', agenda: [], resolutions: [], discussion: '', marks, allPresent: true,
});
const record = async (day: string, marks: Parameters<typeof recordOf>[1] = []): Promise<string> =>
  (await bureau.as('jiping').call(recordSession, { organisation: bureau.cast.organisation.detention, arranged: null, ...recordOf(day, marks) })).session;
const away = (person: string, reason: string | null) => ({ person, mark: reason === 'urgentTask' ? 'excused' as const : 'absent' as const, reason, sitting: 0 });

describe('confirming a record', () => {
  it('is done by another than the recorder, once, and makes the session done', async () => {
    const session = await record('2026-11-02');
    const refused = await bureau.as('jiping').call(confirmSession, { session, version: 1 }).catch((error: unknown) => error);
    if (!(refused instanceof Answered)) throw new Error('the recorder confirmed');
    expect(refused.refusal.name).toBe('NotAllowed');
    const { confirmation } = await bureau.as('luojian').call(confirmSession, { session, version: 1 });
    expect(await bureau.as('wenlan').call(readSessionRecord, { session })).toMatchObject({ status: 'done', confirmations: [{ by: '罗建', version: 1, mine: false }] });
    expect(await bureau.as('luojian').refusal(confirmSession, { session, version: 1 })).toBe('AlreadyConfirmed');
    expect(await bureau.as('tangyue').refusal(withdrawConfirmation, { confirmation })).toBe('ConfirmationOfAnother');
    expect(await bureau.as('gucheng').refusal(withdrawConfirmation, { confirmation })).toBe('NotFound');
    await bureau.as('luojian').call(withdrawConfirmation, { confirmation });
    expect((await bureau.as('luojian').call(readSessionRecord, { session })).status).toBe('toConfirm');
    expect(await bureau.as('luojian').refusal(withdrawConfirmation, { confirmation })).toBe('FactWithdrawn');
  });

  it('is refused to whoever recorded it, also when he holds the right, with the sentence who could', async () => {
    const { session } = await bureau.as('luojian').call(recordSession, { organisation: bureau.cast.organisation.detention, arranged: null, ...recordOf('2026-11-09') });
    expect(await bureau.as('luojian').refusal(confirmSession, { session, version: 1 })).toBe('OwnRecord');
    const { may } = await bureau.as('luojian').call(readSessionRecord, { session });
    expect(may.confirm).toMatchObject({ allowed: false, why: { zh: expect.stringContaining('另一人审核') } });
    expect(await bureau.as('gucheng').refusal(confirmSession, { session, version: 1 })).toBe('NotFound');
    await bureau.as('tangyue').call(confirmSession, { session, version: 1 });
  });

  it('is for one version: after an amendment the record waits again', async () => {
    const session = await record('2026-09-07');
    await bureau.as('luojian').call(confirmSession, { session, version: 1 });
    await bureau.as('jiping').call(amendSession, { session, version: 1, ...recordOf('2026-09-07', [away(bureau.cast.person.wenlan, 'urgentTask')]) });
    expect((await bureau.as('luojian').call(readSessionRecord, { session })).status).toBe('toConfirm');
    expect(await bureau.as('luojian').refusal(confirmSession, { session, version: 1 })).toBe('FactChanged');
    await bureau.as('luojian').call(confirmSession, { session, version: 2 });
  });
});

describe('confirming several records', () => {
  it('lists what waits, one\'s own marked, and confirms all or nothing', async () => {
    const sessions = [await record('2026-03-02'), await record('2026-03-09', [away(bureau.cast.person.wenlan, null)])];
    const { session: own } = await bureau.as('luojian').call(recordSession, { organisation: bureau.cast.organisation.detention, arranged: null, ...recordOf('2026-03-16') });
    const { items, total } = await bureau.as('luojian').call(readSessionsToConfirm, { organisation: bureau.cast.organisation.detention });
    expect(total).toBe(items.length);
    expect(items.filter(({ day }) => day.startsWith('2026-03')).map(({ day, away: missing, recordedBy, byMe }) => [day, missing, recordedBy, byMe]))
      .toEqual([['2026-03-02', 0, '季平', false], ['2026-03-09', 1, '季平', false], ['2026-03-16', 0, '罗建', true]]);
    const both = sessions.map((session) => ({ session, version: 1 }));
    const confirmations = async () => (await bureau.within(({ tx }) => tx.many(sql`SELECT 1 FROM confirmation`))).length;
    const before = await confirmations();
    expect(await bureau.as('luojian').refusal(confirmSessions, { sessions: [...both, { session: own, version: 1 }] })).toBe('OwnRecord');
    expect(await bureau.as('luojian').refusal(confirmSessions, { sessions: [...both, ...both] })).toBe('AlreadyConfirmed');
    expect(await confirmations(), 'some were confirmed although one was refused').toBe(before);
    expect(await bureau.as('luojian').call(confirmSessions, { sessions: both })).toEqual({ confirmed: 2 });
    const left = await bureau.as('luojian').call(readSessionsToConfirm, {});
    expect(left.items.map(({ session }) => session)).toContain(own);
    expect(left.items.some(({ session }) => sessions.includes(session))).toBe(false);
    expect((await bureau.as('wenlan').call(readSessionsToConfirm, {})).items).toEqual([]);
  });
});

describe('withdrawing a record', () => {
  it('takes it out of every list and keeps its history with the reason', async () => {
    const session = await record('2026-09-14');
    expect(await bureau.as('wenlan').refusal(withdrawSession, { session, version: 1, reason: '误记' })).toBe('NotAllowed');
    await bureau.as('jiping').call(withdrawSession, { session, version: 1, reason: '与主题党日重复登记' });
    const read = await bureau.as('luojian').call(readSessionRecord, { session });
    expect(read).toMatchObject({ status: 'withdrawn', reason: '与主题党日重复登记', counts: null, may: { amend: { allowed: false }, withdraw: { allowed: false } } });
    expect(read.versions[0]).toMatchObject({ change: 'withdrawn', by: '季平' });
    expect(await bureau.as('jiping').refusal(withdrawSession, { session, version: read.version, reason: '再来一次' })).toBe('FactWithdrawn');
    const nets = await bureau.database.withBureau('alpha', {}, (tx) => tx.one<{ n: number }>(sql`SELECT count(*) AS n FROM session WHERE fact_id = ${session}`));
    expect(nets?.n).toBe(0);
  });
});

describe('making up a session', () => {
  it('lists who owes it until when, and counts what another records', async () => {
    const { person, others } = bureau.cast;
    const [first = '', second = ''] = others;
    const session = await record('2026-11-16', [away(person.wenlan, 'personalLeave'), away(first, 'urgentTask'), away(second, null)]);
    const before = await bureau.as('jiping').call(readSessionRecord, { session });
    expect(before.participants.filter((it) => it.owes).map((it) => [it.person.id, it.owes])).toEqual(expect.arrayContaining([
      [person.wenlan, { until: '2026-11-30', required: true }], [first, { until: '2026-11-30', required: false }]]));
    expect(before.counts).toEqual({ expected: 19, present: 17, madeUp: 0, excused: 1, absent: 2 });
    expect(await bureau.as('jiping').refusal(recordMakeUp, { session, person: second, day: '2026-11-17', way: 'reading' })).toBe('MakeUpNotNeeded');
    expect(await bureau.as('jiping').refusal(recordMakeUp, { session, person: person.luojian, day: '2026-11-17', way: 'reading' })).toBe('MakeUpNotNeeded');
    expect(await bureau.as('jiping').refusal(recordMakeUp, { session, person: first, day: '2026-11-15', way: 'reading' })).toBe('MakeUpTooEarly');
    expect(await bureau.as('jiping').refusal(recordMakeUp, { session, person: first, day: '2026-11-18', way: 'reading' })).toBe('FutureDay');
    expect(await bureau.as('gucheng').refusal(recordMakeUp, { session, person: first, day: '2026-11-17', way: 'reading' })).toBe('NotFound');
    expect(await bureau.as('wenlan').refusal(recordMakeUp, { session, person: first, day: '2026-11-17', way: 'reading' })).toBe('NotAllowed');
    const { makeUp, proposed } = await bureau.as('jiping').call(recordMakeUp, { session, person: first, day: '2026-11-17', way: 'replay' });
    expect(proposed).toBe(false);
    const after = await bureau.as('jiping').call(readSessionRecord, { session });
    expect(after.counts).toEqual({ expected: 20, present: 17, madeUp: 1, excused: 0, absent: 2 });
    expect(await bureau.as('jiping').refusal(recordMakeUp, { session, person: first, day: '2026-11-17', way: 'replay' })).toBe('AlreadyMadeUp');
    expect(await bureau.as('wenlan').refusal(withdrawMakeUp, { makeUp, version: 1 })).toBe('NotAllowed');
    await bureau.as('jiping').call(withdrawMakeUp, { makeUp, version: 1 });
    expect((await bureau.as('jiping').call(readSessionRecord, { session })).counts?.madeUp).toBe(0);
  });

  it('waits for another when somebody enters it for himself', async () => {
    const { person } = bureau.cast;
    const session = await record('2026-10-26', [away(person.wenlan, 'personalLeave')]);
    bureau.setNow('2026-11-09T09:00:00+08:00');
    const { makeUp, proposed } = await bureau.as('wenlan').call(recordMakeUp, { session, person: person.wenlan, day: '2026-11-08', way: 'replay' });
    expect(proposed).toBe(true);
    const waiting = await bureau.as('jiping').call(readSessionRecord, { session });
    expect(waiting.participants.find((it) => it.person.id === person.wenlan)).toMatchObject({ status: 'absent', makeUp: { proposed: true } });
    expect(await bureau.as('wenlan').refusal(confirmMakeUp, { makeUp, version: 1 })).toBe('NotAllowed');
    await bureau.as('jiping').call(confirmMakeUp, { makeUp, version: 1 });
    expect(await bureau.as('jiping').refusal(confirmMakeUp, { makeUp, version: 1 })).toBe('AlreadyConfirmed');
    const counted = await bureau.as('jiping').call(readSessionRecord, { session });
    expect(counted.participants.find((it) => it.person.id === person.wenlan)).toMatchObject({ status: 'madeUp', makeUp: { proposed: false, confirmedBy: ['季平'] } });
    bureau.setNow('2026-11-17T09:00:00+08:00');
  });

  it('is not confirmed by the recorder who made up himself, and not made up after the last day', async () => {
    const { person } = bureau.cast;
    const { session } = await bureau.as('luojian').call(recordSession, { organisation: bureau.cast.organisation.detention, arranged: null, ...recordOf('2026-10-12', [away(person.jiping, 'personalLeave')]) });
    expect(await bureau.as('jiping').refusal(recordMakeUp, { session, person: person.jiping, day: '2026-10-27', way: 'replay' })).toBe('MakeUpTooLate');
    const { makeUp, proposed } = await bureau.as('jiping').call(recordMakeUp, { session, person: person.jiping, day: '2026-10-26', way: 'replay' });
    expect(proposed).toBe(true);
    expect(await bureau.as('jiping').refusal(confirmMakeUp, { makeUp, version: 1 })).toBe('OwnMakeUp');
  });
});

describe('the form of a record', () => {
  it('begins with the secretary as host, whoever fills in as minute-taker, and the members by group', async () => {
    const form = await bureau.as('jiping').call(readRecordForm, { organisation: bureau.cast.organisation.detention });
    expect(form.record).toMatchObject({ host: bureau.cast.person.luojian, minuteTaker: bureau.cast.person.jiping, marks: [], allPresent: false });
    expect(form.persons).toHaveLength(20);
    expect(form.usualPlace).toBe('会议室');
    expect(form.choices.map(({ name }) => name)).toContain('看守所党支部');
    expect(await bureau.as('gucheng').refusal(readRecordForm, { organisation: bureau.cast.organisation.detention })).toBe('NotFound');
    expect(await bureau.as('wenlan').refusal(readRecordForm, { organisation: bureau.cast.organisation.detention })).toBe('NotAllowed');
  });

  it('lists who is expected, with those on duty excused and those on approved leave still to make up', async () => {
    const { organisation, person, others } = bureau.cast;
    const team = newId();
    await bureau.within((call) => recordFacts(call, [
      { kind: 'shiftTeam', factId: team, state: { organisation: organisation.detention, anchor: '2026-11-16', cycle: [[{ start: '08:00', hours: 24 }], [], []], restHours: 24, from: '2026-01-01', to: null } },
      ...others.slice(0, 4).map((it) => ({ kind: 'teamPlacement' as const, state: { person: it, team, from: '2026-01-01', to: null } })),
      { kind: 'leave', state: { person: person.zhengqi, reason: 'personalLeave', from: '2026-11-16', to: '2026-11-17' } },
    ]));
    const roster = await bureau.as('jiping').call(readRoster, { organisation: organisation.detention, activities: 'mondayStudy', sittings: '2026-11-16 19:00-21:00' });
    const standing = (it: string) => roster.items.filter(({ standing: his }) => his === it);
    expect([standing('expected').length, standing('excused').length, standing('onLeave').map((it) => it.person.name)]).toEqual([15, 4, ['郑琦']]);
    expect(standing('excused')[0]?.reason?.label.zh).toBe('值班备勤');
    expect(await bureau.as('jiping').refusal(readRoster, { organisation: organisation.detention, activities: 'mondayStudy', sittings: '2026-11-31 19:00-21:00' })).toBe('InputInvalid');
    expect(await bureau.as('gucheng').refusal(readRoster, { organisation: organisation.detention, activities: 'mondayStudy', sittings: '2026-11-16 19:00-21:00' })).toBe('NotFound');
  });

  it('finds lecturers from elsewhere by name or number for recorders only', async () => {
    const { organisation } = bureau.cast;
    const { items } = await bureau.as('jiping').call(findPersons, { organisation: organisation.detention, q: '顾' });
    expect(items).toEqual([expect.objectContaining({ name: '顾诚', home: '指挥中心党支部' })]);
    expect(await bureau.as('gucheng').refusal(findPersons, { organisation: organisation.detention, q: '罗' })).toBe('NotFound');
    expect((await bureau.as('wenlan').call(readActivityWords, { day: '2026-11-16' })).activities.map(({ id }) => id)).toContain('mondayStudy');
  });
});
