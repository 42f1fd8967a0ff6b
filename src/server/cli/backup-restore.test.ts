import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reactions } from '#server/app.ts';
import { makeBureaus } from '#server/demo/make-bureaus.ts';
import { checkoutFolder, openDataFolder } from '#server/platform/data-folder.ts';
import { openDatabase } from '#server/platform/database.ts';
import { withConnection } from '#server/platform/connection.ts';
import { findDatabase } from '#server/platform/database-source.ts';
import { startEmbedded } from '#server/platform/embedded-postgres.ts';
import { openInstallation } from '#server/platform/installation.ts';
import { sql } from '#server/platform/sql.ts';
import { emptyDatabase } from '#test/database.ts';
import { openUpgraded } from './open-upgraded.ts';
import { run } from './run.ts';

/** From a data folder with a database of its own into another one, by the commands that an operator types. */
let folder: string;
const named = (name: string): string => join(folder, name);
const here = (): { DATA_DIR: string } => ({ DATA_DIR: named('source') });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-drill-'));
  chmodSync(folder, 0o711);
  const data = openDataFolder(here());
  const source = await findDatabase(data, here());
  const installation = await openInstallation({ ownerUrl: source.ownerUrl, secret: data.secret });
  const database = openDatabase(installation.appUrl, 2);
  await makeBureaus({ installation, database, clock: () => new Date('2026-11-17T09:00:00+08:00'), reactions, demo: false });
  await database.end();
  await source.leave();
  writeFileSync(named('passphrase'), 'correct horse battery\n', { mode: 0o600 });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function zhibu(env: Record<string, string>, ...args: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  const written = { out: '', error: '' };
  const code = await run(args, {
    out: (text) => { written.out += text; }, error: (text) => { written.error += text; }, today: '2026-11-17', env,
  });
  return { code, ...written };
}

/** The newest entry of the trail, as the application reads it. */
async function lastTrace(env: { DATA_DIR: string; DATABASE_URL?: string }): Promise<unknown> {
  const { secret } = openDataFolder(env);
  const source = await findDatabase(openDataFolder(env), env);
  const database = openDatabase((await openInstallation({ ownerUrl: source.ownerUrl, secret })).appUrl, 1);
  const [trace] = await database.withBureau('own', {}, (tx) => tx.many(sql`SELECT operation, subject_kind AS kind, details FROM audit_entry ORDER BY id DESC LIMIT 1`));
  await database.end();
  await source.leave();
  return trace;
}

describe('a drill', () => {
  it('saves with the secret, checks, restores into a new data folder with equal totals, and the trail says so', async () => {
    const saved = await zhibu(here(), 'backup', named('drill.zhibu'), '--passphrase-file', named('passphrase'), '--with-secret');
    expect(saved, saved.error).toMatchObject({ code: 0, error: '' });
    expect(saved.out).toContain('已加密');
    expect(await zhibu({}, 'backup', '--verify', named('drill.zhibu'), '--passphrase-file', named('passphrase'))).toMatchObject({ code: 0, out: expect.stringContaining('完好') });

    const target = { DATA_DIR: named('target') };
    const restored = await zhibu(target, 'restore', named('drill.zhibu'), '--passphrase-file', named('passphrase'));
    expect(restored, restored.error).toMatchObject({ code: 0, error: '' });
    expect(restored.out).toContain('核对一致');
    const totals = restored.out.split('\n').filter((line) => / · (备份|恢复后)/.test(line)).map((line) => line.replace(/^.* · (备份|恢复后) */, ''));
    expect(totals.slice(0, 2)).toEqual([totals[0], totals[0]]);
    expect(readFileSync(join(target.DATA_DIR, 'secret'), 'utf8')).toBe(openDataFolder(here()).secret);
    expect(readFileSync(join(target.DATA_DIR, 'demo'), 'utf8')).toBe('0');

    expect(await lastTrace(target)).toMatchObject({ operation: 'restoreBackup', kind: 'backup' });
    const again = await zhibu(target, 'restore', named('drill.zhibu'), '--passphrase-file', named('passphrase'));
    expect(again).toMatchObject({ code: 1, error: expect.stringContaining('bureau_own') });
  });

  it('goes by DATABASE_URL into a database of somebody else and from there back, with equal totals, and makes none of ours beside it', async () => {
    const server = await startEmbedded({ home: named('elsewhere') });
    try {
      const there = { DATABASE_URL: server.ownerUrl, DATA_DIR: named('by-url') };
      await zhibu(here(), 'backup', named('to-url.zhibu'));
      const restored = await zhibu(there, 'restore', named('to-url.zhibu'), '--lang', 'en');
      expect(restored, restored.error).toMatchObject({ code: 0, error: '', out: expect.stringContaining('The same: rows and digests') });
      expect(restored.out).not.toContain(new URL(server.ownerUrl).password);
      expect(await lastTrace(there)).toMatchObject({ operation: 'restoreBackup' });
      expect(await zhibu(there, 'restore', named('to-url.zhibu'))).toMatchObject({ code: 1, out: '', error: expect.stringContaining('bureau_own') });
      expect(await zhibu(there, 'backup', named('from-url.zhibu'), '--lang', 'en')).toMatchObject({ code: 0, error: '' });
      expect(readdirSync(there.DATA_DIR).filter((name) => name.startsWith('postgres'))).toEqual([]);
      const back = await zhibu({ DATA_DIR: named('back-again') }, 'restore', named('from-url.zhibu'), '--lang', 'en');
      expect(back, back.error).toMatchObject({ code: 0, out: expect.stringContaining('The same: rows and digests') });
    } finally {
      await server.stop();
    }
  });

  it('brings one bureau back into the installation that lost it, and refuses where it is still there', async () => {
    const saved = await zhibu(here(), 'backup', named('one.zhibu'));
    expect(saved, saved.error).toMatchObject({ code: 0 });
    const there = await zhibu(here(), 'restore', named('one.zhibu'), '--bureau', 'own', '--lang', 'en');
    expect(there).toMatchObject({ code: 1, out: '', error: expect.stringContaining('already has a bureau with the code "own"') });
    expect(await zhibu(here(), 'restore', named('one.zhibu'), '--bureau', 'demo')).toMatchObject({ code: 1, out: '', error: expect.stringContaining('备份中有：own') });
    const none = { DATA_DIR: named('never') };
    expect(await zhibu(none, 'restore', named('one.zhibu'), '--bureau', 'own')).toMatchObject({ code: 1, out: '', error: expect.stringContaining('还没有支部系统') });
    expect(existsSync(none.DATA_DIR)).toBe(false);

    const target = { DATA_DIR: named('lost') };
    const whole = await zhibu(target, 'restore', named('one.zhibu'));
    expect(whole, whole.error).toMatchObject({ code: 0 });
    const source = await findDatabase(openDataFolder(target), target);
    await withConnection(source.ownerUrl, (client) => client.query("DROP SCHEMA bureau_own CASCADE; DELETE FROM zhibu.bureau WHERE code = 'own'"));
    await source.leave();
    const restored = await zhibu(target, 'restore', named('one.zhibu'), '--bureau', 'own', '--lang', 'en');
    expect(restored, restored.error).toMatchObject({ code: 0, error: '', out: expect.stringContaining('every second factor of this bureau must be reset') });
    expect(restored.out).toContain('the other bureaus were left alone');
    expect(await lastTrace(target)).toMatchObject({ operation: 'restoreBackup', kind: 'backup' });
  });

  it('saves what is there before a newer release migrates it, and the trail says so', async () => {
    const newer = named('migrations');
    cpSync(join(checkoutFolder(), 'migrations'), newer, { recursive: true });
    writeFileSync(join(newer, 'bureau', '9998-one-table-more.sql'), 'CREATE TABLE one_more (id integer PRIMARY KEY);');
    const target = { DATA_DIR: named('upgraded') };
    await zhibu(here(), 'backup', named('upgraded.zhibu'));
    await zhibu(target, 'restore', named('upgraded.zhibu'));
    const data = openDataFolder(target);
    const source = await findDatabase(data, target);
    const said: string[] = [];
    const upgraded = await openUpgraded({ ownerUrl: source.ownerUrl, folder: data, env: {}, say: ({ en }) => said.push(en), migrations: newer });
    expect(upgraded.migrated).toEqual(['bureau_own 9998-one-table-more.sql']);
    const [file = ''] = readdirSync(join(data.path, 'backups'));
    expect(said).toEqual([`Saved before the upgrade: ${join(data.path, 'backups', file)}`]);
    const trail = await withConnection(upgraded.appUrl, (client) => client.query("SELECT operation, details->'rehearsed' AS rehearsed FROM bureau_own.audit_entry ORDER BY id DESC LIMIT 1"));
    expect(trail.rows).toEqual([{ operation: 'takeBackup', rehearsed: false }]);

    writeFileSync(join(newer, 'bureau', '9999-another.sql'), 'CREATE TABLE another (id integer PRIMARY KEY);');
    await openUpgraded({ ownerUrl: source.ownerUrl, folder: data, env: { ZHIBU_UPGRADE_BACKUP: '0' }, say: ({ en }) => said.push(en), migrations: newer });
    await openUpgraded({ ownerUrl: source.ownerUrl, folder: data, env: {}, say: ({ en }) => said.push(en), migrations: newer });
    expect([said.length, readdirSync(join(data.path, 'backups')).length]).toEqual([1, 1]);
    await source.leave();
  });

  it('rehearses in one command, and the trail of each bureau keeps that it was compared', async () => {
    const rehearsed = await zhibu(here(), 'backup', named('rehearsed.zhibu'), '--rehearse', '--lang', 'en');
    expect(rehearsed, rehearsed.error).toMatchObject({ code: 0, out: expect.stringContaining('Rehearsed') });
    expect(rehearsed.out).toContain('The secret is not in it');
    expect(await lastTrace(here())).toMatchObject({ operation: 'takeBackup', details: { rehearsed: true, encrypted: false } });
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('zhibu-rehearsal-'))).toEqual([]);
  });
});

describe('the way in that is left', () => {
  it('lists the three administrators, gives one a first password, keeps to them, and the trail says so', async () => {
    const listed = await zhibu(here(), 'unlock', '--lang', 'en');
    expect(listed, listed.error).toMatchObject({ code: 0, out: expect.stringMatching(/shenji {2}Audit administrator\n {2}anquan .+\n {2}xitong /) });
    const unlocked = await zhibu(here(), 'unlock', 'anquan', '--lang', 'en');
    expect(unlocked, unlocked.error).toMatchObject({ code: 0, out: expect.stringMatching(/^First password of anquan .+: \w{4}-\w{4}-\w{4}\n/) });
    expect(await lastTrace(here())).toMatchObject({ operation: 'unlockAdministrator', kind: 'account', details: { role: 'securityAdministrator', secondFactorGone: false } });
    expect(await zhibu(here(), 'unlock', 'dangwu')).toMatchObject({ code: 1, out: '', error: expect.stringContaining('不是三员的账号') });
    expect(await zhibu(here(), 'unlock', 'anquan', '--bureau', 'demo')).toMatchObject({ code: 1, out: '', error: expect.stringContaining('own') });
    expect(await zhibu({ DATA_DIR: named('none') }, 'unlock', 'anquan')).toMatchObject({ code: 1, error: expect.stringContaining(named('none')) });
  });
});

describe('a refusal', () => {
  it('of a damaged file or a wrong passphrase leaves not even a data folder', async () => {
    await zhibu(here(), 'backup', named('refused.zhibu'), '--passphrase-file', named('passphrase'));
    writeFileSync(named('wrong'), 'another passphrase', { mode: 0o600 });
    writeFileSync(named('cut.zhibu'), readFileSync(named('refused.zhibu')).subarray(0, -1));
    const target = { DATA_DIR: named('nowhere') };
    expect(await zhibu(target, 'restore', named('refused.zhibu'), '--passphrase-file', named('wrong'))).toMatchObject({ code: 1, out: '', error: expect.stringContaining('口令不对') });
    expect(await zhibu(target, 'restore', named('cut.zhibu'), '--passphrase-file', named('passphrase'))).toMatchObject({ code: 1, out: '', error: expect.stringContaining('损坏') });
    expect(await zhibu(target, 'restore', named('refused.zhibu'))).toMatchObject({ code: 1, out: '', error: expect.stringContaining('已加密') });
    expect(existsSync(target.DATA_DIR)).toBe(false);
  });

  it('of a passphrase that every account may read writes nothing', async () => {
    writeFileSync(named('shown'), 'correct horse battery\n');
    chmodSync(named('shown'), 0o644);
    const refused = await zhibu(here(), 'backup', named('shown.zhibu'), '--passphrase-file', named('shown'), '--lang', 'en');
    expect(refused).toMatchObject({ code: 1, out: '', error: expect.stringContaining(`chmod 600 ${named('shown')}`) });
    expect(existsSync(named('shown.zhibu'))).toBe(false);
  });

  it('of a place without data says so and makes nothing', async () => {
    expect(await zhibu({ DATA_DIR: named('none') }, 'backup', named('none.zhibu'))).toMatchObject({ code: 1, error: expect.stringContaining(named('none')) });
    const empty = await emptyDatabase();
    expect(await zhibu({ ...here(), DATABASE_URL: empty.ownerUrl }, 'backup', named('none.zhibu'))).toMatchObject({ code: 1, error: expect.stringContaining('无可备份') });
    await empty.drop();
    expect([existsSync(named('none')), existsSync(named('none.zhibu'))]).toEqual([false, false]);
  });

  it.each([
    ['no file', ['backup']], ['a rehearsal of one bureau', ['restore', 'a', '--bureau', 'own', '--rehearse']], ['two files', ['restore', 'a', 'b']], ['the secret in clear', ['backup', 'a', '--with-secret']],
    ['a passphrase file that is not there', ['restore', 'a', '--passphrase-file', 'nowhere']],
  ])('of %s shows how the command is used', async (_, args) => {
    expect(await zhibu({}, ...args)).toMatchObject({ code: 2, out: '', error: expect.stringContaining(`npm run zhibu -- ${args[0]}`) });
  });
});
