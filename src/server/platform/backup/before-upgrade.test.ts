import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { bureauTotals } from '#server/cli/bureau-totals.ts';
import { withConnection } from '#server/platform/connection.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { TEST_SECRET } from '#test/database-server.ts';
import { emptyDatabase } from '#test/database.ts';
import { backUpBeforeUpgrade } from './before-upgrade.ts';
import { readThrough } from './content.ts';
import { restoreBackup } from './restore-backup.ts';

let bureau: TestBureau;
let folder: string;
let home: string;
let newer: string;
let turn = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-upgrade-'));
  newer = join(folder, 'migrations');
  cpSync(join(checkoutFolder(), 'migrations'), newer, { recursive: true });
  writeFileSync(join(newer, 'bureau', '9998-one-table-more.sql'), 'CREATE TABLE one_more (id integer PRIMARY KEY);');
  bureau = await testBureau();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await bureau.drop();
});
beforeEach(() => {
  home = join(folder, `home-${(turn += 1)}`);
  mkdirSync(home);
});

const before = (migrations?: string, ownerUrl = bureau.ownerUrl): ReturnType<typeof backUpBeforeUpgrade> =>
  backUpBeforeUpgrade({ ownerUrl, home, product: '0.2.0', now: bureau.now(), totals: bureauTotals, ...(migrations === undefined ? {} : { migrations }) });

it('saves all bureaus before a migration runs, where its owner alone can read it, and the release before restores it', async () => {
  const saved = await before(newer);
  expect(saved?.file).toMatch(/backups\/before-0\.2\.0-2026-11-17T[\d-]+Z\.zhibu$/);
  expect([statSync(join(home, 'backups')).mode & 0o777, statSync(saved?.file ?? '').mode & 0o777]).toEqual([0o700, 0o600]);
  expect((await readThrough(saved?.file ?? '', null)).schemas).toEqual(saved?.schemas);
  const empty = await emptyDatabase();
  const { found } = await restoreBackup({ ownerUrl: empty.ownerUrl, file: saved?.file ?? '', passphrase: null, secret: TEST_SECRET, rolePrefix: inject('rolePrefix'), losable: true, totals: bureauTotals });
  expect(found).toEqual(saved?.schemas);
  await empty.drop();
});

it('saves nothing where no migration waits, where there is nothing yet, and where all is invented', async () => {
  expect(await before()).toBeNull();
  const empty = await emptyDatabase();
  expect(await before(newer, empty.ownerUrl)).toBeNull();
  await empty.drop();
  const kinds = (kind: string): Promise<unknown> => withConnection(bureau.ownerUrl, (client) => client.query('UPDATE zhibu.bureau SET kind = $1', [kind]));
  await kinds('demo');
  expect(await before(newer)).toBeNull();
  await kinds('own');
  expect(existsSync(join(home, 'backups'))).toBe(false);
});

it('lets nothing be migrated when it cannot be written', async () => {
  await before(newer);
  await expect(before(newer)).rejects.toThrow(/已存在/);
  expect(readdirSync(join(home, 'backups'))).toHaveLength(1);
});
