import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { emptyDatabase } from '#test/database.ts';
import { urlAs, withConnection } from './connection.ts';
import { openDatabase } from './database.ts';
import { openInstallation, type Installation } from './installation.ts';
import { sql } from './sql.ts';
import { StartRefusal } from './start-refusal.ts';

const SECRET = 'the secret of tests';
let empty: Awaited<ReturnType<typeof emptyDatabase>>;
let migrations: string;

beforeEach(async () => {
  empty = await emptyDatabase();
  migrations = mkdtempSync(join(tmpdir(), 'zhibu-migrations-'));
  for (const folder of ['installation', 'bureau']) mkdirSync(join(migrations, folder));
  file('installation/0001-bureau.sql', `CREATE TABLE bureau (code text PRIMARY KEY, name_zh text NOT NULL, name_en text NOT NULL,
    kind text NOT NULL, created_at timestamptz NOT NULL DEFAULT now());`);
  file('installation/grants.sql', 'GRANT SELECT ON bureau TO zhibu_app;');
  file('bureau/0001-pledge.sql', 'CREATE TABLE pledge (id integer GENERATED ALWAYS AS IDENTITY, text text);');
  file('bureau/grants.sql', 'GRANT SELECT, INSERT (text) ON pledge TO zhibu_app;');
});
afterEach(async () => {
  rmSync(migrations, { recursive: true });
  await empty.drop();
});

const file = (name: string, text: string): void => writeFileSync(join(migrations, name), text);
const open = (ownerUrl = empty.ownerUrl): Promise<Installation> =>
  openInstallation({ ownerUrl, secret: SECRET, rolePrefix: inject('rolePrefix'), losable: true, migrations });
const NAME = { zh: '甲市公安局', en: 'Alpha Bureau' };

test('a bureau that was made is listed, and its tables answer the application role', async () => {
  const installation = await open();
  await installation.createBureau('alpha', NAME, 'demo');
  expect(await installation.bureaus()).toEqual([{ code: 'alpha', name: NAME, kind: 'demo' }]);
  const database = openDatabase(installation.appUrl);
  await database.withBureau('alpha', {}, (tx) => tx.run(sql`INSERT INTO pledge (text) VALUES (${'kept'})`));
  await expect(database.withBureau('alpha', {}, (tx) => tx.run(sql`INSERT INTO pledge (id, text) OVERRIDING SYSTEM VALUE VALUES (7, 'mine')`))).rejects.toThrow(/permission denied/);
  await expect(database.withBureau('alpha', {}, (tx) => tx.run(sql`DELETE FROM pledge`))).rejects.toThrow(/permission denied/);
  await expect(database.withBureau('alpha', {}, (tx) => tx.run(sql`CREATE TABLE more (id integer)`))).rejects.toThrow(/permission denied/);
  await expect(database.withInstallation((tx) => tx.run(sql`DELETE FROM bureau`))).rejects.toThrow(/permission denied/);
  await database.end();
});

test('a second start migrates what is new in every bureau', async () => {
  const first = await open();
  await first.createBureau('alpha', NAME, 'own');
  await first.createBureau('beta', NAME, 'own');
  file('bureau/0002-day.sql', 'ALTER TABLE pledge ADD day date;');
  expect((await open()).migrated).toEqual(['bureau_alpha 0002-day.sql', 'bureau_beta 0002-day.sql']);
  expect((await open()).migrated).toEqual([]);
});

test.each(['', 'A', 'a', 'Alpha', '1st', 'al pha', 'al-pha', 'alpha"', 'api', 'assets', '甲'])('the code %j is refused and leaves nothing', async (code) => {
  const installation = await open();
  await expect(installation.createBureau(code, NAME, 'own')).rejects.toThrow(StartRefusal);
  expect(await installation.bureaus()).toEqual([]);
});

test('a code that is taken is refused, and the bureau stays what it was', async () => {
  const installation = await open();
  await installation.createBureau('alpha', NAME, 'own');
  await expect(installation.createBureau('alpha', { zh: '乙', en: 'B' }, 'demo')).rejects.toThrow(/taken/);
  expect(await installation.bureaus()).toEqual([{ code: 'alpha', name: NAME, kind: 'own' }]);
});

test('a bureau whose making broke off is not listed, and making it again succeeds', async () => {
  const installation = await open();
  file('bureau/0002-broken.sql', 'SELECT 1 / 0;');
  await expect(installation.createBureau('alpha', NAME, 'own')).rejects.toThrow(/division/);
  expect(await installation.bureaus()).toEqual([]);
  file('bureau/0002-broken.sql', 'SELECT 1;');
  await installation.createBureau('alpha', NAME, 'own');
  expect(await installation.bureaus()).toHaveLength(1);
});

test('an owner who may not make schemas gets the line for the DBA', async () => {
  const login = `${inject('rolePrefix')}_${randomBytes(3).toString('hex')}`;
  await open();
  await withConnection(empty.ownerUrl, (owner) => owner.query(`CREATE ROLE ${login} LOGIN PASSWORD 'plain'`));
  await expect(open(urlAs(empty.ownerUrl, login, 'plain'))).rejects.toThrow(new RegExp(`GRANT CREATE ON DATABASE .+ TO "${login}";`));
  await withConnection(empty.ownerUrl, (owner) => owner.query(`DROP ROLE ${login}`));
});

test.each([['nonsense'], ['mysql://a@b/c'], ['postgres://nobody:wrong@127.0.0.1:1/zhibu']])('the address %s is refused in words and without its password', async (url) => {
  const fault = await open(url).then(() => undefined, (thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(StartRefusal);
  expect(String(fault)).toContain('DATABASE_URL');
  expect(String(fault)).not.toContain('wrong');
});

test('a wrong password is refused in words', async () => {
  await expect(open(urlAs(empty.ownerUrl, 'nobody_of_that_name', 'secret-word'))).rejects.toThrow(/DATABASE_URL/);
});
