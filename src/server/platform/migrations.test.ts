import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { emptyDatabase } from '#test/database.ts';
import { inSchema, underLock, withConnection } from './connection.ts';
import { checkoutFolder } from './data-folder.ts';
import { forCitus, migrateSchema, MIGRATION_LOCK } from './migrations.ts';
import { StartRefusal } from './start-refusal.ts';

let folder: string;
let empty: Awaited<ReturnType<typeof emptyDatabase>>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-migrations-'));
  file('grants.sql', 'GRANT SELECT ON pledge TO zhibu_reader;');
  file('0001-pledge.sql', 'CREATE TABLE pledge (id integer PRIMARY KEY);');
  file('0002-text.sql', 'ALTER TABLE pledge ADD text text;');
  empty = await emptyDatabase();
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await empty.drop();
});

const file = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const migrate = (schema = 'bureau_one', from = folder): Promise<string[]> =>
  withConnection(empty.ownerUrl, (owner) => underLock(owner, MIGRATION_LOCK, () => migrateSchema(owner, schema, from, inject('rolePrefix'))));
const ask = (query: string, schema = 'bureau_one'): Promise<unknown[]> =>
  withConnection(empty.ownerUrl, (owner) => inSchema(owner, schema, async () => (await owner.query(query)).rows));
const granted = (schema?: string): Promise<unknown[]> =>
  ask(`SELECT grantee, table_name, privilege_type FROM information_schema.table_privileges
        WHERE table_schema = current_schema() AND grantee LIKE '${inject('rolePrefix')}_%'`, schema);

describe('a run', () => {
  test('applies the files in order and answers what it ran, and the next one runs nothing', async () => {
    expect(await migrate()).toEqual(['bureau_one 0001-pledge.sql', 'bureau_one 0002-text.sql']);
    expect(await migrate()).toEqual([]);
  });

  test('reaches each schema on its own', async () => {
    await migrate('bureau_one');
    file('0003-day.sql', 'ALTER TABLE pledge ADD day date;');
    expect(await migrate('bureau_two')).toHaveLength(3);
    expect(await migrate('bureau_one')).toEqual(['bureau_one 0003-day.sql']);
  });

  test('leaves nothing of a file that fails, and keeps those before it', async () => {
    file('0003-broken.sql', 'CREATE TABLE half (id integer); SELECT 1 / 0;');
    await expect(migrate()).rejects.toThrow(/division by zero/);
    expect(await ask("SELECT to_regclass('half') AS half, to_regclass('pledge') IS NOT NULL AS pledge")).toEqual([{ half: null, pledge: true }]);
    file('0003-broken.sql', 'CREATE TABLE whole (id integer);');
    expect(await migrate()).toEqual(['bureau_one 0003-broken.sql']);
  });

  test('of two nodes at once applies every file once', async () => {
    const runs = await Promise.all([migrate(), migrate(), migrate()]);
    expect(runs.flat().toSorted()).toEqual(['bureau_one 0001-pledge.sql', 'bureau_one 0002-text.sql']);
  });

  test('takes line ends of Windows for those of the others', async () => {
    file('0003-lines.sql', 'CREATE TABLE one (id integer);\nCREATE TABLE two (id integer);\n');
    await migrate();
    file('0003-lines.sql', 'CREATE TABLE one (id integer);\r\nCREATE TABLE two (id integer);\r\n');
    expect(await migrate()).toEqual([]);
  });
});

describe('is refused in words, and nothing runs, when', () => {
  beforeEach(() => migrate());
  const refusal = async (): Promise<StartRefusal> => {
    file('0009-later.sql', 'CREATE TABLE later (id integer);');
    const fault = await migrate().then(() => undefined, (thrown: unknown) => thrown);
    if (!(fault instanceof StartRefusal)) throw new Error('not refused', { cause: fault });
    expect(await ask("SELECT to_regclass('later') AS later")).toEqual([{ later: null }]);
    return fault;
  };

  test('a file that ran was edited', async () => {
    file('0001-pledge.sql', 'CREATE TABLE pledge (id bigint PRIMARY KEY);');
    expect((await refusal()).words.en).toContain('0001-pledge.sql differs');
  });

  test('a file was put before those that ran', async () => {
    file('0000-first.sql', 'SELECT 1;');
    expect((await refusal()).words.en).toContain('0001-pledge.sql differs');
  });

  test('a file that ran is gone', async () => {
    rmSync(join(folder, '0001-pledge.sql'));
    expect((await refusal()).words.zh).toContain('0001-pledge.sql');
  });

  test('the database knows more than this release', async () => {
    for (const name of ['0003-newer.sql', '0004-newest.sql']) file(name, 'SELECT 1;');
    await migrate();
    for (const name of ['0003-newer.sql', '0004-newest.sql']) rmSync(join(folder, name));
    const fault = await migrate().then(() => undefined, (thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(StartRefusal);
    expect(String(fault)).toMatch(/brought to 0004-newest\.sql by a newer release/);
  });
});

describe('grants', () => {
  test('stand as the file says, under the names of this run', async () => {
    await migrate();
    expect(await granted()).toEqual([{ grantee: `${inject('rolePrefix')}_reader`, table_name: 'pledge', privilege_type: 'SELECT' }]);
  });

  test('that the file no longer names are taken back', async () => {
    await migrate();
    file('grants.sql', 'GRANT INSERT (id) ON pledge TO zhibu_app;');
    await migrate();
    expect(await granted()).toEqual([]);
    expect(await ask(`SELECT has_column_privilege('${inject('rolePrefix')}_app', 'pledge', 'id', 'INSERT') AS id,
                             has_column_privilege('${inject('rolePrefix')}_app', 'pledge', 'text', 'INSERT') AS text`)).toEqual([{ id: true, text: false }]);
  });

  test('are given anew when a migration made a table again', async () => {
    await migrate();
    file('0003-again.sql', 'DROP TABLE pledge; CREATE TABLE pledge (id integer);');
    await migrate();
    expect(await granted()).toHaveLength(1);
  });

  test('are given by the next start when the one that made the table again was killed before it gave them', async () => {
    await migrate();
    file('0003-again.sql', 'DROP TABLE pledge; CREATE TABLE pledge (id integer);');
    const blocked = `${folder}-without-grants`;
    cpSync(folder, blocked, { recursive: true });
    writeFileSync(join(blocked, 'grants.sql'), 'SELECT 1 / 0;');
    await expect(migrate('bureau_one', blocked)).rejects.toThrow(/division by zero/);
    rmSync(blocked, { recursive: true });
    expect(await granted()).toEqual([]);
    expect(await migrate()).toEqual([]);
    expect(await granted()).toHaveLength(1);
  });

  test('on Citus fall on whole tables for INSERT and stay on columns for UPDATE', () => {
    expect(forCitus('GRANT SELECT, INSERT (a,\n b), UPDATE (c) ON fact_log TO zhibu_app;')).toBe('GRANT SELECT, INSERT, UPDATE (c) ON fact_log TO zhibu_app;');
  });
});

test('no migration of ours names a schema or an extension', () => {
  const folders = ['installation', 'bureau'].map((name) => join(checkoutFolder(), 'migrations', name));
  for (const path of folders.flatMap((each) => readdirSync(each).map((name) => join(each, name)))) {
    const statements = readFileSync(path, 'utf8').replace(/--.*|'[^']*'/g, '');
    expect(statements, path).not.toMatch(/\b(zhibu|public|pg_temp|bureau_\w+)\.\w|\bCREATE\s+(EXTENSION|SCHEMA)\b|\bsearch_path\b/i);
  }
});

test('two files of one number are refused before anything runs', async () => {
  file('0002-twin.sql', 'SELECT 1;');
  await expect(migrate()).rejects.toThrow(/0002/);
  expect(await ask("SELECT to_regnamespace('bureau_one') AS schema", 'public')).toEqual([{ schema: null }]);
});
