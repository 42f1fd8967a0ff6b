import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWrite } from '#domain/contracts/contract.ts';
import { rebuild } from '#server/facts/rebuild.ts';
import { sql } from '#server/platform/sql.ts';
import { NOW, testBureau, type TestBureau } from '#test/app.ts';
import { allRequests } from '#test/operations/all-requests.ts';
import { benchOf } from '#test/operations/bench.ts';
import { toldBureau, type ToldBureau } from '#test/told-bureau.ts';

/** What holds after every write of the server has been carried out, whatever room it belongs to. */
let bureau: TestBureau;
let told: ToldBureau;
/** What was typed: names, topics, reasons, places. Names of organisations are public and stand in the log (decision 5). */
const typed = new Set<string>();
const writes = allRequests.filter((it) => isWrite(it.contract));

beforeAll(async () => {
  bureau = await testBureau();
  told = toldBureau(bureau, NOW.slice(0, 10));
  const bench = benchOf(bureau);
  for (const asked of writes) {
    const { input, ...options } = await asked.prepare(bench);
    const caller = asked.by === 'newcomer' ? (await bench.newAccount()).caller : bench.as(asked.by);
    const answer = await caller.request(asked.contract, input, options);
    expect(`${asked.contract.name} ${answer.status}`, answer.ok ? '' : await answer.text()).toBe(`${asked.contract.name} 200`);
    if (!['foundOrganisation', 'changeOrganisation'].includes(asked.contract.name)) textsIn(input).forEach((it) => typed.add(it));
  }
}, 240_000);
afterAll(() => bureau.drop());

/** Words in Chinese; ids, dates and words of the scheme are written in other letters. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? (/[\u4e00-\u9fff]/.test(value) ? [value] : []) : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];

const stands = async (text: string): Promise<string[]> => (await bureau.within(({ tx }) => tx.many<{ at: string }>(sql`
  SELECT DISTINCT 'fact_log ' || kind AS at FROM fact_log WHERE position(${text} in fact_log::text) > 0
  UNION SELECT 'fact ' || kind FROM fact WHERE position(${text} in fact::text) > 0
  UNION SELECT 'audit_entry ' || operation FROM audit_entry WHERE position(${text} in audit_entry::text) > 0
  UNION SELECT 'ledger_entry ' || kind FROM ledger_entry WHERE position(${text} in ledger_entry::text) > 0
  UNION SELECT 'standing' FROM standing WHERE position(${text} in standing::text) > 0`))).map((it) => it.at);

describe('after every write of the server', () => {
  it('P1: the ledger says what the evaluator says of the whole log', async () => {
    const held = await told.held();
    expect(held, 'P1: live is not try').toEqual(await told.tried());
    expect(held).not.toEqual([]);
    expect(await told.astray(), 'P13: standings are not the sums of their rows').toEqual([]);
  });

  it('P2: every derived table comes back from the log', async () => {
    const before = await told.derived();
    await told.within(async ({ tx }) => void (await rebuild(tx)));
    expect(await told.derived(), 'P2: a table did not come back from the log').toEqual(before);
    expect(await told.held()).toEqual(await told.tried());
  });

  it('every row of the ledger has the entry of the log that caused it', async () => {
    const orphans = await bureau.within(({ tx }) => tx.many(sql`
      SELECT l.id FROM ledger_entry l WHERE NOT EXISTS (SELECT 1 FROM fact_log e WHERE e.seq = l.seq)
        OR NOT EXISTS (SELECT 1 FROM fact_log e WHERE e.fact_id = l.moved_by)`));
    expect(orphans).toEqual([]);
  });

  it('neither log nor ledger nor audit holds a name of anybody or a word that was typed', async () => {
    const names = await bureau.within(({ tx }) => tx.many<{ name: string }>(sql`SELECT name FROM person`));
    const texts = [...new Set([...names.map((it) => it.name), ...typed])].filter((it) => it.length > 1);
    expect(texts.length).toBeGreaterThan(30);
    const found: string[] = [];
    for (const text of texts) found.push(...(await stands(text)).map((at) => `${text} in ${at}`));
    expect(found, 'a name or a typed word stands where it can never be erased').toEqual([]);
  });
});
