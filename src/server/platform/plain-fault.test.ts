import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from './sql.ts';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { plainFault } from './plain-fault.ts';

let mine: TestDatabase;
beforeAll(async () => void (mine = await testDatabase()));
afterAll(() => mine.drop());

it('keeps a personal number out of the log when the database quotes it', async () => {
  const enter = () => mine.database.withBureau('alpha', {}, (tx) => tx.run(sql`
    INSERT INTO person (id, number, name, name_key) VALUES (gen_random_uuid(), 'P-4711', '方敏', 'fm')`));
  await enter();
  const fault: unknown = await enter().catch((thrown: unknown) => thrown);
  expect(JSON.stringify(fault)).toContain('P-4711');
  expect(plainFault(fault)).toMatchObject({ code: '23505' });
  expect(JSON.stringify(plainFault(fault))).not.toContain('P-4711');
});
