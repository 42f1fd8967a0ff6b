import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { LogEntry } from '#domain/facts/fact.ts';
import { rebuild } from '#server/facts/rebuild.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { histories, YEAR_END, type History } from '#test/histories.ts';
import { alwaysOnDatabase } from '#test/properties.ts';
import { hashOf, toldBureau, type ToldBureau } from '#test/told-bureau.ts';

// Histories on the real database: each command is one transaction with its posting, as in the server.

let source: TestDatabase;
let bureau: ToldBureau;
beforeAll(async () => {
  source = await testDatabase();
  bureau = toldBureau(source, YEAR_END);
});
afterAll(() => source.drop());

const SAMPLE = readFileSync('schemes/dezhou.yaml', 'utf8');
/** Three versions of the sample: the second shifts marks between its shares, the third bounds lectures by the month. */
const texts = [SAMPLE, SAMPLE.replace('full: 16.00', 'full: 15.00').replace('full: 12.00', 'full: 13.00'),
  SAMPLE.replace('- { bound: ceiling, value: 4.00, per: year,', '- { bound: ceiling, value: 1.00, per: month, clause: 第九条第四项 }\n            - { bound: ceiling, value: 4.00, per: year,')]
  .map((text, at) => text.replace('version: 1', `version: ${at + 1}`));

/** The history as the database would have it: adoptions name the texts above, and a session is made up once by a person. */
function asTold({ log }: History): readonly LogEntry[] {
  const first = new Map<string, string>();
  return log.flatMap((entry): LogEntry[] => {
    if (entry.kind === 'schemeAdoption') return [{ ...entry, state: { ...entry.state, textHash: hashOf(texts[entry.state.version - 1] ?? '') } }];
    if (entry.kind !== 'makeUp') return [entry];
    const key = `${entry.state.session} ${entry.state.person}`;
    if (!first.has(key)) first.set(key, entry.factId);
    return first.get(key) === entry.factId ? [entry] : [];
  });
}

describe('random histories on the database', () => {
  alwaysOnDatabase('P1: the ledger says what the evaluator says of the whole log', histories({ commands: { min: 20, max: 45 } }), 6, async (history) => {
    await bureau.begin(history.bureau.people, texts);
    const log = asTold(history);
    for (const [at, entry] of log.entries()) {
      await bureau.enter(entry);
      if (at % 12 === 11 || at === log.length - 1) expect(await bureau.held(), `after entry ${at + 1} (${entry.kind})`).toEqual(await bureau.tried());
    }
    expect(await bureau.astray(), 'P13: standings are not the sums of their rows').toEqual([]);
  });

  alwaysOnDatabase('P2: a rebuild from the log alone brings back every table and total', histories({ commands: { min: 20, max: 45 } }), 3, async (history) => {
    await bureau.begin(history.bureau.people, texts);
    await bureau.enterAll(asTold(history));
    const [tables, totals] = [await bureau.derived(), await bureau.held()];
    await bureau.within(async ({ tx }) => void (await rebuild(tx)));
    expect(await bureau.derived(), 'P2: a table did not come back').toEqual(tables);
    expect(await bureau.tried(), 'P2: a total did not come back').toEqual(totals);
  });
});
