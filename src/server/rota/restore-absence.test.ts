import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmRota, listAbsences, listOwnLeaves, recordClosedDuty, recordLeave, recordOwnLeave, recordSecondment, withdrawAbsence } from '#domain/rota/absence-contract.ts';
import { restoreAbsence } from '#domain/rota/restoring-contract.ts';
import { readExpectation } from '#domain/rota/contract.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { footprint } from '#test/operations/footprint.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

const detention = (): string => bureau.cast.organisation.detention;
const person = (at: number): string => bureau.cast.others[at] ?? '';
const withdraw = (fact: string, version = 1) => bureau.as('luojian').call(withdrawAbsence, { fact, version });
const restore = (fact: string, version = 2) => bureau.as('luojian').call(restoreAbsence, { fact, version });
const excuseOf = async (id: string, day: string) => (await bureau.as('luojian').call(readExpectation,
  { organisation: detention(), day, from: '19:00', to: '21:00', activities: 'mondayStudy' })).people.find((it) => it.person.id === id);
const listed = async (from: string, to: string, narrowed: { withdrawn?: 'yes' } = {}) => (await bureau.as('luojian').call(listAbsences, { organisation: detention(), from, to, ...narrowed })).items;

describe('restoring what was withdrawn from the register', () => {
  it('brings back leave, closed duty, a secondment and a day on duty from a table as they were', async () => {
    const from = '2026-11-16';
    const { leave } = await bureau.as('luojian').call(recordLeave, { organisation: detention(), person: person(0), reason: 'sickLeave', from, to: from });
    const { closedDuty } = await bureau.as('luojian').call(recordClosedDuty, { organisation: detention(), persons: [person(1), person(2)], from, to: from, studyAtPost: true });
    const { secondment } = await bureau.as('luojian').call(recordSecondment, { organisation: detention(), person: person(3), seconded: null, from, to: null });
    const { factId: duty } = await bureau.within((call) => recordFact(call, { kind: 'leave', state: { person: person(4), reason: 'onDuty', from, to: from } }));
    const before = await listed(from, from);
    for (const fact of [leave, closedDuty, secondment, duty]) await withdraw(fact);
    expect(await listed(from, from)).toEqual([]);
    expect((await listed(from, from, { withdrawn: 'yes' })).map(({ fact, people, mayChange, withdrawn }) => [fact, people.length, mayChange, withdrawn]))
      .toEqual(before.map(({ fact, people }) => [fact, people.length, true, true]));
    expect(await listed('2026-11-17', '2026-11-18', { withdrawn: 'yes' })).toMatchObject([{ fact: secondment }]);
    for (const fact of [leave, closedDuty, secondment, duty]) expect(await restore(fact)).toEqual({ version: 3 });
    expect(await listed(from, from, { withdrawn: 'yes' })).toEqual([]);
    expect(await listed(from, from)).toEqual(before.map((it) => ({ ...it, version: 3 })));
    expect(await excuseOf(person(4), from)).toMatchObject({ excused: true, reason: 'onDuty' });
  });

  it('lets one\'s own wait for another again', async () => {
    const spell = { reason: 'annualLeave', from: '2026-11-23', to: '2026-11-23' };
    const { leave } = await bureau.as('wenlan').call(recordOwnLeave, spell);
    await bureau.as('wenlan').call(withdrawAbsence, { fact: leave, version: 1 });
    expect(await bureau.as('wenlan').call(restoreAbsence, { fact: leave, version: 2 })).toEqual({ version: 3 });
    expect((await bureau.as('wenlan').call(listOwnLeaves, {})).items).toMatchObject([{ leave, version: 3, waiting: true }]);
    expect(await excuseOf(bureau.cast.person.wenlan, spell.from)).toMatchObject({ excused: false });
    await bureau.as('tangyue').call(confirmRota, { fact: leave, version: 3 });
    expect(await excuseOf(bureau.cast.person.wenlan, spell.from)).toMatchObject({ excused: true });
    await withdraw(leave, 3);
    expect(await bureau.as('wenlan').refusal(restoreAbsence, { fact: leave, version: 4 }), 'what another took away comes back by another').toBe('OwnLeaveSettled');
  });

  it('is refused to strangers, twice, by an old version and where something else stands there now; nothing is written', async () => {
    const spell = { organisation: detention(), person: person(5), reason: 'sickLeave', from: '2026-11-09', to: '2026-11-13' };
    const { leave } = await bureau.as('jiping').call(recordLeave, spell);
    expect(await bureau.as('jiping').refusal(restoreAbsence, { fact: leave, version: 1 })).toBe('FactStands');
    await withdraw(leave);
    const { leave: other } = await bureau.as('jiping').call(recordLeave, { ...spell, from: '2026-11-13', to: '2026-11-14' });
    const before = await footprint(bureau);
    expect(await bureau.as('gucheng').refusal(restoreAbsence, { fact: leave, version: 2 })).toBe('NotFound');
    expect(await bureau.as('jiping').refusal(restoreAbsence, { fact: leave, version: 2 })).toBe('LeaveOverlaps');
    expect(await footprint(bureau)).toEqual(before);
    await withdraw(other);
    expect(await bureau.as('jiping').refusal(restoreAbsence, { fact: leave, version: 1 })).toBe('FactChanged');
    await restore(leave);
  });
});
