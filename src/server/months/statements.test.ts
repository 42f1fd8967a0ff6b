import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendSession, confirmSession, recordSession } from '#domain/activities/contract.ts';
import { recordMakeUp } from '#domain/activities/record-contract.ts';
import {
  answerObjection, appealStatement, confirmStatement, listOwnStatements, listStatements, objectToStatement, readStatement, reviewObjection, type StatementView,
} from '#domain/months/statement-contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { sql } from '#server/platform/sql.ts';
import { announceYears } from '#test/announced-years.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { lockMonth } from '#test/lock-month.ts';
import { recordOf } from '#test/operations/bench.ts';

let bureau: TestBureau;
let absentOn: string;
let absentVersion: number;
/** Wang's month as it is locked: present on the 12th, absent without a reason on the 26th, which she made up on 3 November. */
beforeAll(async () => {
  bureau = await testBureau();
  await bureau.within(announceYears, '2026-01-02T08:00:00+08:00');
  bureau.setNow('2026-10-27T09:00:00+08:00');
  await record('2026-10-12', []);
  const absent = { person: wenlan(), mark: 'absent' as const, reason: null, sitting: 0 };
  ({ session: absentOn, version: absentVersion } = await record('2026-10-19', [absent]));
  const { session } = await record('2026-10-26', [{ ...absent, reason: 'personalLeave' }]);
  bureau.setNow('2026-11-03T09:00:00+08:00');
  await record('2026-11-02', []);
  await bureau.as('jiping').call(recordMakeUp, { session, person: wenlan(), day: '2026-11-03', way: 'reading' });
  bureau.setNow('2026-11-13T09:00:00+08:00');
  await lockMonth(bureau, 'fangmin', { organisation: bureau.cast.organisation.organs, period: '2026-10' });
});
afterAll(() => bureau.drop());

type Marks = NonNullable<Parameters<typeof recordOf>[2]>['marks'] & {};
const wenlan = (): string => bureau.cast.person.wenlan;
const detention = (): string => bureau.cast.organisation.detention;
const record = (day: string, marks: Marks) =>
  bureau.as('jiping').call(recordSession, recordOf(detention(), day, { marks }));
const ofWenlan = async (): Promise<StatementView> => {
  const { items } = await bureau.as('wenlan').call(listOwnStatements, {});
  return bureau.as('wenlan').call(readStatement, { statement: items[0]?.statement ?? '' });
};
const shareOf = (node: Grounds | null): Grounds | null =>
  (node === null || node.how.kind === 'share' ? node : node.children.map(shareOf).find((found) => found !== null) ?? null);
const answeredOf = async (statement: string): Promise<unknown> =>
  (await bureau.within(({ tx }) => tx.one<{ answered: unknown }>(sql`SELECT state->>'answered' AS answered FROM fact WHERE fact_id = ${statement}`)))?.answered;
const versions = async (): Promise<number> => (await bureau.within(({ tx }) => tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM fact_log WHERE kind = 'statement'`)))?.n ?? 0;

describe('a statement', () => {
  it('is issued to every member of the branch when the month is locked, with its month by period and not by day', async () => {
    const { items } = await bureau.as('luojian').call(listStatements, { organisation: detention(), period: '2026-10' });
    expect(items).toHaveLength(20);
    expect(items.map(({ person }) => person.number)).toEqual(items.map(({ person }) => person.number).toSorted());
    const it = await ofWenlan();
    expect(it).toMatchObject({ period: '2026-10', standing: 'issued', deadline: '2026-11-20', provisional: false, recomputes: true, asOf: { day: '2026-10-31' } });
    // Three Mondays, one missed: the make-up of 3 November is in, the Monday of 2 November is not.
    expect(shareOf(it.grounds)?.how).toMatchObject({ kind: 'share', expected: 3, present: 1, madeUp: 1 });
    expect(it.month).toBeLessThan(it.total ?? 0);
    expect(it.now.month).toBe(it.month);
  });

  it('is there for the member and for those who may see points, and for nobody else', async () => {
    const { statement } = await ofWenlan();
    expect((await bureau.as('luojian').call(readStatement, { statement })).person.name).toBe('温岚');
    for (const stranger of ['gucheng', 'jiping', 'zhengqi', 'xitong'] as const) expect(await bureau.as(stranger).refusal(readStatement, { statement })).toBe('NotFound');
    expect(await bureau.as('luojian').refusal(confirmStatement, { statement, version: 1 })).toBe('NotFound');
  });

  it('keeps its number when something is entered later, and says what it is now (A-3)', async () => {
    const before = await ofWenlan();
    await record('2026-10-28', []);
    const after = await ofWenlan();
    expect(after).toMatchObject({ total: before.total, month: before.month, parts: before.parts, grounds: before.grounds, recomputes: true });
    expect(after.now.changes).toMatchObject([{ day: '2026-10-28', kind: 'session' }]);
    expect(after.now.month).toBeGreaterThan(after.month ?? 0);
  });
});

describe('an objection', () => {
  const objecting = async () => {
    const { statement, version } = await ofWenlan();
    return { statement, version, disputed: absentOn, words: '当日在医院陪护，已口头请假。' };
  };

  it('names an entry of the month, and is the member\'s own', async () => {
    const asked = await objecting();
    const before = await versions();
    expect(await bureau.as('wenlan').refusal(objectToStatement, { ...asked, disputed: asked.statement })).toBe('EntryNotOfMonth');
    expect(await bureau.as('tangyue').refusal(objectToStatement, asked)).toBe('NotFound');
    expect(await versions()).toBe(before);
    await bureau.as('wenlan').call(objectToStatement, asked);
    expect(await ofWenlan()).toMatchObject({ standing: 'objected', deadline: '2026-11-20', disputed: { fact: absentOn }, may: { confirm: false, object: false } });
    expect(await bureau.as('wenlan').refusal(objectToStatement, asked)).toBe('StatementSettled');
  });

  it('is not decided by who entered or confirmed what it is about, nor by who objected', async () => {
    const { statement, version } = await ofWenlan();
    const answer = { statement, version, verdict: 'rejected' as const, words: '经核实，当日未收到请假。' };
    expect(await bureau.as('jiping').refusal(answerObjection, answer)).toBe('NotAllowed');
    await bureau.as('luojian').call(confirmSession, { session: absentOn, version: absentVersion });
    expect(await bureau.as('luojian').refusal(answerObjection, answer)).toBe('OwnEntryDisputed');
    expect(await bureau.as('gucheng').refusal(answerObjection, answer)).toBe('NotFound');
    expect(await bureau.as('wenlan').refusal(appealStatement, { statement, version, words: '请机关党委复核。' })).toBe('ReviewNotOpen');
    await bureau.as('tangyue').call(answerObjection, answer);
    expect(await ofWenlan()).toMatchObject({ standing: 'answered', verdict: 'rejected', may: { appeal: true } });
    expect(await answeredOf(statement)).toBe('onTime');
  });

  it('goes to the organs committee, which upholds it; the entry is amended, and no number was posted (A-12)', async () => {
    const { statement, version } = await ofWenlan();
    const { version: appealed } = await bureau.as('wenlan').call(appealStatement, { statement, version, words: '有医院陪护证明。' });
    const review = { statement, version: appealed, verdict: 'upheld' as const, words: '证明属实，请支部更正为请假。' };
    expect(await bureau.as('luojian').refusal(reviewObjection, review)).toBe('NotAllowed');
    const rows = () => bureau.within(({ tx }) => tx.many(sql`SELECT id FROM ledger_entry ORDER BY id`));
    const before = await rows();
    await bureau.as('fangmin').call(reviewObjection, review);
    expect(await rows()).toEqual(before);
    expect(await ofWenlan()).toMatchObject({ standing: 'reviewed', verdict: 'upheld', settled: false });
    expect(await answeredOf(statement)).toBe('onTime');
    const { organisation: _, arranged: __, ...content } = recordOf(detention(), '2026-10-19', { marks: [{ person: wenlan(), mark: 'excused', reason: 'sickLeave', sitting: 0 }] });
    await bureau.as('tangyue').call(amendSession, { ...content, session: absentOn, version: absentVersion });
    const after = await ofWenlan();
    expect(after).toMatchObject({ settled: true, recomputes: true });
    expect(after.history.map((it) => [it.stage, it.by, it.words])).toEqual([
      ['issued', '方敏', ''], ['objected', '温岚', '当日在医院陪护，已口头请假。'], ['answered', '唐悦', '经核实，当日未收到请假。'],
      ['appealed', '温岚', '有医院陪护证明。'], ['reviewed', '方敏', '证明属实，请支部更正为请假。'],
    ]);
    expect(after.now.total).toBeGreaterThan(after.total ?? 0);
  });
});

describe('an answer after its last day', () => {
  it('is given all the same, and known to have come late', async () => {
    bureau.setNow('2026-11-13T10:00:00+08:00');
    const { statement = '', version = 0 } = (await bureau.as('jiping').call(listOwnStatements, {})).items[0] ?? {};
    const asked = await bureau.as('jiping').call(objectToStatement, { statement, version, disputed: null, words: '漏记一次补学。' });
    expect((await bureau.as('jiping').call(readStatement, { statement })).deadline).toBe('2026-11-20');
    bureau.setNow('2026-11-21T09:00:00+08:00');
    await bureau.as('tangyue').call(answerObjection, { statement, version: asked.version, verdict: 'rejected', words: '未见补学记录。' });
    expect(await answeredOf(statement)).toBe('late');
    bureau.setNow('2026-11-13T11:00:00+08:00');
  });
});

describe('confirming', () => {
  it('is done once, and by silence when the time to object is over', async () => {
    const mine = async () => (await bureau.as('tangyue').call(listOwnStatements, {})).items[0];
    const { statement = '', version = 0 } = (await mine()) ?? {};
    const key = 'confirm-october-000001';
    const first = await bureau.as('tangyue').call(confirmStatement, { statement, version }, { key });
    expect(await bureau.as('tangyue').call(confirmStatement, { statement, version }, { key })).toEqual(first);
    expect(await bureau.as('tangyue').refusal(confirmStatement, { statement, version: first.version })).toBe('StatementSettled');
    bureau.setNow('2026-11-21T09:00:00+08:00');
    const silent = (await bureau.as('luojian').call(listOwnStatements, {})).items[0];
    expect(silent?.standing).toBe('silent');
    expect(await bureau.as('luojian').refusal(objectToStatement, { statement: silent?.statement ?? '', version: 1, disputed: null, words: '漏记一次' })).toBe('StatementSettled');
  });
});
