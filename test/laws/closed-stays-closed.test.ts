import fc from 'fast-check';
import { afterAll, beforeAll, expect } from 'vitest';
import type { LogEntry } from '#domain/facts/fact.ts';
import { issueStatements } from '#server/months/issue-statements.ts';
import { monthReader } from '#server/months/pinned-points.ts';
import { hashOfGrounds, knownAt } from '#server/points/known-reads.ts';
import { statementsOf } from '#server/months/statement-reads.ts';
import { pinSeq } from '#server/facts/pin-seq.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { histories, YEAR_END } from '#test/histories.ts';
import { alwaysOnDatabase } from '#test/properties.ts';
import { hashOf, toldBureau, type ToldBureau } from '#test/told-bureau.ts';
import { asTold, texts } from '#test/told-history.ts';

let source: TestDatabase;
let bureau: ToldBureau;
beforeAll(async () => {
  source = await testDatabase();
  bureau = toldBureau(source, YEAR_END);
});
afterAll(() => source.drop());

const cases = fc.record({
  history: histories({ commands: { min: 20, max: 45 } }), share: fc.integer({ min: 40, max: 80 }), month: fc.integer({ min: 2, max: 11 }),
});

const allLate = texts.map((text) => text.replace('lateDays: 60', 'lateDays: 366'));
const adopting = (entry: LogEntry): LogEntry => (entry.kind === 'schemeAdoption'
  ? { ...entry, state: { ...entry.state, textHash: hashOf(allLate[entry.state.version - 1] ?? '') } } : entry);

const rootOf = (log: readonly LogEntry[]): string =>
  log.find((entry) => entry.kind === 'organisation' && entry.state.placements[0]?.parent === null)?.factId ?? '';

alwaysOnDatabase('P6: a closed month stays as it was published after any commands, and later rows are adjustments', cases, 4, async ({ history, share, month }) => {
  // Nothing is refused for being late: what the law says of what is let in must hold for everything.
  await bureau.begin(history.bureau.people, allLate);
  const log = asTold(history).map(adopting);
  const at = Math.floor((log.length * share) / 100);
  const period = `2026-${String(month).padStart(2, '0')}`;
  await bureau.enterAll(log.slice(0, at));
  const root = rootOf(log);
  const seq = await bureau.within(async (call) => {
    const asOfSeq = await pinSeq(call.tx);
    await recordFact(call, { kind: 'closing', state: { organisation: root, window: period, stage: 'closed', asOfSeq } });
    await issueStatements(call, root, period, asOfSeq);
    return asOfSeq;
  });
  const published = () => bureau.within(({ tx }) => statementsOf(tx, history.bureau.people, period));
  const before = await published();
  await bureau.enterAll(log.slice(at));
  expect(await published(), 'P6: a published statement was changed').toEqual(before);

  const rewritten = await bureau.within(({ tx }) => tx.many(sql`SELECT id FROM ledger_entry WHERE booked_in = ${period} AND for_period = ${period} AND seq > ${seq}`));
  expect(rewritten, 'P6: an adjustment was booked into the closed month').toEqual([]);
  const again = await bureau.within(async ({ tx }) => monthReader(await knownAt(tx, seq), period));
  for (const { state } of before) {
    const { grounds, ...numbers } = again.of(state.person);
    expect({ ...numbers, groundsHash: hashOfGrounds(grounds) }, 'P3: a published number recomputes to another')
      .toEqual({ total: state.total, month: state.month, parts: state.parts, groundsHash: state.groundsHash });
  }
});
