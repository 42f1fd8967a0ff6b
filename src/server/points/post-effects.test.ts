import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '#domain/engine/evaluate.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { wholeLog } from '#server/facts/fact-reads.ts';
import { amendFact, recordFact, withdrawFact } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau()));
afterAll(() => bureau.drop());

function monday(day: string, present: readonly string[], absent: readonly string[] = []): FactState<'session'> {
  const mark = (person: string, it: 'present' | 'absent') => ({ person, mark: it, reason: null, sitting: 0 });
  return {
    organisation: bureau.cast.organisation.detention, arrangement: null, stage: 'held', activities: ['mondayStudy'], contents: ['theory'], day,
    period: day.slice(0, 7), sittings: [{ day, from: '19:00', to: '21:00' }], host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [],
    marks: [...present.map((it) => mark(it, 'present')), ...absent.map((it) => mark(it, 'absent'))], allPresent: false, agenda: [], resolutions: [],
  };
}

const nets = (): Promise<{ key: string; value: number }[]> => bureau.database.withBureau('alpha', {}, (tx) => tx.many(sql`
  SELECT person_id || ' ' || kind || ' ' || of || ' ' || window_key || ' ' || CASE kind WHEN 'raw' THEN fact_id::text ELSE '' END AS key, sum(value)::int AS value
  FROM ledger_entry GROUP BY 1 HAVING sum(value) <> 0 ORDER BY 1`));

/** What the evaluator says of the whole log from an empty start, in the same words. */
async function evaluated(): Promise<{ key: string; value: number }[]> {
  const { log, schemes } = await bureau.database.withBureau('alpha', {}, async (tx) => ({ log: await wholeLog(tx), schemes: await adoptedSchemes(tx) }));
  const { values } = evaluate({ schemes, log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: '2026-11-17' } });
  const rows = values.map((it) => ({ key: `${it.person} ${it.kind} ${it.of} ${it.window} ${it.kind === 'raw' ? it.fact : ''}`, value: it.value }));
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1));
}

const rowCount = async (): Promise<number> =>
  (await bureau.database.withBureau('alpha', {}, (tx) => tx.one<{ n: number }>(sql`SELECT count(*) AS n FROM ledger_entry`)))?.n ?? 0;

describe('posting the effects of facts', () => {
  it('gives everybody expected his share, and those alone', async () => {
    const { person, others } = bureau.cast;
    await bureau.within((call) => recordFact(call, { kind: 'session', state: monday('2026-11-02', [person.luojian, person.wenlan, ...others], [person.tangyue, person.jiping, person.zhengqi]) }));
    const share = (await nets()).filter((it) => it.key.includes('mondayStudyShare'));
    expect(share.find((it) => it.key.startsWith(person.wenlan))?.value).toBeGreaterThan(0);
    expect(share.find((it) => it.key.startsWith(person.tangyue))).toBeUndefined();
    expect(share.find((it) => it.key.startsWith(person.gucheng))).toBeUndefined();
    expect(await nets()).toEqual(await evaluated());
  });

  it('moves by differences when a record is amended, and adds nothing when no value changed', async () => {
    const { person, others } = bureau.cast;
    const everybody = [person.luojian, person.tangyue, person.jiping, person.zhengqi, person.wenlan, ...others];
    const entry = await bureau.within((call) => recordFact(call, { kind: 'session', state: monday('2026-11-09', everybody) }));
    const before = await rowCount();
    await bureau.within((call) => amendFact(call, { kind: 'session', factId: entry.factId, version: 1, state: { ...monday('2026-11-09', everybody), contents: ['speeches'] } }));
    expect(await rowCount()).toBe(before);
    await bureau.within((call) => amendFact(call, { kind: 'session', factId: entry.factId, version: 2, state: monday('2026-11-09', everybody.slice(1), everybody.slice(0, 1)) }));
    expect((await rowCount()) - before).toBeLessThanOrEqual(4);
    expect(await nets()).toEqual(await evaluated());
    await bureau.within((call) => withdrawFact(call, { factId: entry.factId, version: 3 }));
    expect(await nets()).toEqual(await evaluated());
  });

  it('reaches people through leave, transfer and scheme, not only through sessions', async () => {
    const { person, organisation } = bureau.cast;
    await bureau.within((call) => recordFact(call, { kind: 'leave', state: { person: person.tangyue, reason: 'sickLeave', from: '2026-11-01', to: '2026-11-05' } }));
    expect(await nets()).toEqual(await evaluated());
    await bureau.within(async (call) => {
      const home = await call.tx.one<{ fact_id: string }>(sql`SELECT fact_id FROM membership WHERE person_id = ${person.wenlan}`);
      const spell = { person: person.wenlan, stage: 'full', staffKind: 'officer' } as const;
      await amendFact(call, { kind: 'membership', factId: home?.fact_id ?? '', version: 1, state: { ...spell, organisation: organisation.detention, group: null, from: '2020-01-01', to: '2026-11-01' } });
      await recordFact(call, { kind: 'membership', state: { ...spell, organisation: organisation.command, group: null, from: '2026-11-02', to: null } });
    });
    expect(await nets()).toEqual(await evaluated());
  });

  it('keeps standings equal to the ledger', async () => {
    const rows = await bureau.database.withBureau('alpha', {}, (tx) => tx.many(sql`
      SELECT s.person_id FROM standing s WHERE s.value <> (SELECT COALESCE(sum(value), 0) FROM ledger_entry l
        WHERE l.person_id = s.person_id AND l.part = s.part AND left(l.window_key, 4)::int = s.year)`));
    expect(rows).toEqual([]);
  });
});
