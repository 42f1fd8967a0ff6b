import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { withConnection } from '#server/platform/connection.ts';
import { openDataFolder } from '#server/platform/data-folder.ts';
import { examine } from '#server/platform/examination/examine.ts';
import type { Finding } from '#server/platform/examination/finding.ts';
import { makeCertificates } from '#server/platform/make-certificates.ts';
import { sql } from '#server/platform/sql.ts';
import { NOW, testBureau, type TestBureau } from '#test/app.ts';
import { TEST_SECRET } from '#test/database-server.ts';
import { run } from './run.ts';

let bureau: TestBureau;
let folder: string;
beforeAll(async () => {
  bureau = await testBureau();
  folder = mkdtempSync(join(tmpdir(), 'zhibu-doctor-'));
  openDataFolder({}, folder);
});
afterAll(async () => {
  await bureau.drop();
  rmSync(folder, { recursive: true });
});

const look = async (env: Record<string, string> = {}, over: { ownerUrl?: string; secret?: string; now?: Date } = {}): Promise<Finding[]> => examine({
  env, folder, source: { ownerUrl: over.ownerUrl ?? bureau.ownerUrl, secret: over.secret ?? TEST_SECRET, rolePrefix: inject('rolePrefix'), database: bureau.database },
}, over.now ?? new Date(NOW));
const told = (found: readonly Finding[], about: string): [Finding['level'] | undefined, string | undefined, string | undefined] => {
  const it = found.find((one) => one.about.en === about);
  return [it?.level, it?.says.en, it?.advice?.en];
};

describe('an installation', () => {
  it('is told line by line, and what is well says so', async () => {
    const found = await look();
    for (const about of ['Settings', 'Data folder', 'Secret file', 'Database', 'Migrations', 'Database roles']) expect([about, told(found, about)[0]]).toEqual([about, 'ok']);
    expect(told(found, 'Database')[1]).toMatch(/^PostgreSQL \d+.*UTF8/);
  });

  it('whose database may lose what it acknowledged fails, as at a start', async () => {
    // The test server runs without flushes on purpose.
    expect(told(await look(), 'Database settings')).toEqual(['fail', expect.stringContaining('fsync'), undefined]);
  });

  it('tells what a ticket of the portal must say, and of a key file that others may write', async () => {
    const file = join(folder, 'portal.pem');
    writeFileSync(file, generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }));
    const env = { PUBLIC_URL: 'https://zhibu.example', TICKET_KEY_FILE: file, TICKET_PORTAL: 'https://portal.example/in' };
    expect(told(await look(), 'Portal')[0]).toBe(undefined);
    expect(told(await look(env), 'Portal')).toEqual(['ok', expect.stringMatching(/1 public keys; .+ iss https:\/\/portal\.example and aud https:\/\/zhibu\.example\//), undefined]);
    chmodSync(file, 0o666);
    expect(told(await look(env), 'Portal')).toEqual(['fail', expect.stringContaining('come in as anybody'), `Run chmod go-w ${file}`]);
    expect(told(await look({ ...env, TICKET_KEY_FILE: join(folder, 'secret') }), 'Portal')).toEqual(['fail', expect.stringContaining('holds 0 keys'), undefined]);
  });

  it('without a backup, with a fresh one, with an old one, and with one that was never restored', async () => {
    expect(told(await look(), 'Backup')[0]).toBe('warn');
    const taken = (details: object): Promise<unknown> => bureau.within(({ tx }) => tx.run(sql`INSERT INTO audit_entry (operation, request_id, details) VALUES ('takeBackup', 'x', ${JSON.stringify(details)})`));
    await taken({ rehearsed: false });
    const at = (hours: number): Date => new Date(Date.now() + hours * 3_600_000);
    expect(told(await look({}, { now: at(2) }), 'Backup')).toEqual(['ok', expect.stringContaining('2 hours ago'), undefined]);
    expect(told(await look({}, { now: at(30) }), 'Backup')).toEqual(['fail', expect.stringContaining('30 hours'), expect.stringContaining('backup FILE')]);
    expect(told(await look({}, { now: at(2) }), 'Restore drill')[0]).toBe('warn');
    await taken({ rehearsed: true });
    expect(told(await look({}, { now: at(2) }), 'Restore drill')[0]).toBe('ok');
    expect(told(await look({}, { now: at(24 * 40) }), 'Restore drill')[0]).toBe('warn');
    // What was brought back in earnest was compared as in a drill.
    await withConnection(bureau.ownerUrl, (owner) => owner.query(
      `INSERT INTO bureau_alpha.audit_entry (operation, request_id, details, at) VALUES ('restoreBackup', 'x', '{}', $1)`, [at(24 * 30)]));
    expect(told(await look({}, { now: at(24 * 40) }), 'Restore drill')[0]).toBe('ok');
  });

  it('whose long work waits or failed', async () => {
    expect(told(await look({}, { now: new Date() }), 'Long work')[0]).toBe('ok');
    await bureau.within(({ tx, actor }) => tx.run(sql`INSERT INTO job (id, kind, account_id, input, state) VALUES ('01890000-0000-7000-8000-0000000000aa', 'x', ${actor.account}, '{}', 'waiting')`));
    expect(told(await look({}, { now: new Date(Date.now() + 1_200_000) }), 'Long work')).toEqual(['warn', expect.stringMatching(/^1 wait, the longest for (19|20) minutes/), expect.any(String)]);
  });

  it('whose certificate ends soon, has ended, or cannot be used', async () => {
    const { certificate: TLS_CERT, key: TLS_KEY } = await makeCertificates(join(folder, 'tls'), ['zhibu.example']);
    const pair = { HOST: '0.0.0.0', TLS_CERT, TLS_KEY };
    const at = (days: number): Date => new Date(Date.now() + days * 86_400_000);
    expect(told(await look(pair, { now: at(1) }), 'Certificate')[0]).toBe('ok');
    expect(told(await look(pair, { now: at(380) }), 'Certificate')[0]).toBe('warn');
    expect(told(await look(pair, { now: at(400) }), 'Certificate')[0]).toBe('fail');
    expect(told(await look({ HOST: '0.0.0.0' }), 'Settings')).toEqual(['fail', expect.stringContaining('Three ways out'), undefined]);
    expect(told(await look({ PASSWORD_HASH: 'md5' }), 'Settings')).toEqual(['fail', expect.stringContaining('PASSWORD_HASH is argon2id or sm3'), undefined]);
    expect(told(await look({ HOST: '0.0.0.0', PUBLIC_URL: 'https://zhibu.example' }), 'Settings')[0]).toBe('warn');
  });

  it.skipIf(process.platform === 'win32')('whose secret others may read', async () => {
    chmodSync(join(folder, 'secret'), 0o644);
    expect(told(await look(), 'Secret file')).toEqual(['fail', expect.any(String), expect.stringContaining('chmod 600')]);
    chmodSync(join(folder, 'secret'), 0o600);
  });

  it('whose database is away, has another secret, or a migration of a newer release', async () => {
    expect(told(await look({}, { ownerUrl: 'postgres://x:x@127.0.0.1:1/x' }), 'Database')[0]).toBe('fail');
    expect(told(await look({}, { secret: 'another secret' }), 'Database roles')[0]).toBe('fail');
    const other = (statement: string): Promise<unknown> => withConnection(bureau.ownerUrl, (owner) => owner.query(statement));
    await other("INSERT INTO bureau_alpha.migration (number, name, checksum) VALUES (9999, '9999-later.sql', 'x')");
    expect(told(await look(), 'Migrations')).toEqual(['fail', expect.stringContaining('9999-later.sql'), undefined]);
    await other('DELETE FROM bureau_alpha.migration WHERE number IN (9999, (SELECT max(number) FROM bureau_alpha.migration WHERE number < 9999))');
    expect(told(await look(), 'Migrations')).toEqual(['warn', expect.stringContaining('1 migration.'), expect.stringContaining('Back up first')]);
  });
});

it('the command makes nothing where there is nothing, says so in words, and ends with 0', async () => {
  let out = '';
  const env = { DATA_DIR: join(folder, 'none') };
  expect(await run(['doctor'], { out: (text) => void (out += text), error: () => {}, today: '2026-11-17', env })).toBe(0);
  expect(out).toMatch(/正常 {2}设置 {15}地址 http:\/\/127\.0\.0\.1:3000[^]*注意 {2}数据目录[^]*没有故障，1 项注意。/);
  let failed = '';
  expect(await run(['doctor', '--lang', 'en'], { out: (text) => void (failed += text), error: () => {}, today: '2026-11-17', env: { ...env, HOST: '0.0.0.0' } })).toBe(1);
  expect(failed).toContain('FAIL  Settings');
  expect(failed).toMatch(/\n1 failure, 1 warning\.\n$/);
});
