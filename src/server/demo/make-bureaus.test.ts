import { expect, inject, it } from 'vitest';
import { reactions } from '#server/app.ts';
import { openDatabase } from '#server/platform/database.ts';
import { newId } from '#server/platform/ids.ts';
import { openInstallation } from '#server/platform/installation.ts';
import { sql } from '#server/platform/sql.ts';
import { TEST_SECRET } from '#test/database-server.ts';
import { emptyDatabase } from '#test/database.ts';
import { makeBureaus } from './make-bureaus.ts';

it('of a demo that an older release founded only accounts are offered that are there', async () => {
  const empty = await emptyDatabase();
  const installation = await openInstallation({ ownerUrl: empty.ownerUrl, secret: TEST_SECRET, rolePrefix: inject('rolePrefix'), losable: true });
  await installation.createBureau('demo', { zh: '示例市公安局', en: 'Sample bureau' }, 'demo');
  const database = openDatabase(installation.appUrl, 2);
  await database.withBureau('demo', {}, (tx) => tx.run(sql`INSERT INTO account (id, user_name, password_hash) VALUES (${newId()}, 'ganshi', ''), (${newId()}, 'xitong', '')`));
  const { cards, firstAccounts } = await makeBureaus({ installation, database, clock: () => new Date('2026-11-17T09:00:00+08:00'), reactions, demo: true });
  expect(cards.map(({ bureau, samples }) => [bureau.code, samples.map(({ userName }) => userName)])).toEqual([['demo', ['ganshi', 'xitong']]]);
  expect(firstAccounts).toEqual([]);
  await database.end();
  await empty.drop();
});
