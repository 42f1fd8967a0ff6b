import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#server/platform/sql.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';

let mine: TestDatabase;
beforeAll(async () => {
  mine = await testDatabase();
});
afterAll(() => mine.drop());

test('the application role sees the two empty bureaus', async () => {
  const rows = await mine.database.withInstallation((tx) => tx.many<{ code: string }>(sql`SELECT code FROM bureau ORDER BY code`));
  expect(rows.map((row) => row.code)).toEqual(['alpha', 'beta']);
});

test('a second clone is another database', async () => {
  const other = await testDatabase();
  expect(other.ownerUrl).not.toBe(mine.ownerUrl);
  await other.drop();
});
