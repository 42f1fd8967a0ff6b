import { afterAll, beforeAll, describe, expect } from 'vitest';
import { rebuild } from '#server/facts/rebuild.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { histories, YEAR_END } from '#test/histories.ts';
import { alwaysOnDatabase } from '#test/properties.ts';
import { toldBureau, type ToldBureau } from '#test/told-bureau.ts';
import { asTold, texts } from '#test/told-history.ts';

// Histories on the real database: each command is one transaction with its posting, as in the server.

let source: TestDatabase;
let bureau: ToldBureau;
beforeAll(async () => {
  source = await testDatabase();
  bureau = toldBureau(source, YEAR_END);
});
afterAll(() => source.drop());

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
