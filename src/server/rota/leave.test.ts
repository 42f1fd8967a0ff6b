import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendLeave, confirmRota, listAbsences, listLeaveReasons, listOwnLeaves, recordLeave, recordOwnLeave, withdrawAbsence } from '#domain/rota/absence-contract.ts';
import { readExpectation, readRotaMonth } from '#domain/rota/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { Answered, testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

const detention = (): string => bureau.cast.organisation.detention;
const person = (at: number): string => bureau.cast.others[at] ?? '';
const facts = (kind: string): Promise<number> => bureau.within(async ({ tx }) => (await tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM fact_log WHERE kind = ${kind}`))?.n ?? 0);
const year = { from: '2026-01-01', to: '2026-12-31' };
const absencesOf = async (id: string, as: 'luojian' | 'tangyue' | 'jiping' | 'zhengqi' | 'fangmin' = 'luojian') =>
  (await bureau.as(as).call(listAbsences, { organisation: as === 'zhengqi' ? bureau.cast.organisation.groupA : detention(), ...year })).items
    .filter((it) => it.people.some((one) => one.id === id));
const study = (day: string) => bureau.as('luojian').call(readExpectation, { organisation: detention(), day, from: '19:00', to: '21:00', activities: 'mondayStudy' });
const excuseOf = async (id: string, day: string) => (await study(day)).people.find((it) => it.person.id === id);

describe('entering leave', () => {
  it('excuses the person at once when the recorder enters it for another', async () => {
    const leave = { organisation: detention(), person: person(0), reason: 'sickLeave', from: '2026-11-20', to: '2026-11-27' };
    const answer = await bureau.as('jiping').call(recordLeave, leave);
    expect(answer).toMatchObject({ version: 1, days: 8, waiting: false });
    expect(await excuseOf(person(0), '2026-11-23')).toMatchObject({ excused: true, reason: 'sickLeave', shownAs: 'leave' });
    expect(await excuseOf(person(0), '2026-11-30')).toMatchObject({ excused: false });
    expect(await absencesOf(person(0))).toMatchObject([{ kind: 'leave', reason: 'sickLeave', waiting: false, mayConfirm: false }]);
  });

  it('twice with the same key is once', async () => {
    const leave = { organisation: detention(), person: person(1), reason: 'annualLeave', from: '2026-11-20', to: '2026-11-21' };
    const key = 'leave-with-one-key-0001';
    const first = await bureau.as('jiping').call(recordLeave, leave, { key });
    expect(await bureau.as('jiping').call(recordLeave, leave, { key })).toEqual(first);
    expect(await absencesOf(person(1))).toHaveLength(1);
  });

  it('does not exist for a stranger, and names who could to a member', async () => {
    const before = await facts('leave');
    const leave = { organisation: detention(), person: person(2), reason: 'sickLeave', from: '2026-11-20', to: '2026-11-21' };
    expect(await bureau.as('gucheng').refusal(recordLeave, leave)).toBe('NotFound');
    const refused = await bureau.as('wenlan').call(recordLeave, leave).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Answered);
    expect(refused).toMatchObject({ status: 403, refusal: { name: 'NotAllowed', words: { zh: expect.stringContaining('支部书记') } } });
    expect(await facts('leave')).toBe(before);
  });

  it.each([
    ['that ends before it begins', { from: '2026-11-20', to: '2026-11-19' }, 'EndsBeforeItBegins'],
    ['longer than 400 days', { from: '2026-01-01', to: '2027-02-05' }, 'LeaveTooLong'],
    ['on a day that does not exist', { from: '2026-02-30', to: '2026-03-01' }, 'InputInvalid'],
    ['in a year that is settled', { from: '2024-11-20', to: '2024-11-21' }, 'YearClosed'],
    ['for a reason that the rota brings by itself', { reason: 'onDuty' }, 'ReasonNotForLeave'],
    ['for simply not coming', { reason: 'absentWithoutReason' }, 'ReasonNotForLeave'],
    ['for a reason that the scheme does not know', { reason: 'toothache' }, 'ReasonNotForLeave'],
  ])('refuses leave %s and writes nothing', async (_, change, name) => {
    const before = await facts('leave');
    const leave = { organisation: detention(), person: person(3), reason: 'sickLeave', from: '2026-11-20', to: '2026-11-21', ...change };
    expect(await bureau.as('luojian').refusal(recordLeave, leave)).toBe(name);
    expect(await facts('leave')).toBe(before);
  });

  it('refuses somebody who is not of the branch that day', async () => {
    const leave = { organisation: detention(), reason: 'sickLeave', from: '2026-11-20', to: '2026-11-21' };
    expect(await bureau.as('luojian').refusal(recordLeave, { ...leave, person: bureau.cast.person.gucheng })).toBe('PersonNotOfBranch');
    expect(await bureau.as('luojian').refusal(recordLeave, { ...leave, person: bureau.cast.person.liubo })).toBe('PersonNotOfBranch');
    const inMay = { ...leave, person: bureau.cast.person.liubo, from: '2026-05-04', to: '2026-05-05' };
    expect((await bureau.as('luojian').call(recordLeave, inMay)).waiting).toBe(false);
  });

  it('refuses leave that overlaps another of the same person, also when both come at once', async () => {
    const leave = { organisation: detention(), person: person(4), reason: 'sickLeave', from: '2026-11-20', to: '2026-11-25' };
    const both = await Promise.allSettled([
      bureau.as('luojian').call(recordLeave, leave),
      bureau.as('jiping').call(recordLeave, { ...leave, from: '2026-11-25', to: '2026-11-28' }),
    ]);
    expect(both.map((it) => it.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await bureau.as('fangmin').refusal(recordLeave, { ...leave, from: '2026-11-22', to: '2026-11-26' })).toBe('LeaveOverlaps');
    expect(await absencesOf(person(4))).toHaveLength(1);
  });

  it('lets a group leader enter leave for his group and not for another', async () => {
    const leave = { reason: 'sickLeave', from: '2026-11-20', to: '2026-11-21' };
    expect((await bureau.as('zhengqi').call(recordLeave, { ...leave, organisation: bureau.cast.organisation.groupA, person: person(6) })).waiting).toBe(false);
    expect(await bureau.as('zhengqi').refusal(recordLeave, { ...leave, organisation: bureau.cast.organisation.groupA, person: person(7) })).toBe('PersonNotOfBranch');
    expect(await bureau.as('zhengqi').refusal(recordLeave, { ...leave, organisation: detention(), person: person(7) })).toBe('NotAllowed');
  });
});

describe('leave of one’s own', () => {
  it('waits until another person confirms it: nobody excuses himself', async () => {
    const { leave, version } = await bureau.as('wenlan').call(recordOwnLeave, { reason: 'annualLeave', from: '2026-11-23', to: '2026-11-24' });
    const { wenlan } = bureau.cast.person;
    expect(await excuseOf(wenlan, '2026-11-23')).toMatchObject({ excused: false });
    expect(await bureau.as('wenlan').call(listOwnLeaves, {})).toMatchObject({ items: [{ leave, waiting: true, reason: 'annualLeave' }], reasons: [{ id: 'annualLeave', zh: '年休假或探亲' }] });
    expect(await absencesOf(wenlan)).toMatchObject([{ waiting: true, mayConfirm: true }]);

    expect(await bureau.as('wenlan').refusal(confirmRota, { fact: leave, version })).toBe('ConfirmationOfOwn');
    expect(await bureau.as('jiping').refusal(confirmRota, { fact: leave, version })).toBe('ConfirmationNotYours');
    expect(await bureau.as('gucheng').refusal(confirmRota, { fact: leave, version })).toBe('NotFound');
    await bureau.as('tangyue').call(confirmRota, { fact: leave, version });
    expect(await excuseOf(wenlan, '2026-11-23')).toMatchObject({ excused: true, reason: 'annualLeave' });
    expect(await bureau.as('luojian').refusal(confirmRota, { fact: leave, version })).toBe('NothingToConfirm');
  });

  it('waits also for a secretary who enters his own on the page of the branch', async () => {
    const { luojian } = bureau.cast.person;
    const { leave, version, waiting } = await bureau.as('luojian').call(recordLeave, { organisation: detention(), person: luojian, reason: 'caseTrip', from: '2026-11-23', to: '2026-11-23' });
    expect(waiting).toBe(true);
    expect(await absencesOf(luojian)).toMatchObject([{ waiting: true, mayConfirm: false }]);
    expect(await bureau.as('luojian').refusal(confirmRota, { fact: leave, version })).toBe('ConfirmationOfOwn');
    await bureau.as('tangyue').call(confirmRota, { fact: leave, version });
    expect(await excuseOf(luojian, '2026-11-23')).toMatchObject({ excused: true });
  });

  it('may be changed and withdrawn by himself only before it is confirmed', async () => {
    const own = await bureau.as('wenlan').call(recordOwnLeave, { reason: 'annualLeave', from: '2026-12-01', to: '2026-12-10' });
    const changed = await bureau.as('wenlan').call(amendLeave, { leave: own.leave, version: 1, reason: 'annualLeave', from: '2026-12-01', to: '2026-12-08' });
    expect(changed).toMatchObject({ version: 2, days: 8, waiting: true });
    expect(await bureau.as('tangyue').refusal(confirmRota, { fact: own.leave, version: 1 })).toBe('FactChanged');
    await bureau.as('tangyue').call(confirmRota, { fact: own.leave, version: 2 });
    const later = { leave: own.leave, version: 2, reason: 'annualLeave', from: '2026-12-01', to: '2026-12-20' };
    expect(await bureau.as('wenlan').refusal(amendLeave, later)).toBe('OwnLeaveSettled');
    expect(await bureau.as('wenlan').refusal(withdrawAbsence, { fact: own.leave, version: 2 })).toBe('OwnLeaveSettled');

    const second = await bureau.as('wenlan').call(recordOwnLeave, { reason: 'sickLeave', from: '2026-12-21', to: '2026-12-22' });
    await bureau.as('wenlan').call(withdrawAbsence, { fact: second.leave, version: 1 });
    expect((await bureau.as('wenlan').call(listOwnLeaves, {})).items.map((it) => it.leave)).not.toContain(second.leave);
  });

  it('is refused to an account without a person, as is confirming', async () => {
    expect(await bureau.as('anquan').refusal(recordOwnLeave, { reason: 'sickLeave', from: '2026-11-20', to: '2026-11-21' })).toBe('AccountWithoutPerson');
  });
});

describe('changing leave', () => {
  it('cuts it short, and refuses whoever read an older version', async () => {
    const { leave } = await bureau.as('jiping').call(recordLeave, { organisation: detention(), person: person(9), reason: 'sickLeave', from: '2026-11-16', to: '2026-12-16' });
    await bureau.as('jiping').call(amendLeave, { leave, version: 1, reason: 'sickLeave', from: '2026-11-16', to: '2026-11-22' });
    expect(await excuseOf(person(9), '2026-11-23')).toMatchObject({ excused: false });
    expect(await bureau.as('luojian').refusal(amendLeave, { leave, version: 1, reason: 'sickLeave', from: '2026-11-16', to: '2026-11-30' })).toBe('FactChanged');
    expect(await bureau.as('gucheng').refusal(amendLeave, { leave, version: 2, reason: 'sickLeave', from: '2026-11-16', to: '2026-11-30' })).toBe('NotFound');
    expect(await bureau.as('luojian').refusal(withdrawAbsence, { fact: leave, version: 1 })).toBe('FactChanged');
    await bureau.as('luojian').call(withdrawAbsence, { fact: leave, version: 2 });
    expect(await bureau.as('luojian').refusal(withdrawAbsence, { fact: leave, version: 3 })).toBe('FactWithdrawn');
    expect(await absencesOf(person(9))).toEqual([]);
  });
});

describe('reasons', () => {
  it('are those of the scheme that say something beforehand', async () => {
    const { items } = await bureau.as('wenlan').call(listLeaveReasons, {});
    expect(items.map((it) => it.id)).toEqual(['urgentTask', 'caseTrip', 'fullTimeTraining', 'annualLeave', 'sickLeave', 'parentalLeave', 'personalLeave']);
  });

  it('are shown to those who keep the register of the branch, and as a class alone to a group leader and the office', async () => {
    await bureau.as('jiping').call(recordLeave, { organisation: detention(), person: person(12), reason: 'parentalLeave', from: '2026-11-20', to: '2026-12-21' });
    expect(await absencesOf(person(12))).toMatchObject([{ reason: 'parentalLeave' }]);
    for (const keeper of ['tangyue', 'jiping'] as const) expect(await absencesOf(person(12), keeper), keeper).toMatchObject([{ reason: 'parentalLeave' }]);
    for (const other of ['zhengqi', 'fangmin'] as const) {
      const [seen] = await absencesOf(person(12), other);
      expect(seen, other).toMatchObject({ shownAs: 'leave' });
      expect(seen, other).not.toHaveProperty('reason');
      expect(seen, other).not.toHaveProperty('kind');
    }
  });

  it('are a class alone for the office in the month and in the list of an evening, too', async () => {
    const read = async (as: 'jiping' | 'fangmin') => {
      const month = await bureau.as(as).call(readRotaMonth, { organisation: detention(), month: '2026-11' });
      const evening = await bureau.as(as).call(readExpectation, { organisation: detention(), day: '2026-11-23', from: '19:00', to: '21:00', activities: 'mondayStudy' });
      return JSON.stringify({ month, evening });
    };
    expect(await read('jiping')).toContain('parentalLeave');
    expect(await read('fangmin')).not.toContain('parentalLeave');
  });

  it('stand in no row of the audit', async () => {
    const rows = await bureau.within(({ tx }) => tx.many<{ row: string }>(sql`SELECT audit_entry::text AS row FROM audit_entry`));
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((it) => /sickLeave|annualLeave|parentalLeave|caseTrip/.test(it.row))).toEqual([]);
  });
});
