import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, inject, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import { bureauTotals } from '#server/cli/bureau-totals.ts';
import { withConnection } from '#server/platform/connection.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { openDatabase } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { TEST_SECRET } from '#test/database-server.ts';
import { emptyDatabase } from '#test/database.ts';
import { benchOf, recordOf } from '#test/operations/bench.ts';
import type { SchemaTally } from './content.ts';
import { restoreBackup, type Restored } from './restore-backup.ts';
import { refuseUnknownBureau, restoreBureau } from './restore-bureau.ts';
import { takeBackup, type BackupTaken } from './take-backup.ts';

/** Two bureaus of one installation, of which one is lost; the other goes on and is not to lose what it did meanwhile. */
let bureau: TestBureau;
let folder: string;
let file: string;
let saved: BackupTaken;
let target: { readonly ownerUrl: string; drop(): Promise<void> };
let parts = 0;

const take = (ownerUrl: string): Promise<BackupTaken> => takeBackup({
  ownerUrl, file: join(folder, `${(parts += 1)}.zhibu`), passphrase: null, secret: null, product: '0.1.0', now: bureau.now(), totals: bureauTotals,
});
const choice = () => ({ ownerUrl: target.ownerUrl, file, passphrase: null, secret: TEST_SECRET, rolePrefix: inject('rolePrefix'), losable: true, totals: bureauTotals });
const bring = (code = 'alpha', totals = bureauTotals): Promise<Restored> => restoreBureau({ ...choice(), totals }, code);
const asOwner = (...statements: readonly string[]): Promise<void> => withConnection(target.ownerUrl, async (client) => {
  for (const statement of statements) await client.query(statement);
});
const there = (): Promise<unknown> => withConnection(target.ownerUrl, async (client) => [
  (await client.query("SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema|public)' ORDER BY 1")).rows,
  (await client.query('SELECT * FROM zhibu.bureau ORDER BY code')).rows, (await client.query("SELECT tablename FROM pg_tables WHERE schemaname = 'zhibu' ORDER BY 1")).rows,
]);
/** Without the one table that says when rights were given, which is done anew. */
const tallyOf = ({ schemas }: BackupTaken, name: string): unknown => {
  const tally = schemas.find(({ schema }) => schema === name);
  return tally && ({ ...tally, tables: tally.tables.filter(({ table }) => table !== 'migration') } satisfies SchemaTally);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-one-bureau-'));
  bureau = await testBureau();
  const bench = benchOf(bureau);
  for (let turn = 0; turn < 3; turn += 1) await bureau.as('jiping').call(recordSession, recordOf(bench.on('detention'), bench.pastDay()));
  saved = await take(bureau.ownerUrl);
  file = join(folder, '1.zhibu');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await bureau.drop();
});
beforeEach(async () => {
  target = await emptyDatabase();
  await restoreBackup(choice());
});
afterEach(() => target.drop());

const loseAlpha = (): Promise<void> => asOwner('DROP SCHEMA bureau_alpha CASCADE', "DELETE FROM zhibu.bureau WHERE code = 'alpha'");

describe('one bureau out of a backup of several', () => {
  it('comes into an installation that lost it, with every row, digest, total and sequence, and its own row of the shared table', async () => {
    const before = await there();
    await loseAlpha();
    await asOwner("INSERT INTO bureau_beta.audit_entry (operation, request_id) VALUES ('meanwhile', 'x')");
    const { found, installation } = await bring();
    expect(found).toEqual(saved.schemas.filter(({ schema }) => schema === 'bureau_alpha'));
    expect(await there()).toEqual(before);

    const after = await take(target.ownerUrl);
    expect(tallyOf(after, 'bureau_alpha')).toEqual(tallyOf(saved, 'bureau_alpha'));
    expect(after.schemas.find(({ schema }) => schema === 'bureau_beta')?.totals).toMatchObject({ audited: 1 });
    expect(installation.migrated).toEqual([]);
    // The application has its rights again and goes on where the sequences stood.
    const database = openDatabase(installation.appUrl, 1);
    const next = await database.withBureau('alpha', {}, (tx) => tx.one<{ id: number; most: number }>(sql`
      INSERT INTO audit_entry (operation, request_id) VALUES ('test', 'x') RETURNING id, (SELECT max(id) FROM audit_entry) AS most`));
    await database.end();
    expect(next?.id).toBeGreaterThan(next?.most ?? Infinity);
  });

  it('is brought to the migrations of this release when the backup is older, and so are the others', async () => {
    await loseAlpha();
    const newer = join(folder, 'newer');
    cpSync(join(checkoutFolder(), 'migrations'), newer, { recursive: true });
    writeFileSync(join(newer, 'bureau', '9998-one-table-more.sql'), 'CREATE TABLE one_more (id integer PRIMARY KEY);');
    const { found, installation } = await restoreBureau({ ...choice(), migrations: newer }, 'alpha');
    expect(found).toEqual(saved.schemas.filter(({ schema }) => schema === 'bureau_alpha'));
    expect(installation.migrated).toEqual(['bureau_alpha 9998-one-table-more.sql']);
    await asOwner('SELECT id FROM bureau_alpha.one_more', 'SELECT id FROM bureau_beta.one_more');
  });
});

describe('what is refused leaves the installation as it was', () => {
  it('a bureau that is there already', async () => {
    const before = [await there(), tallyOf(await take(target.ownerUrl), 'bureau_alpha')];
    await expect(bring()).rejects.toThrow(/已有代码为“alpha”的单位/);
    expect([await there(), tallyOf(await take(target.ownerUrl), 'bureau_alpha')]).toEqual(before);
  });

  it('a schema of that name without its row, and a row without its schema', async () => {
    await asOwner("DELETE FROM zhibu.bureau WHERE code = 'alpha'");
    await expect(bring()).rejects.toThrow(/alpha/);
    await loseAlpha();
    await asOwner("INSERT INTO zhibu.bureau (code, name_zh, name_en, kind) VALUES ('alpha', '甲', 'A', 'own')");
    await expect(bring()).rejects.toThrow(/alpha/);
  });

  it('a bureau that does not come to what was saved, of which not even its row stays', async () => {
    await loseAlpha();
    const before = await there();
    await expect(bring('alpha', sql`SELECT count(*) + 1 AS persons FROM person`)).rejects.toThrow(/bureau_alpha persons/);
    expect(await there()).toEqual(before);
  });

  it('a place where there is no installation', async () => {
    const empty = await emptyDatabase();
    await expect(restoreBureau({ ...choice(), ownerUrl: empty.ownerUrl }, 'alpha')).rejects.toThrow(/还没有支部系统/);
    const { rows } = await withConnection(empty.ownerUrl, (client) => client.query("SELECT 1 FROM pg_namespace WHERE nspname = 'zhibu'"));
    expect(rows).toEqual([]);
    await empty.drop();
  });

  it('a code that the backup does not hold, with those that it holds', () => {
    expect(() => refuseUnknownBureau(saved.manifest, 'gamma')).toThrow(/alpha、beta/);
    expect(() => refuseUnknownBureau(saved.manifest, 'beta')).not.toThrow();
  });
});
