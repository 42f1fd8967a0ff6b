import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { withConnection } from '#server/platform/connection.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { schemaFile } from '#test/schema-text.ts';
import { testDatabase } from '#test/database.ts';

test('migrations/schema.sql is what the migrations come to; if not, run npm run schema', async () => {
  const mine = await testDatabase();
  const now = await withConnection(mine.ownerUrl, (owner) => schemaFile(owner, 'alpha'));
  await mine.drop();
  const kept = readFileSync(join(checkoutFolder(), 'migrations', 'schema.sql'), 'utf8');
  expect(now.replaceAll(`${inject('rolePrefix')}_`, 'zhibu_')).toBe(kept);
});

test('every table of a bureau is open to some role of ours, or grants.sql forgot it', async () => {
  const mine = await testDatabase();
  const forgotten = await withConnection(mine.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ relname: string }>(
      `SELECT relname FROM pg_class WHERE relnamespace = 'bureau_alpha'::regnamespace AND relkind IN ('r', 'p', 'v')
          AND relname <> 'migration' AND NOT has_any_column_privilege($1, oid, 'SELECT')`,
      [`${inject('rolePrefix')}_app`],
    );
    return rows.map((row) => row.relname);
  });
  await mine.drop();
  expect(forgotten).toEqual([]);
});
