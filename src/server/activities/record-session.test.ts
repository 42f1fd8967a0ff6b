import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { amendSession, listSessions, readRecordForm, recordSession } from '#domain/activities/contract.ts';
import { planSession } from '#domain/activities/arrangement-contract.ts';
import { readSessionRecord } from '#domain/activities/record-contract.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { Answered, testBureau, type TestBureau } from '#test/app.ts';

type Input = z.input<typeof recordSession.input>;

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

/** A record of the Monday of `day` at the detention branch: everybody there. */
const monday = (day: string, change: Partial<Input> = {}): Input => ({
  organisation: bureau.cast.organisation.detention, arranged: null, activities: ['mondayStudy'], contents: ['theory'], topic: '学习二十届四中全会精神',
  period: day.slice(0, 7), reason: '', sittings: [{ day, from: '19:00', to: '21:00', place: '会议室' }], host: bureau.cast.person.luojian,
  minuteTaker: bureau.cast.person.jiping, speakers: [], exchanges: [], attendees: [], lecturer: '', material: '', otherAttendees: '',
  agenda: [], resolutions: [], discussion: '', marks: [], allPresent: true, ...change,
});
const mark = (person: string, it: 'present' | 'late' | 'excused' | 'absent', reason: string | null = null) => ({ person, mark: it, reason, sitting: 0 });
const refusedBecause = async (change: Partial<Input>, day = '2026-11-16'): Promise<string> => bureau.as('jiping').refusal(recordSession, monday(day, change));
const logLength = async (): Promise<number> =>
  (await bureau.database.withBureau('alpha', {}, (tx) => tx.one<{ n: number }>(sql`SELECT count(*) AS n FROM fact_log`)))?.n ?? 0;

describe('recording a session', () => {
  it('marks whoever is not excused as present when everybody was there, and says what it counted toward', async () => {
    const { person } = bureau.cast;
    const saved = await bureau.as('jiping').call(recordSession, monday('2026-11-02', { marks: [mark(person.wenlan, 'excused', 'urgentTask'), mark(person.zhengqi, 'absent', 'personalLeave')] }));
    expect(saved).toMatchObject({ expected: 19, present: 18, excused: 1, owing: { persons: 1, until: '2026-11-16' }, lateDays: 15, version: 1 });
    expect(saved.effects.map((it) => [it.rule, it.persons])).toContainEqual(['mondayStudyShare', 18]);
    const record = await bureau.as('luojian').call(readSessionRecord, { session: saved.session });
    expect(record.allPresent).toBe(true);
    expect(record.status).toBe('toConfirm');
    expect(record.recorded).toEqual({ by: '季平', on: '2026-11-17', lateDays: 15 });
    expect(record.participants.find((it) => it.person.name === '温岚')).toMatchObject({ status: 'excused', reasonClass: 'duty', reason: { zh: '出警或紧急任务' } });
    expect(record.topic).toBe('学习二十届四中全会精神');
  });

  it('says what parts count at once, a speaker from elsewhere among them, and which wait, and so does its page', async () => {
    const { person } = bureau.cast;
    const saved = await bureau.as('jiping').call(recordSession, monday('2026-08-12', {
      activities: ['partyLecture'], speakers: [person.gucheng, person.jiping], exchanges: [person.zhengqi], marks: [mark(person.wenlan, 'absent', 'personalLeave')] }));
    const told = ({ effects }: Pick<typeof saved, 'effects'>) => effects.map((it) => [it.rule, it.persons, it.proposed]);
    expect(told(saved)).toEqual(expect.arrayContaining([['lecture', 1, 1], ['exchange', 1, 0]]));
    expect(told(await bureau.as('luojian').call(readSessionRecord, { session: saved.session }))).toEqual(told(saved));
  });

  it('keeps free text out of the log', async () => {
    const rows = await bureau.database.withBureau('alpha', {}, (tx) => tx.many(sql`SELECT 1 FROM fact_log WHERE state::text LIKE '%四中全会%'`));
    expect(rows).toEqual([]);
  });

  it('excuses by itself whom the registers account for, and asks no mark for them', async () => {
    const { person } = bureau.cast;
    await bureau.within((call) => recordFact(call, { kind: 'leave', state: { person: person.wenlan, reason: 'sickLeave', from: '2026-10-01', to: '2026-10-09' } }), '2026-10-08T08:00:00+08:00');
    const saved = await bureau.as('jiping').call(recordSession, monday('2026-10-05'));
    expect(saved).toMatchObject({ expected: 19, present: 19, excused: 1 });
  });

  it('records an arranged session in place, and refuses to record it a second time', async () => {
    const { session } = await bureau.as('jiping').call(planSession, {
      organisation: bureau.cast.organisation.detention, day: '2026-11-12', from: '15:00', to: '16:30', activities: ['partyLecture'], contents: [],
      topic: '党课', place: '', lecturer: '', material: '',
    });
    const lecture = { activities: ['partyLecture'], sittings: [{ day: '2026-11-12', from: '15:00', to: '16:30', place: '' }], arranged: { session, version: 1 } };
    const saved = await bureau.as('jiping').call(recordSession, monday('2026-11-12', lecture));
    expect(saved).toMatchObject({ session, version: 2 });
    expect(await refusedBecause({ ...lecture, arranged: { session, version: 2 } }, '2026-11-12')).toBe('AlreadyRecorded');
    expect(await refusedBecause({ ...lecture, arranged: { session, version: 1 } }, '2026-11-12')).toBe('FactChanged');
  });

  it('is done once for one key, however often it is sent', async () => {
    const key = 'a-key-of-the-form-0001';
    const first = await bureau.as('jiping').call(recordSession, monday('2026-09-07'), { key });
    const again = await bureau.as('jiping').call(recordSession, monday('2026-09-07'), { key });
    expect(again).toEqual(first);
    const { total } = await bureau.as('jiping').call(listSessions, { from: '2026-09-07', to: '2026-09-07' });
    expect(total).toBe(1);
  });

  it('records one of two that are sent at the same moment', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => bureau.as('jiping').request(recordSession, monday('2026-09-14'))));
    expect(answers.map((it) => it.status).toSorted()).toEqual([200, 409, 409]);
  });
});

describe('a record that is not right', () => {
  it('is refused by name and leaves no row', async () => {
    const { person, others } = bureau.cast;
    const [first = ''] = others;
    const before = await logLength();
    expect(await refusedBecause({ allPresent: false, marks: [mark(first, 'present')] })).toBe('NotMarked');
    expect(await refusedBecause({ marks: [mark(person.gucheng, 'present')] })).toBe('NotOfThisSession');
    expect(await refusedBecause({ marks: [mark(first, 'present'), mark(first, 'late')] })).toBe('PersonTwice');
    expect(await refusedBecause({ marks: [mark(person.jiping, 'excused', 'urgentTask')] })).toBe('SelfExcused');
    expect(await refusedBecause({ marks: [mark(first, 'excused')] })).toBe('ReasonMissing');
    expect(await refusedBecause({ marks: [mark(first, 'excused', 'hangover')] })).toBe('ReasonUnknown');
    expect(await refusedBecause({ marks: [{ ...mark(first, 'present'), sitting: 1 }] })).toBe('SittingMissing');
    expect(await refusedBecause({ activities: ['tuesdayStudy'] })).toBe('ActivityUnknown');
    expect(await refusedBecause({ contents: ['poetry'] })).toBe('ContentUnknown');
    expect(await refusedBecause({ sittings: [{ day: '2026-11-18', from: '19:00', to: '21:00', place: '' }] })).toBe('FutureDay');
    expect(await refusedBecause({ sittings: [{ day: '2026-02-30', from: '19:00', to: '21:00', place: '' }] })).toBe('InputInvalid');
    expect(await refusedBecause({ period: '2026-10' })).toBe('PeriodNotAllowed');
    expect(await refusedBecause({ host: '0199aaaa-0000-7000-8000-000000000000' })).toBe('PersonUnknown');
    const sitting = { day: '2026-11-16', from: '19:00', to: '21:00', place: '会议室' };
    expect(await refusedBecause({ sittings: [sitting, { ...sitting, from: '20:00' }] })).toBe('SittingsOverlap');
    const vote = { entitled: 20, present: 18, yes: 17, no: 0, abstained: 0 };
    expect(await refusedBecause({ resolutions: [{ text: '同意', vote }] })).toBe('VoteSumsWrong');
    expect(await logLength()).toBe(before);
  });

  it('keeps a reason from whoever may know its class alone, and leaves it as it was when he amends the record', async () => {
    const { detention } = bureau.cast.organisation;
    const [first = '', second = ''] = bureau.cast.others;
    const { session } = await bureau.as('jiping').call(recordSession, monday('2026-05-11', { marks: [mark(first, 'absent', 'personalLeave'), mark(second, 'excused', 'urgentTask')] }));
    const formOf = (who: 'jiping' | 'fangmin') => bureau.as(who).call(readRecordForm, { organisation: detention, session });
    expect((await formOf('jiping')).withheld).toEqual([]);
    const { record, withheld, version } = await formOf('fangmin');
    expect(withheld).toEqual([{ person: first, shownAs: 'leave' }, { person: second, shownAs: 'duty' }]);
    expect(JSON.stringify(record), 'finding 14: the office reads a reason').not.toMatch(/personalLeave|urgentTask/);
    await bureau.as('fangmin').call(amendSession, { ...record, session, version: version ?? 0, topic: '学习党章（补正）' });
    const marks = (await formOf('jiping')).record.marks.filter(({ reason }) => reason !== null);
    expect(marks).toEqual([mark(first, 'absent', 'personalLeave'), mark(second, 'excused', 'urgentTask')]);
    const invented = { ...record, marks: [...record.marks.filter((it) => it.person !== bureau.cast.others[2]), mark(bureau.cast.others[2] ?? '', 'excused', 'withheld')] };
    expect(await bureau.as('fangmin').refusal(amendSession, { ...invented, session, version: (version ?? 0) + 1 })).toBe('ReasonUnknown');
  });

  it('names who is not marked yet', async () => {
    const input = monday('2026-11-16', { allPresent: false, marks: bureau.cast.others.map((it) => mark(it, 'present')) });
    const refused = await bureau.as('jiping').call(recordSession, input).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Answered);
    if (refused instanceof Answered) for (const name of ['罗建', '唐悦', '季平', '郑琦', '温岚']) expect(refused.refusal.words.zh).toContain(name);
  });

  it('is refused when it overlaps the same activity of the branch, and not when it is another', async () => {
    await bureau.as('jiping').call(recordSession, monday('2026-08-03'));
    expect(await refusedBecause({ sittings: [{ day: '2026-08-03', from: '20:30', to: '22:00', place: '值班室' }] }, '2026-08-03')).toBe('SessionOverlaps');
    expect(await refusedBecause({ sittings: [{ day: '2026-08-02', from: '22:00', to: '20:00', place: '' }] }, '2026-08-02')).toBe('SessionOverlaps');
    await bureau.as('jiping').call(recordSession, monday('2026-08-03', { sittings: [{ day: '2026-08-03', from: '21:00', to: '22:00', place: '' }] }));
    await bureau.as('jiping').call(recordSession, monday('2026-08-03', { activities: ['warningEducation'] }));
  });

  it('may belong to December when it is the criticism meeting of the year, held in January, with a reason', async () => {
    const held = { activities: ['criticismMeeting'], sittings: [{ day: '2026-01-15', from: '14:30', to: '17:00', place: '' }], period: '2025-12' };
    expect(await refusedBecause({ ...held, activities: ['themePartyDay'] }, '2026-01-15')).toBe('PeriodNotAllowed');
    expect(await refusedBecause(held, '2026-01-15')).toBe('PeriodReasonMissing');
    const saved = await bureau.as('jiping').call(recordSession, monday('2026-01-15', { ...held, reason: '组通字〔2025〕31 号' }));
    const record = await bureau.as('jiping').call(readSessionRecord, { session: saved.session });
    expect(record).toMatchObject({ day: '2026-01-15', period: '2025-12', reason: '组通字〔2025〕31 号' });
  });
});

describe('who may record', () => {
  it('hides the branch from a stranger and tells a member who could', async () => {
    expect(await bureau.as('gucheng').refusal(recordSession, monday('2026-11-16'))).toBe('NotFound');
    expect(await bureau.as('xitong').refusal(recordSession, monday('2026-11-16'))).toBe('NotFound');
    expect(await bureau.as('nobody').refusal(recordSession, monday('2026-11-16'))).toBe('NotSignedIn');
    const refused = await bureau.as('wenlan').call(recordSession, monday('2026-11-16')).catch((error: unknown) => error);
    if (!(refused instanceof Answered)) throw new Error('a member without a role recorded');
    expect(refused.refusal).toMatchObject({ name: 'NotAllowed', status: 403 });
    expect(refused.refusal.words.zh).toContain('记录员');
  });

  it('gives a group leader his group and nothing above it', async () => {
    const { organisation } = bureau.cast;
    const meeting = { organisation: organisation.groupA, activities: ['groupMeeting'], sittings: [{ day: '2026-11-05', from: '08:30', to: '09:30', place: '' }] };
    const saved = await bureau.as('zhengqi').call(recordSession, monday('2026-11-05', meeting));
    expect(saved.expected).toBe(7);
    expect(await bureau.as('zhengqi').refusal(recordSession, monday('2026-11-16'))).toBe('NotAllowed');
  });
});

describe('amending a record', () => {
  it('makes a new version, tells what changed, and leaves the excuse that another wrote', async () => {
    const { person } = bureau.cast;
    const { session } = await bureau.as('luojian').call(recordSession, monday('2026-07-06', { marks: [mark(person.jiping, 'excused', 'urgentTask')] }));
    const { organisation: _, arranged: __, ...record } = monday('2026-07-06', { marks: [mark(person.jiping, 'excused', 'urgentTask'), mark(person.wenlan, 'late')] });
    const saved = await bureau.as('jiping').call(amendSession, { session, version: 1, ...record });
    expect(saved).toMatchObject({ version: 2, present: 19, excused: 0 });
    const read = await bureau.as('luojian').call(readSessionRecord, { session });
    expect(read.versions.map((it) => [it.version, it.change, it.changed.map(({ zh }) => zh)])).toEqual([[2, 'amended', ['出勤']], [1, 'recorded', []]]);
    expect(read.participants.find((it) => it.person.id === person.wenlan)).toMatchObject({ status: 'present', credit: 50 });
  });

  it('is refused when somebody was faster', async () => {
    const { session } = await bureau.as('luojian').call(recordSession, monday('2026-07-13'));
    const { organisation: _, arranged: __, ...record } = monday('2026-07-13', { discussion: '补记' });
    const answers = await Promise.all([1, 2, 3, 4].map(() => bureau.as('jiping').request(amendSession, { session, version: 1, ...record })));
    expect(answers.map((it) => it.status).toSorted()).toEqual([200, 409, 409, 409]);
    expect(await bureau.as('gucheng').refusal(amendSession, { session, version: 2, ...record })).toBe('NotFound');
    expect(await bureau.as('wenlan').refusal(amendSession, { session, version: 2, ...record })).toBe('NotAllowed');
  });
});
