import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPerson } from '#domain/people/contract.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { openDatabase, type Database, type SlowStatements } from './database.ts';
import { slowStatements } from './slow-statements.ts';
import { sql } from './sql.ts';

let source: TestDatabase;
const opened: Database[] = [];
beforeAll(async () => void (source = await testDatabase()));
afterAll(async () => {
  await Promise.all(opened.map((it) => it.end()));
  await source.drop();
});

const lines: Record<string, unknown>[] = [];
const log = pino({ level: 'warn' }, { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
/** As a machine would have it on which everything takes ten times as long. */
const tenfold = (slow: SlowStatements | undefined): SlowStatements => ({ took: (_, about) => slow?.took(1000, about) });
const over = (slow: SlowStatements | undefined): Database => {
  const database = openDatabase(source.urlAs('app'), 1, slow);
  opened.push(database);
  return database;
};

it('one that is slow is told with its operation and its text, and without a value of it', async () => {
  const database = over(tenfold(slowStatements({}, log)));
  await database.withBureau('alpha', { requestId: 'r-1', operation: readPerson.name }, (tx) => tx.many(sql`
    SELECT id FROM account
    WHERE user_name = ${'罗建'}`));
  expect(lines.splice(0)).toEqual([expect.objectContaining({
    level: 40, msg: 'slow statement', schema: 'bureau_alpha', operation: 'readPerson', requestId: 'r-1', ms: 1000, statement: 'SELECT id FROM account WHERE user_name = $1',
  })]);
});

it('one that fails is told as well: a limit of time is how the slowest end', async () => {
  const database = over(tenfold(slowStatements({}, log)));
  await expect(database.withBureau('alpha', {}, (tx) => tx.run(sql`SELECT nonsense`))).rejects.toThrow('nonsense');
  expect(lines.splice(0)).toHaveLength(1);
});

it('one below the limit is not told, and 0 tells none', async () => {
  const database = over(tenfold(slowStatements({ SLOW_STATEMENT_MS: '1001' }, log)));
  await database.withBureau('alpha', {}, (tx) => tx.many(sql`SELECT 1`));
  expect([lines, slowStatements({ SLOW_STATEMENT_MS: '0' }, log)]).toEqual([[], undefined]);
});

it.each(['x', '-1', '1.5'])('SLOW_STATEMENT_MS=%s is refused', (SLOW_STATEMENT_MS) => {
  expect(() => slowStatements({ SLOW_STATEMENT_MS }, log)).toThrow(/SLOW_STATEMENT_MS 应为毫秒数[^]*or 0 for none/);
});
