import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmSession, listSessions, recordSession, reportNotHeld, withdrawSession } from '#domain/activities/contract.ts';
import { restoreSession } from '#domain/activities/restoring-contract.ts';
import { planSession } from '#domain/activities/arrangement-contract.ts';
import { readSessionRecord, recordMakeUp } from '#domain/activities/record-contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { lockMonth } from '#test/lock-month.ts';
import { recordOf } from '#test/operations/bench.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

const detention = (): string => bureau.cast.organisation.detention;
const record = async (day: string, marks: NonNullable<Parameters<typeof recordOf>[2]>['marks'] = []): Promise<string> =>
  (await bureau.as('jiping').call(recordSession, recordOf(detention(), day, { marks, discussion: '逐章学习' }))).session;
const withdraw = (session: string, version: number) => bureau.as('jiping').call(withdrawSession, { session, version, reason: '误点' });
const read = (session: string) => bureau.as('jiping').call(readSessionRecord, { session });
const points = () => bureau.within(({ tx }) => tx.many(sql`SELECT person_id, part, year, value FROM standing ORDER BY 1, 2, 3`));
const entries = async (): Promise<number> => (await bureau.within(({ tx }) => tx.many(sql`SELECT 1 FROM fact_log`))).length;

describe('restoring a session that was withdrawn', () => {
  it('brings back attendance, make-ups, minutes and points, as late as it was, and is confirmed anew', async () => {
    const { wenlan } = bureau.cast.person;
    const session = await record('2026-11-09', [{ person: wenlan, mark: 'absent', reason: 'personalLeave', sitting: 0 }]);
    await bureau.as('jiping').call(recordMakeUp, { session, person: wenlan, day: '2026-11-10', way: 'reading' });
    const [before, earned] = [await read(session), await points()];
    await bureau.as('luojian').call(confirmSession, { session, version: 1 });
    await withdraw(session, 1);
    expect(await points()).not.toEqual(earned);
    bureau.setNow('2026-11-27T09:00:00+08:00');
    expect(await bureau.as('jiping').call(restoreSession, { session, version: 2 })).toEqual({ version: 3 });
    const after = await read(session);
    for (const part of ['counts', 'participants', 'discussion', 'reason', 'effects'] as const) expect(after[part], part).toEqual(before[part]);
    expect(after.recorded, 'it would have become late by being restored').toEqual(before.recorded);
    expect(after).toMatchObject({ status: 'toConfirm', confirmations: [{ version: 1 }], may: { restore: { allowed: false } } });
    expect(await points()).toEqual(earned);
    await bureau.as('luojian').call(confirmSession, { session, version: 3 });
    expect((await read(session)).status).toBe('done');
    bureau.setNow('2026-11-17T09:00:00+08:00');
  });

  it('names who filled the record in on its first day, not who withdrew or restored it', async () => {
    const session = await record('2026-10-26');
    const { recorded } = await read(session);
    await bureau.as('luojian').call(withdrawSession, { session, version: 1, reason: '误点' });
    expect((await read(session)).recorded).toEqual(recorded);
    await bureau.as('luojian').call(restoreSession, { session, version: 2 });
    expect((await read(session)).recorded).toEqual(recorded);
  });

  it('is for those who may withdraw it, once, and in the version that was read', async () => {
    const session = await record('2026-09-07');
    expect(await bureau.as('jiping').refusal(restoreSession, { session, version: 1 })).toBe('FactStands');
    await withdraw(session, 1);
    expect((await read(session)).may.restore).toEqual({ allowed: true, why: null });
    expect((await bureau.as('wenlan').call(readSessionRecord, { session })).may.restore.allowed).toBe(false);
    const count = await entries();
    expect(await bureau.as('wenlan').refusal(restoreSession, { session, version: 2 })).toBe('NotAllowed');
    expect(await bureau.as('gucheng').refusal(restoreSession, { session, version: 2 })).toBe('NotFound');
    expect(await bureau.as('jiping').refusal(restoreSession, { session, version: 1 })).toBe('FactChanged');
    expect(await entries()).toBe(count);
    await bureau.as('jiping').call(restoreSession, { session, version: 2 });
    expect(await bureau.as('jiping').refusal(restoreSession, { session, version: 2 })).toBe('FactStands');
  });

  it('is refused where the same was recorded meanwhile at that time, and in a month closed for too long', async () => {
    const session = await record('2026-09-14');
    await withdraw(session, 1);
    const again = await record('2026-09-14');
    expect(await bureau.as('jiping').refusal(restoreSession, { session, version: 2 })).toBe('SessionOverlaps');
    await withdraw(again, 1);
    const early = await record('2026-08-03');
    await withdraw(early, 1);
    await lockMonth(bureau, 'fangmin', { organisation: bureau.cast.organisation.organs, period: '2026-08' });
    expect(await bureau.as('jiping').refusal(restoreSession, { session: early, version: 2 })).toBe('LateFilingNeedsGrant');
    await bureau.as('jiping').call(restoreSession, { session, version: 2 });
  });

  it('keeps what was only planned, or was not held, as it was', async () => {
    const plan = { day: '2026-11-25', from: '19:00', to: '21:00', activities: ['themePartyDay'], contents: [], topic: '参观', place: '', lecturer: '', material: '' };
    const { session } = await bureau.as('jiping').call(planSession, { organisation: detention(), ...plan });
    await withdraw(session, 1);
    await bureau.as('jiping').call(restoreSession, { session, version: 2 });
    expect(await read(session)).toMatchObject({ status: 'arranged', topic: '参观', reason: '' });
    await bureau.as('jiping').call(reportNotHeld, { session, version: 3, reason: '安保任务' });
    await withdraw(session, 4);
    await bureau.as('jiping').call(restoreSession, { session, version: 5 });
    expect(await read(session)).toMatchObject({ status: 'notHeld', reason: '安保任务' });
  });
});

describe('the list of sessions', () => {
  it('has those that were withdrawn only for whoever asks for them, however long ago', async () => {
    const session = await record('2026-03-02');
    await withdraw(session, 1);
    const march = { from: '2026-03-01', to: '2026-03-31' };
    expect((await bureau.as('jiping').call(listSessions, march)).items).toEqual([]);
    expect((await bureau.as('jiping').call(listSessions, { ...march, status: 'withdrawn' })).items).toMatchObject([{ session, status: 'withdrawn', present: null }]);
    expect((await bureau.as('gucheng').call(listSessions, { ...march, status: 'withdrawn' })).items).toEqual([]);
  });
});
