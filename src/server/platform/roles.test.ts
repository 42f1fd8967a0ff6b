import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { emptyDatabase } from '#test/database.ts';
import { urlAs, withConnection } from './connection.ts';
import { appRoleLogsIn, ensureRoles, roleNames, roleUrl, verifier, withRoleNames } from './roles.ts';
import { StartRefusal } from './start-refusal.ts';

const SECRET = 'a secret of this test';
let empty: Awaited<ReturnType<typeof emptyDatabase>>;
let prefix: string;

beforeEach(async () => {
  empty = await emptyDatabase();
  prefix = `${inject('rolePrefix')}_${randomBytes(3).toString('hex')}`;
});
afterEach(async () => {
  await asOwner(`DROP OWNED BY CURRENT_USER CASCADE`).catch(() => {});
  for (const role of [...roleNames(prefix), `${prefix}_plain`]) await asOwner(`DROP ROLE IF EXISTS ${role}`);
  await empty.drop();
});

const asOwner = (statement: string): Promise<unknown> => withConnection(empty.ownerUrl, (owner) => owner.query(statement));
const ensure = (url = empty.ownerUrl): Promise<void> => withConnection(url, (owner) => ensureRoles(owner, SECRET, prefix));
const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'not refused', (fault: unknown) => (fault instanceof StartRefusal ? fault.message : `a fault: ${String(fault)}`));

test('the three roles are made once, without any right, and log in with the password of the secret', async () => {
  await ensure();
  await ensure();
  await appRoleLogsIn(empty.ownerUrl, SECRET, prefix);
  await withConnection(roleUrl(empty.ownerUrl, SECRET, 'app', prefix), async (app) => {
    await expect(app.query('CREATE TABLE mine (id integer)')).rejects.toThrow(/permission denied/);
    await expect(app.query('CREATE ROLE other')).rejects.toThrow(/permission denied/);
    const { rows } = await app.query('SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole AS mighty FROM pg_roles WHERE rolname = current_user');
    expect(rows).toEqual([{ mighty: false }]);
  });
});

test('two first starts at the same moment make them together', async () => {
  await Promise.all([ensure(), ensure(), ensure()]);
  await appRoleLogsIn(empty.ownerUrl, SECRET, prefix);
});

test('another secret is refused with the ways out, and the printed lines repair it without showing a password', async () => {
  await ensure();
  const words = await refused(appRoleLogsIn(empty.ownerUrl, 'another secret', prefix));
  expect(words).toContain('ZHIBU_SECRET');
  const lines = words.match(/ALTER ROLE .+;/g) ?? [];
  expect(lines).toHaveLength(3);
  for (const line of lines) await asOwner(line);
  await appRoleLogsIn(empty.ownerUrl, 'another secret', prefix);
  expect(await refused(appRoleLogsIn(empty.ownerUrl, SECRET, prefix))).toContain('ZHIBU_SECRET');
});

test('an owner who may not create roles gets the lines for the DBA, and after them everything works', async () => {
  await asOwner(`CREATE ROLE ${prefix}_plain LOGIN PASSWORD 'plain'`);
  const plainUrl = urlAs(empty.ownerUrl, `${prefix}_plain`, 'plain');
  const words = await refused(ensure(plainUrl));
  expect(words).toContain('DATABASE_URL');
  for (const line of words.match(/CREATE ROLE .+;/g) ?? []) await asOwner(line);
  await ensure(plainUrl);
  await appRoleLogsIn(plainUrl, SECRET, prefix);
});

test('a role of ours that was given rights of its own is refused by name', async () => {
  await ensure();
  await asOwner(`ALTER ROLE ${prefix}_reader CREATEDB`);
  expect(await refused(ensure())).toContain(`${prefix}_reader`);
});

test('a password becomes what PostgreSQL itself stores', () => {
  // The vector of RFC 7677, section 3.
  const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
  expect(verifier('pencil', salt)).toBe('SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=');
});

test('SQL is rewritten for other role names, and nothing else in it', () => {
  expect(withRoleNames('GRANT SELECT ON zhibu_application TO zhibu_app, zhibu_reader', 'x')).toBe('GRANT SELECT ON zhibu_application TO x_app, x_reader');
});
