import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { withConnection } from './connection.ts';
import { checkDurability } from './durability.ts';
import { StartRefusal } from './start-refusal.ts';

let mine: TestDatabase;
beforeAll(async () => {
  mine = await testDatabase();
});
afterAll(() => mine.drop());

test('a server that flushes nothing is refused, and the words name what to set', async () => {
  const fault = await withConnection(mine.urlAs('app'), (client) => checkDurability(client)).then(() => undefined, (thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(StartRefusal);
  expect(String(fault)).toContain('fsync = on, full_page_writes = on, synchronous_commit = on');
});
