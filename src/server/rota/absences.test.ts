import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendClosedDuty, amendSecondment, confirmRota, listAbsences, recordClosedDuty, recordSecondment, withdrawAbsence } from '#domain/rota/absence-contract.ts';
import { readExpectation } from '#domain/rota/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

const detention = (): string => bureau.cast.organisation.detention;
const person = (at: number): string => bureau.cast.others[at] ?? '';
const facts = (kind: string): Promise<number> => bureau.within(async ({ tx }) => (await tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM fact_log WHERE kind = ${kind}`))?.n ?? 0);
const excuseOf = async (id: string, day: string) => (await bureau.as('luojian').call(readExpectation,
  { organisation: detention(), day, from: '19:00', to: '21:00', activities: 'mondayStudy' })).people.find((it) => it.person.id === id);
const listed = async () => (await bureau.as('luojian').call(listAbsences, { organisation: detention(), from: '2026-11-01', to: '2026-11-30' })).items;

describe('closed duty', () => {
  const weeks = { from: '2026-11-10', to: '2026-11-29', studyAtPost: true };

  it('excuses everybody on the list for its weeks, and the recorder once another has confirmed', async () => {
    const { jiping } = bureau.cast.person;
    const written = await bureau.as('jiping').call(recordClosedDuty, { organisation: detention(), persons: [person(0), person(1), jiping], ...weeks });
    expect(written.waiting).toBe(true);
    expect(await excuseOf(person(0), '2026-11-16')).toMatchObject({ excused: true, reason: 'closedDuty' });
    expect(await excuseOf(person(0), '2026-11-30')).toMatchObject({ excused: false });
    expect(await excuseOf(jiping, '2026-11-16')).toMatchObject({ excused: false });
    await bureau.as('luojian').call(confirmRota, { fact: written.closedDuty, version: written.version });
    expect(await excuseOf(jiping, '2026-11-16')).toMatchObject({ excused: true });
    expect(await listed()).toMatchObject([{ kind: 'closedDuty', studyAtPost: true, waiting: false, others: 0 }]);
  });

  it('twice with the same key is once; overlaps, strangers and wrong days are refused and leave nothing', async () => {
    const input = { organisation: detention(), persons: [person(2), person(3)], ...weeks };
    const key = 'closed-duty-one-key-0001';
    const first = await bureau.as('luojian').call(recordClosedDuty, input, { key });
    expect(await bureau.as('luojian').call(recordClosedDuty, input, { key })).toEqual(first);
    const before = await facts('closedDuty');
    expect(await bureau.as('luojian').refusal(recordClosedDuty, { ...input, persons: [person(3), person(4)] })).toBe('ClosedDutyOverlaps');
    expect(await bureau.as('luojian').refusal(recordClosedDuty, { ...input, persons: [person(4)], to: '2026-11-09' })).toBe('EndsBeforeItBegins');
    expect(await bureau.as('luojian').refusal(recordClosedDuty, { ...input, persons: [bureau.cast.person.gucheng] })).toBe('PersonNotOfBranch');
    expect(await bureau.as('gucheng').refusal(recordClosedDuty, input)).toBe('NotFound');
    expect(await bureau.as('wenlan').refusal(recordClosedDuty, input)).toBe('NotAllowed');
    expect(await facts('closedDuty')).toBe(before);
  });

  it('over two branches is entered by the office, and each branch sees its own people', async () => {
    const persons = [person(5), bureau.cast.person.gucheng];
    const { closedDuty } = await bureau.as('fangmin').call(recordClosedDuty, { organisation: bureau.cast.organisation.organs, persons, ...weeks });
    const seen = (await listed()).find((it) => it.fact === closedDuty);
    expect(seen).toMatchObject({ people: [{ id: person(5) }], others: 1, mayChange: false });
    expect(await bureau.as('luojian').refusal(amendClosedDuty, { closedDuty, version: 1, persons: [person(5)], ...weeks })).toBe('NotFound');
    expect(await bureau.as('luojian').refusal(withdrawAbsence, { fact: closedDuty, version: 1 })).toBe('NotFound');
    expect(await bureau.as('fangmin').call(amendClosedDuty, { closedDuty, version: 1, persons: [person(5)], ...weeks, to: '2026-11-15' })).toMatchObject({ version: 2 });
    expect(await excuseOf(person(5), '2026-11-16')).toMatchObject({ excused: false });
    await bureau.as('luojian').call(withdrawAbsence, { fact: closedDuty, version: 2 });
    expect((await listed()).map((it) => it.fact)).not.toContain(closedDuty);
  });
});

describe('secondment', () => {
  const term = { from: '2026-11-01', to: null };

  it('excuses at home until it ends, and tells the secretary where to', async () => {
    const input = { organisation: detention(), person: person(8), seconded: bureau.cast.organisation.command, ...term };
    const { secondment } = await bureau.as('luojian').call(recordSecondment, input);
    expect(await excuseOf(person(8), '2026-11-16')).toMatchObject({ excused: true, reason: 'secondment' });
    expect((await listed()).find((it) => it.fact === secondment)).toMatchObject({ kind: 'secondment', seconded: { name: '指挥中心党支部' }, to: null });
    expect(await bureau.as('luojian').refusal(recordSecondment, { ...input, seconded: null })).toBe('SecondmentOverlaps');
    await bureau.as('luojian').call(amendSecondment, { secondment, version: 1, seconded: null, from: '2026-11-01', to: '2026-11-15' });
    expect(await excuseOf(person(8), '2026-11-16')).toMatchObject({ excused: false });
    expect(await bureau.as('luojian').refusal(amendSecondment, { secondment, version: 1, seconded: null, ...term })).toBe('FactChanged');
  });

  it('is refused to the own branch, to nowhere, backwards, for strangers and by strangers', async () => {
    const input = { organisation: detention(), person: person(9), seconded: null, ...term };
    const before = await facts('secondment');
    expect(await bureau.as('luojian').refusal(recordSecondment, { ...input, seconded: detention() })).toBe('SecondedToOwnBranch');
    expect(await bureau.as('luojian').refusal(recordSecondment, { ...input, seconded: person(1) })).toBe('NotFound');
    expect(await bureau.as('luojian').refusal(recordSecondment, { ...input, to: '2026-10-01' })).toBe('EndsBeforeItBegins');
    expect(await bureau.as('luojian').refusal(recordSecondment, { ...input, person: bureau.cast.person.gucheng })).toBe('PersonNotOfBranch');
    expect(await bureau.as('gucheng').refusal(recordSecondment, input)).toBe('NotFound');
    expect(await bureau.as('wenlan').refusal(recordSecondment, input)).toBe('NotAllowed');
    expect(await facts('secondment')).toBe(before);
  });

  it('of oneself waits for another', async () => {
    const { jiping } = bureau.cast.person;
    const written = await bureau.as('jiping').call(recordSecondment, { organisation: detention(), person: jiping, seconded: null, from: '2026-12-01', to: '2026-12-31' });
    expect(written.waiting).toBe(true);
    expect(await excuseOf(jiping, '2026-12-07')).toMatchObject({ excused: false });
    await bureau.as('tangyue').call(confirmRota, { fact: written.secondment, version: 1 });
    expect(await excuseOf(jiping, '2026-12-07')).toMatchObject({ excused: true, reason: 'secondment' });
  });
});

describe('the register', () => {
  it('shows a group leader the class of everything and the reason of nothing', async () => {
    const { items, reasons } = await bureau.as('zhengqi').call(listAbsences, { organisation: bureau.cast.organisation.groupA, from: '2026-11-01', to: '2026-11-30' });
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map((it) => it.shownAs))).toEqual(new Set(['duty']));
    expect(items.flatMap((it) => Object.keys(it)).filter((key) => ['kind', 'reason', 'seconded', 'studyAtPost'].includes(key))).toEqual([]);
    expect(reasons).toEqual([]);
    expect(await bureau.as('gucheng').refusal(listAbsences, { organisation: detention(), from: '2026-11-01', to: '2026-11-30' })).toBe('NotFound');
  });
});
