import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { arrangeSessions, readArrangementMonth } from '#domain/activities/arrangement-contract.ts';
import { confirmSession, listSessions, recordSession } from '#domain/activities/contract.ts';
import { type BoardRow, readMonthBoard, readMonthGrounds } from '#domain/boards/month-contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { lastSeq } from '#server/points/points-reads.ts';
import { sessionState } from '#test/engine-story.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { accountNamed, recordOf } from '#test/operations/bench.ts';
import { awaitOwn } from './board-reads.ts';
import { openProjector } from './projector.ts';
import { projectDue } from './project-months.ts';

let bureau: TestBureau;
const project = (): Promise<void> => projectDue(bureau.database, 'alpha');
const november = { period: '2026-11' };
/** Longer than any machine needs; a test asks whether one waits, not how long. */
const PATIENT_MS = 25_000;

/** Three Mondays of November for two branches; the detention branch held the first, and a group of it a lecture. */
beforeAll(async () => {
  bureau = await testBureau();
  const { organisation, person, others } = bureau.cast;
  const row = (day: string) => ({ day, from: '19:00', to: '21:00', activities: ['mondayStudy'], contents: [], topic: `学习 ${day}`, place: '会议室', lecturer: '', material: '' });
  await bureau.as('fangmin').call(arrangeSessions, {
    organisation: organisation.organs, organisations: [organisation.detention, organisation.command], rows: ['2026-11-09', '2026-11-16', '2026-11-23'].map(row) });
  const { items } = await bureau.as('jiping').call(listSessions, { from: '2026-11-09', to: '2026-11-09', organisation: organisation.detention });
  await bureau.as('jiping').call(recordSession, recordOf(organisation.detention, '2026-11-09', {
    arranged: { session: items[0]?.session ?? '', version: 1 },
    marks: [{ person: person.wenlan, mark: 'absent', reason: 'personalLeave', sitting: 0 }, { person: person.zhengqi, mark: 'absent', reason: 'personalLeave', sitting: 0 }],
  }));
  await bureau.within((call) => recordFact(call, { kind: 'session', state: sessionState(organisation.groupA, '2026-11-17', {
    activities: ['partyLecture', 'mondayStudy'], present: [person.jiping, person.zhengqi], absent: others.slice(0, 1) }) }));
  await project();
});
afterAll(() => bureau.drop());

const rowOf = (items: readonly BoardRow[], name: keyof TestBureau['cast']['organisation']): BoardRow | undefined =>
  items.find((it) => it.organisation.id === bureau.cast.organisation[name]);

describe('the month board', () => {
  it('has the branches by number, what they held, what is missing and who came', async () => {
    const board = await bureau.as('fangmin').call(readMonthBoard, november);
    expect(board.items.map(({ organisation }) => organisation.number)).toEqual(['A105', 'A118']);
    expect(board.activities.map(({ label }) => label.zh)).toEqual(['周一集中学习', '党课']);
    expect(rowOf(board.items, 'detention')).toMatchObject({ arranged: 4, held: 2, toRecord: 1, toConfirm: 2, late: 1, standing: 'toDo' });
    expect(rowOf(board.items, 'detention')?.activities).toMatchObject([{ activity: 'mondayStudy', arranged: 4, held: 2 }, { activity: 'partyLecture', arranged: 1, held: 1 }]);
    expect(rowOf(board.items, 'command')).toMatchObject({ arranged: 3, held: 0, toRecord: 2, toConfirm: 0, rate: null, expected: 0 });
    expect(board.asOf).toMatchObject({ day: '2026-11-17', time: '09:00', behind: false, seq: await bureau.within(({ tx }) => lastSeq(tx)) });
  });

  it('counts a session of two activities once in the month and once in each of them', async () => {
    const row = rowOf((await bureau.as('fangmin').call(readMonthBoard, november)).items, 'detention');
    const [studies, lectures] = row?.activities ?? [];
    expect(studies?.expected).toBe(row?.expected);
    expect(lectures).toMatchObject({ present: 2, absent: 5 });
  });

  it('P8: its last line is the pool of its lines', async () => {
    const { items, total } = await bureau.as('fangmin').call(readMonthBoard, november);
    for (const count of ['arranged', 'held', 'toRecord', 'toConfirm', 'late', 'expected', 'present', 'madeUp', 'excused', 'absent'] as const) {
      expect(total[count], count).toBe(items.reduce((sum, it) => sum + it[count], 0));
    }
    expect(total.rate).toBe(Math.round((total.present + total.madeUp) * 10_000 / total.expected));
  });

  it('asks for a record from the minute the session is over, without anything being counted anew', async () => {
    const waiting = async (now: string) => {
      bureau.setNow(now);
      return (await bureau.as('fangmin').call(readMonthBoard, november)).total.toRecord;
    };
    expect(await waiting('2026-11-23T20:59:00+08:00')).toBe(3);
    expect(await waiting('2026-11-23T21:00:00+08:00')).toBe(5);
    bureau.setNow('2026-11-17T09:00:00+08:00');
  });

  it('has no count that is not the length of the list that it leads to', async () => {
    const { items, total, activities } = await bureau.as('fangmin').call(readMonthBoard, november);
    const listed = async (organisation: string | undefined, more: Partial<z.input<typeof listSessions.input>>): Promise<number> =>
      (await bureau.as('fangmin').call(listSessions, { from: '2026-11-01', to: '2026-11-30', period: '2026-11', ...(organisation ? { organisation } : {}), ...more })).total;
    for (const [line, organisation] of [...items.map((it) => [it, it.organisation.id] as const), [total, undefined] as const]) {
      expect(line.late, 'late').toBe(await listed(organisation, { late: 'yes' }));
      for (const status of ['toRecord', 'toConfirm', 'notHeld', 'stopped'] as const) expect(line[status], status).toBe(await listed(organisation, { status }));
      for (const { id } of activities) expect(line.activities.find((it) => it.activity === id)?.arranged, id).toBe(await listed(organisation, { activity: id }));
    }
  });

  it('lists the sessions of one arrangement, however many of them are recorded', async () => {
    const { arranged } = await bureau.as('fangmin').call(readArrangementMonth, { organisation: bureau.cast.organisation.organs, month: '2026-11' });
    for (const { arrangement, sessions, day } of arranged) {
      const { items } = await bureau.as('fangmin').call(listSessions, { from: '2026-11-01', to: '2026-11-30', arrangement });
      expect(items.map((it) => it.day)).toEqual(Array(sessions).fill(day));
    }
    expect(arranged.map((it) => it.recorded)).toEqual([1, 0, 0]);
  });

  it('shows everybody the branches on which he may see sessions, and hides the others', async () => {
    expect((await bureau.as('luojian').call(readMonthBoard, november)).items.map(({ organisation }) => organisation.number)).toEqual(['A118']);
    expect(await bureau.as('gucheng').refusal(readMonthBoard, { organisation: bureau.cast.organisation.detention })).toBe('NotFound');
    expect(await bureau.as('gucheng').refusal(readMonthGrounds, { ...november, organisation: bureau.cast.organisation.detention })).toBe('NotFound');
    expect(await bureau.as('wenlan').refusal(readMonthBoard, november)).toBe('NotFound');
    expect(await bureau.as('xitong').refusal(readMonthBoard, november)).toBe('NotFound');
  });

  it('says up to where it knows everything, and follows once the projector has worked', async () => {
    const { items } = await bureau.as('luojian').call(listSessions, { from: '2026-11-09', to: '2026-11-09' });
    await bureau.as('luojian').call(confirmSession, { session: items[0]?.session ?? '', version: 2 });
    const known = await bureau.within(({ tx }) => lastSeq(tx));
    const behind = await bureau.as('fangmin').call(readMonthBoard, november);
    expect([behind.asOf, behind.total.toConfirm]).toMatchObject([{ seq: known - 1, behind: true }, 2]);
    await project();
    const now = await bureau.as('fangmin').call(readMonthBoard, november);
    expect([now.asOf, now.total.toConfirm]).toMatchObject([{ seq: known, behind: false }, 1]);
  });
});

describe('whoever has just recorded', () => {
  /** The recorder records one more session, and waits for it as his next read would. */
  const recordedAndAwaited = async (day: string, activity: string, start: () => void): Promise<readonly string[]> => {
    const { detention } = bureau.cast.organisation;
    const account = await accountNamed(bureau, 'jiping');
    await bureau.as('jiping').call(recordSession, recordOf(detention, day, { activities: [activity] }));
    const waited = bureau.within((call) => awaitOwn({ ...call, actor: { ...call.actor, account } }, [detention], '2026-11', PATIENT_MS));
    start();
    await waited;
    return (await bureau.as('jiping').call(readMonthBoard, november)).activities.map(({ id }) => id);
  };

  it('waits for it', async () => {
    const projector = openProjector({ database: bureau.database, bureaus: ['alpha'], onFault: (_, fault) => expect.fail(String(fault)) });
    expect(await recordedAndAwaited('2026-11-12', 'themePartyDay', projector.start)).toContain('themePartyDay');
    await projector.stop();
  });

  it('finds it although another bureau cannot be worked off, which is told', async () => {
    const told: string[] = [];
    const projector = openProjector({ database: bureau.database, bureaus: ['nowhere', 'alpha'], onFault: (code) => void told.push(code) });
    expect(await recordedAndAwaited('2026-11-13', 'warningEducation', projector.start)).toContain('warningEducation');
    expect(told).toEqual(['nowhere']);
    await projector.stop();
  });
});

describe('the grounds of a share', () => {
  it('combine from the sessions over the branches to the share on the board, and name nobody', async () => {
    const { organs, detention } = bureau.cast.organisation;
    const { total, items } = await bureau.as('fangmin').call(readMonthBoard, { ...november, organisation: organs });
    const whole = await bureau.as('fangmin').call(readMonthGrounds, { ...november, organisation: organs });
    const branch = await bureau.as('fangmin').call(readMonthGrounds, { ...november, organisation: detention });
    expect([whole.grounds.value, branch.grounds.value]).toEqual([total.rate, rowOf(items, 'detention')?.rate]);
    expect(whole.grounds.how).toMatchObject({ kind: 'share', present: total.present, madeUp: total.madeUp, expected: total.expected, excused: total.excused });
    expect(whole.grounds.children.find(({ id }) => id === detention)?.children).toEqual(branch.grounds.children);
    expect([...uncombined(whole.grounds), ...uncombined(branch.grounds)]).toEqual([]);
    expect(JSON.stringify(whole)).not.toContain(bureau.cast.person.wenlan);
  });

  it('are counts alone where nobody was expected', async () => {
    const { grounds } = await bureau.as('fangmin').call(readMonthGrounds, { ...november, organisation: bureau.cast.organisation.command });
    expect(grounds).toMatchObject({ value: null, how: { kind: 'window', expected: 0 }, children: [] });
  });
});

/** Levels whose counts are not those of the levels below, done again by hand; a session ends in its own record. */
function uncombined({ id, how, children }: Grounds): string[] {
  const below = children.flatMap(uncombined);
  if ((how.kind !== 'share' && how.kind !== 'window') || children.some((child) => child.how.kind === 'fact')) return below;
  const counts = children.flatMap((child) => (child.how.kind === 'window' ? [child.how] : []));
  const agrees = (['expected', 'present', 'madeUp', 'excused'] as const).every((one) => how[one] === counts.reduce((sum, it) => sum + it[one], 0));
  return agrees ? below : [id, ...below];
}
