import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmSession, recordSession } from '#domain/activities/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { closeYear } from '#domain/months/contract.ts';
import { answerObjection, listOwnStatements, objectToStatement } from '#domain/months/statement-contract.ts';
import { decideReview, previewCorrection, raiseObjection, readCorrectable, readObjection, readObjectionForm, readObjectionStatistics, replyToObjection, requestReview, withdrawObjection } from '#domain/objections/contract.ts';
import { listObjections } from '#domain/objections/list-contract.ts';
import { readPoints } from '#domain/points/contract.ts';
import { rebuild } from '#server/facts/rebuild.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { announceYears } from '#test/announced-years.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { lockMonth } from '#test/lock-month.ts';
import { benchOf, recordOf } from '#test/operations/bench.ts';

let bureau: TestBureau;
/** Wang's October: three Mondays, one of which she is said to have missed; it is published on 13 November. */
let missed: string;
beforeAll(async () => {
  bureau = await testBureau();
  await bureau.within(announceYears, '2026-01-02T08:00:00+08:00');
  bureau.setNow('2026-10-27T09:00:00+08:00');
  await record('2026-10-12');
  missed = await record('2026-10-19', 'absent');
  await record('2026-10-26');
  bureau.setNow('2026-11-13T09:00:00+08:00');
  await lockMonth(bureau, 'fangmin', { organisation: bureau.cast.organisation.organs, period: '2026-10' });
});
afterAll(() => bureau.drop());

const wenlan = (): string => bureau.cast.person.wenlan;
const detention = (): string => bureau.cast.organisation.detention;
async function record(day: string, mark?: 'absent'): Promise<string> {
  const marks = mark ? [{ person: wenlan(), mark, reason: null, sitting: 0 }] : [];
  return (await bureau.as('jiping').call(recordSession, recordOf(detention(), day, { marks }))).session;
}
const self = () => ({ kind: 'person' as const, id: wenlan() });
const toAbsence = (fact = missed) => ({ about: { kind: 'fact' as const, fact, version: 1 }, subject: self(), words: '当日随队执行押解任务，已向带班领导报告。' });
const points = async () => bureau.as('wenlan').call(readPoints, { person: wenlan() });
const leafOf = (node: Grounds | null, fact: string): Grounds | null =>
  (node === null || (node.how.kind === 'fact' && node.how.fact.factId === fact) ? node : node.children.map((it) => leafOf(it, fact)).find((found) => found !== null) ?? null);
const rows = async (table: 'ledger_entry' | 'fact_log'): Promise<number> =>
  (await bureau.within(({ tx }) => tx.one<{ n: number }>(table === 'fact_log' ? sql`SELECT count(*)::int AS n FROM fact_log` : sql`SELECT count(*)::int AS n FROM ledger_entry`)))?.n ?? 0;
const excused = { kind: 'mark' as const, mark: 'excused' as const, reason: 'caseTrip' };

describe('raising an objection', () => {
  it('is said beforehand: what it is about, who answers, until when', async () => {
    const form = await bureau.as('wenlan').call(readObjectionForm, { subject: 'person', of: wenlan(), fact: missed });
    expect(form).toMatchObject({
      matter: 'attendance', body: 'branch', organisation: { id: detention() }, deadline: '2026-11-20', provisional: false, answerDays: 5, reviewDays: 10,
      detail: { zh: '登记为缺席' } });
    expect(form.label.zh).toMatch(/^2026-10-19 /);
  });

  it('is for the member himself, of what names him', async () => {
    const before = await rows('fact_log');
    expect(await bureau.as('luojian').refusal(raiseObjection, toAbsence())).toBe('NotYourMatter');
    expect(await bureau.as('gucheng').refusal(raiseObjection, toAbsence())).toBe('NotFound');
    expect(await bureau.as('xitong').refusal(raiseObjection, toAbsence())).toBe('NotFound');
    expect(await bureau.as('wenlan').refusal(raiseObjection, toAbsence(wenlan()))).toBe('NotFound');
    expect(await rows('fact_log')).toBe(before);
  });

  it('is refused after its last day, which is named, and while the month is unpublished there is none', async () => {
    bureau.setNow('2026-11-21T09:00:00+08:00');
    expect(await bureau.as('wenlan').refusal(raiseObjection, toAbsence())).toBe('ObjectionTooLate');
    const later = await record('2026-11-16', 'absent');
    expect((await bureau.as('wenlan').call(readObjectionForm, { subject: 'person', of: wenlan(), fact: later })).deadline).toBeNull();
    bureau.setNow('2026-11-16T09:00:00+08:00');
  });
});

describe('an objection that goes to the end', () => {
  let objection = '';
  const view = async (who: 'wenlan' | 'tangyue' | 'fangmin' | 'luojian' | 'jiping' = 'wenlan') => bureau.as(who).call(readObjection, { objection });
  const reply = async (verdict: 'rejected' | 'upheld' = 'rejected') => ({ objection, version: (await view('tangyue')).version, verdict, words: '带班记录中没有您的名字，维持原记录。', fact: null, correction: null });

  it('is raised once, keeps the number in force and marks it', async () => {
    const { total } = await points();
    ({ objection } = await bureau.as('wenlan').call(raiseObjection, toAbsence()));
    expect(await bureau.as('wenlan').refusal(raiseObjection, toAbsence())).toBe('ObjectedAlready');
    expect(await view()).toMatchObject({ standing: 'raised', deadline: '2026-11-23', daysLeft: 5, may: { withdraw: true, reply: false, requestReview: false } });
    expect(await points()).toMatchObject({ total, objected: { [missed]: objection } });
  });

  it('is seen by those who answer or review, and by nobody else', async () => {
    expect((await view('fangmin')).person?.name).toBe('温岚');
    for (const stranger of ['gucheng', 'jiping', 'zhengqi', 'heqing', 'xitong'] as const) expect(await bureau.as(stranger).refusal(readObjection, { objection }), stranger).toBe('NotFound');
    expect((await bureau.as('tangyue').call(listObjections, { list: 'open' })).items).toMatchObject([{ objection, toMove: true }]);
    expect((await bureau.as('fangmin').call(listObjections, { list: 'open' })).items).toMatchObject([{ objection, toMove: false }]);
    expect((await bureau.as('gucheng').call(listObjections, { list: 'open' })).items).toEqual([]);
    expect((await bureau.as('wenlan').call(listObjections, { list: 'own' })).items).toMatchObject([{ objection, mine: true }]);
  });

  it('is not answered by whoever entered or confirmed the record, nor by who may not', async () => {
    await bureau.as('luojian').call(confirmSession, { session: missed, version: 1 });
    expect(await bureau.as('luojian').refusal(replyToObjection, await reply())).toBe('OwnWorkDisputed');
    expect((await view('luojian')).notYou?.zh).toContain('回避');
    expect(await bureau.as('wenlan').refusal(replyToObjection, await reply())).toBe('NotAllowed');
    expect(await bureau.as('tangyue').refusal(replyToObjection, { ...(await reply()), verdict: 'upheld' })).toBe('CorrectionMissing');
    expect(await bureau.as('fangmin').refusal(decideReview, await reply())).toBe('ObjectionMoved');
  });

  it('rejected, changes nothing', async () => {
    const { total } = await points();
    const posted = await rows('ledger_entry');
    await bureau.as('tangyue').call(replyToObjection, await reply());
    expect((await points()).total).toBe(total);
    expect(await rows('ledger_entry')).toBe(posted);
    expect(await view()).toMatchObject({ standing: 'answered', verdict: 'rejected', deadline: '2026-11-23', may: { requestReview: true } });
    expect(await bureau.as('tangyue').refusal(requestReview, { objection, version: 2, words: '请复核' })).toBe('NotAllowed');
  });

  it('goes to the body above, which sees before it decides what the number would become', async () => {
    await bureau.as('wenlan').call(requestReview, { objection, version: 2, words: '附押解任务单，请机关党委复核。' });
    expect(await bureau.as('luojian').refusal(decideReview, await reply())).toBe('NotAllowed');
    const facts = (await view('fangmin')).candidates;
    expect(facts).toMatchObject([{ fact: missed }]);
    const correctable = await bureau.as('fangmin').call(readCorrectable, { objection, fact: missed });
    expect(correctable).toMatchObject({ ways: ['mark'], mark: { mark: 'absent', reason: null } });
    const { total } = await points();
    const preview = await bureau.as('fangmin').call(previewCorrection, { objection, fact: missed, correction: JSON.stringify(excused) });
    expect(preview.before).toBe(total);
    expect(preview.after).toBeGreaterThan(total ?? 0);
    expect((await points()).total, 'a preview writes nothing').toBe(total);
    for (const correction of [{ kind: 'withdraw' as const }, { kind: 'confirm' as const }]) {
      expect(await bureau.as('fangmin').refusal(previewCorrection, { objection, fact: missed, correction: JSON.stringify(correction) })).toBe('CorrectionNotAllowed');
    }
  });

  it('upheld, puts the fact right in the same transaction, in a closed month, and the number follows by the rule (A-12)', async () => {
    const asked = { objection, version: 3, verdict: 'upheld' as const, words: '任务单属实，更正为因公免计。', fact: missed, correction: excused };
    expect(await bureau.as('fangmin').refusal(decideReview, { ...asked, correction: { ...excused, mark: 'absent', reason: null } })).toBe('CorrectionChangesNothing');
    expect(await bureau.as('fangmin').refusal(decideReview, { ...asked, correction: { ...excused, reason: 'unheardOf' } })).toBe('ReasonUnknown');
    const posted = await rows('ledger_entry');
    const { before, after } = await bureau.as('fangmin').call(decideReview, asked, { key: 'decide-the-review-0001' });
    expect(await bureau.as('fangmin').call(decideReview, asked, { key: 'decide-the-review-0001' })).toMatchObject({ before, after });
    const own = await points();
    expect([own.total, own.objected]).toEqual([after, {}]);
    expect(after).toBeGreaterThan(before ?? 0);
    expect(leafOf(own.grounds, missed)?.how).toMatchObject({ kind: 'fact', fact: { status: 'excused', version: 2 } });
    expect(await rows('ledger_entry')).toBeGreaterThan(posted);
    expect(await view()).toMatchObject({ standing: 'decided', verdict: 'upheld', correction: { fact: missed, version: 2 }, may: { withdraw: false } });
    expect((await view()).correction?.words.zh).toMatch(/更正为免计$/);
    expect((await view()).history.map(({ kind, by, verdict }) => [kind, by, verdict])).toEqual([
      ['raised', '温岚', null], ['answered', '唐悦', 'rejected'], ['appealed', '温岚', 'rejected'], ['decided', '方敏', 'upheld'] ]);
    expect(await bureau.within(({ tx }) => tx.many(sql`
      SELECT mark->>'person' AS person, mark->>'reason' AS reason FROM fact, jsonb_array_elements(state->'marks') AS mark WHERE fact_id = ${missed} AND mark->>'mark' <> 'present'`)))
      .toEqual([{ person: wenlan(), reason: 'caseTrip' }]);
    expect(await bureau.as('fangmin').refusal(decideReview, { ...asked, version: 4 })).toBe('ObjectionMoved');
  });
});

describe('silence', () => {
  it('of the answering body sends it to review by itself, and stands in the statistics', async () => {
    const session = await record('2026-11-09', 'absent');
    const { objection } = await bureau.as('wenlan').call(raiseObjection, toAbsence(session));
    bureau.setNow('2026-11-24T09:00:00+08:00');
    expect(await bureau.as('tangyue').call(readObjection, { objection })).toMatchObject({ standing: 'unanswered', may: { reply: false } });
    const asked = { objection, version: 1, verdict: 'rejected' as const, words: '未见请假记录。', fact: null, correction: null };
    expect(await bureau.as('tangyue').refusal(replyToObjection, asked)).toBe('ObjectionMoved');
    await bureau.as('fangmin').call(decideReview, asked);
    const { quarters } = await bureau.as('zhengqi').call(readObjectionStatistics, { year: 2026 });
    expect(quarters).toEqual([{ quarter: 4, rows: [{
      matter: 'attendance', raised: 2, open: 0, upheld: 1, partly: 0, rejected: 1, withdrawn: 0, inTime: 3, overdue: 1, medianDays: 0 }] }]);
  });

  it('of the one who objected settles it after the answer', async () => {
    bureau.setNow('2026-11-24T09:00:00+08:00');
    const session = await record('2026-11-23', 'absent');
    const { objection } = await bureau.as('wenlan').call(raiseObjection, toAbsence(session));
    await bureau.as('tangyue').call(replyToObjection, { objection, version: 1, verdict: 'rejected', words: '维持原记录。', fact: null, correction: null });
    bureau.setNow('2026-12-02T09:00:00+08:00');
    expect(await bureau.as('wenlan').call(readObjection, { objection })).toMatchObject({ standing: 'settled', may: { requestReview: false } });
    expect(await bureau.as('wenlan').refusal(requestReview, { objection, version: 2, words: '请复核' })).toBe('ReviewNotDue');
  });
});

describe('an objection to a monthly statement', () => {
  it('stands in the same list and the same statistics, and is dealt with on the statement', async () => {
    bureau.setNow('2026-12-16T09:00:00+08:00');
    await lockMonth(bureau, 'fangmin', { organisation: bureau.cast.organisation.organs, period: '2026-11' });
    const statement = (await bureau.as('wenlan').call(listOwnStatements, { year: 2026 })).items[0];
    const asked = { statement: statement?.statement ?? '', version: statement?.version ?? 0 };
    await bureau.as('wenlan').call(objectToStatement, { ...asked, disputed: null, words: '漏记一次志愿服务。' });
    const [line] = (await bureau.as('wenlan').call(listObjections, { list: 'own' })).items.filter((it) => it.statement !== null);
    expect(line).toMatchObject({ statement: asked.statement, matter: 'missing', standing: 'raised', deadline: '2026-12-23', label: { zh: '2026-11 漏记的事项' } });
    expect((await bureau.as('tangyue').call(listObjections, { list: 'open' })).items).toContainEqual(expect.objectContaining({ statement: asked.statement, toMove: true }));
    await bureau.as('tangyue').call(answerObjection, { ...asked, version: asked.version + 1, verdict: 'rejected', words: '未见登记。' });
    const { quarters } = await bureau.as('zhengqi').call(readObjectionStatistics, { year: 2026 });
    expect(quarters[0]?.rows.find(({ matter }) => matter === 'missing')).toMatchObject({ raised: 1, open: 1, inTime: 1 });
  });
});

describe('the log', () => {
  it('is enough: objections come back from it (A-2)', async () => {
    const table = () => bureau.within(({ tx }) => tx.many(sql`SELECT * FROM objection ORDER BY fact_id`));
    const before = await table();
    expect(before.length).toBeGreaterThan(2);
    await bureau.within(({ tx }) => rebuild(tx));
    expect(await table()).toEqual(before);
  });
});

describe('finality', () => {
  it('waits for what is open, and goes on when it is withdrawn (A-12)', async () => {
    const bench = benchOf(bureau);
    const { objection } = await bureau.as('wenlan').call(raiseObjection, toAbsence(await record(bench.pastDay(), 'absent')));
    const year = { organisation: detention(), year: 2026 };
    await bureau.within((call) => recordFacts(call, Array.from({ length: 12 }, (_, at) => ({
      kind: 'closing' as const, state: { organisation: bureau.cast.organisation.bureau, window: `2026-${String(at + 1).padStart(2, '0')}`, stage: 'closed' as const, asOfSeq: 0 } }))));
    expect(await bureau.as('shenyi').refusal(closeYear, year)).toBe('ObjectionsOpen');
    expect(await bureau.as('tangyue').refusal(withdrawObjection, { objection, version: 1, words: '不再坚持' })).toBe('NotAllowed');
    await bureau.as('wenlan').call(withdrawObjection, { objection, version: 1, words: '已与支部核实，不再坚持。' });
    expect(await bureau.as('wenlan').refusal(withdrawObjection, { objection, version: 2, words: '再撤一次' })).toBe('ObjectionMoved');
    await bureau.as('shenyi').call(closeYear, year);
  });
});
