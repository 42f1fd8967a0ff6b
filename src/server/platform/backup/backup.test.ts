import { randomInt, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import { nameBureau } from '#domain/bureau/contract.ts';
import { bureauTotals } from '#server/cli/bureau-totals.ts';
import { withConnection } from '#server/platform/connection.ts';
import { openDatabase } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { StartRefusal } from '#server/platform/start-refusal.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { TEST_SECRET } from '#test/database-server.ts';
import { emptyDatabase } from '#test/database.ts';
import { benchOf, recordOf, type Bench } from '#test/operations/bench.ts';
import { throwAwayServer } from '#test/throw-away-server.ts';
import { readThrough, type BackupTally } from './content.ts';
import { refuseNewer, restoreBackup, type Restored } from './restore-backup.ts';
import { takeBackup, type BackupTaken } from './take-backup.ts';

const PASSPHRASE = 'correct horse battery';

let bureau: TestBureau;
let bench: Bench;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhibu-backup-'));
  bureau = await testBureau();
  bench = benchOf(bureau);
  for (let turn = 0; turn < 3; turn += 1) await record();
  await bureau.within(({ tx }) => tx.run(sql`INSERT INTO file (id, name, media_type, sha256, bytes, account_id, expires_at)
    VALUES (${randomUUID()}, ${'花名册\t"1"\\N\n.xlsx'}, 'x', 'x', ${Buffer.from([0, 10, 13, 92, 255])}, ${randomUUID()}, now() + interval '1 day')`));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await bureau.drop();
});

const record = (): Promise<unknown> => bureau.as('jiping').call(recordSession, recordOf(bench.on('detention'), bench.pastDay()));
const named = (name: string): string => join(folder, name);
const take = (file: string, over: { passphrase?: string; secret?: string } = {}): Promise<BackupTaken> => takeBackup({
  ownerUrl: bureau.ownerUrl, file, passphrase: over.passphrase ?? null, secret: over.secret ?? null, product: '0.1.0', now: bureau.now(), totals: bureauTotals,
});
const restoreInto = (ownerUrl: string, file: string, totals = bureauTotals): Promise<Restored> => restoreBackup({
  ownerUrl, file, passphrase: null, secret: TEST_SECRET, rolePrefix: inject('rolePrefix'), losable: true, totals,
});
const schemasOf = (ownerUrl: string): Promise<string[]> => withConnection(ownerUrl, async (client) => {
  const { rows } = await client.query<{ name: string }>("SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema|public)' ORDER BY 1");
  return rows.map(({ name }) => name);
});

describe('a backup that was taken while people record', () => {
  it('is restored into an empty database, where every row, digest, total and sequence is the same', async () => {
    const file = named('under-load.zhibu');
    let stop = false;
    let recorded = 0;
    const load = (async () => {
      for (; !stop; recorded += 1) await record();
    })();
    const taken = await take(file);
    stop = true;
    await load;
    expect(recorded).toBeGreaterThan(0);
    const empty = await emptyDatabase();
    const { backup, found, installation } = await restoreInto(empty.ownerUrl, file);
    expect(found).toEqual(taken.schemas);
    expect(backup.schemas).toEqual(taken.schemas);
    const alpha = found.find(({ schema }) => schema === 'bureau_alpha');
    expect(alpha?.totals['facts']).toBeGreaterThan(20);
    expect(alpha?.tables.find(({ table }) => table === 'file')).toMatchObject({ rows: 1 });
    // What it came to is one moment: no fact without its text, no session without its row.
    const rows = (table: string): number | undefined => alpha?.tables.find((it) => it.table === table)?.rows;
    expect(rows('session')).toBeGreaterThanOrEqual(3);
    expect(installation.migrated).toEqual([]);
    const database = openDatabase(installation.appUrl, 2);
    // The application gets in, reads a name with all its signs, and goes on where the sequences stood.
    const went = await database.withBureau('alpha', {}, async (tx) => ({
      name: (await tx.one<{ name: string }>(sql`SELECT name FROM file`))?.name,
      next: await tx.one<{ id: number; most: number }>(sql`INSERT INTO audit_entry (operation, request_id) VALUES ('test', 'x') RETURNING id, (SELECT max(id) FROM audit_entry) AS most`),
    }));
    expect(went.name).toBe('花名册\t"1"\\N\n.xlsx');
    expect(went.next?.id).toBeGreaterThan(went.next?.most ?? Infinity);
    await database.end();
    await empty.drop();
  });
});

describe('a backup of one version of PostgreSQL', () => {
  /** The other one of the two that we promise: Debian's 15 beside our own 18, or ours beside Debian's. */
  const other = process.env['ZHIBU_TEST_POSTGRES'] ? undefined : '15';
  const there = other === undefined || existsSync(`/usr/lib/postgresql/${other}/bin`);

  it('is restored into another and from there back, with the same digests', async () => {
    if (!there) console.info(`There is no PostgreSQL ${other} on this machine: from one server of the same version into another.`);
    const first = await take(named('there.zhibu'));
    const server = await throwAwayServer(there ? other : undefined);
    try {
      const { found } = await restoreInto(server.ownerUrl, named('there.zhibu'));
      expect(found).toEqual(first.schemas);
      await takeBackup({ ownerUrl: server.ownerUrl, file: named('back.zhibu'), passphrase: null, secret: null, product: '0.1.0', now: bureau.now(), totals: bureauTotals });
      const empty = await emptyDatabase();
      const back = await restoreInto(empty.ownerUrl, named('back.zhibu'));
      // Rights are given anew, and what notes that is the one row that tells when.
      const facts = (schemas: BackupTally['schemas']): unknown => schemas.map((it) => it.tables.filter(({ table }) => table !== 'migration'));
      expect(facts(back.found)).toEqual(facts(first.schemas));
      await empty.drop();
    } finally {
      await server.stop();
    }
  }, 60_000);
});

describe('a backup file', () => {
  let plain: BackupTaken;
  beforeAll(async () => {
    await bureau.as('dangwu').call(nameBureau, { zh: '示例县公安局', en: 'Sample county bureau' });
    plain = await take(named('plain.zhibu'));
    await take(named('closed.zhibu'), { passphrase: PASSPHRASE, secret: 'the secret of this installation' });
  });

  it('is read through without a database, and says what it holds', async () => {
    const { head, manifest, schemas } = await readThrough(named('plain.zhibu'), null);
    expect(head).toMatchObject({ zhibu: 'backup', format: 1, product: '0.1.0', cipher: null });
    expect(manifest.bureaus.map(({ code, zh }) => [code, zh])).toEqual([['alpha', '示例县公安局'], ['beta', expect.any(String)]]);
    expect(manifest.secret).toBeNull();
    expect(schemas).toEqual(plain.schemas);
  });

  it('is readable by its owner alone, is not written over, and leaves no half behind', async () => {
    await expect(take(named('plain.zhibu'))).rejects.toThrow(/已存在/);
    await expect(take(join(folder, 'nowhere', 'x.zhibu'))).rejects.toThrow(/无法写入/);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(statSync(named('plain.zhibu')).mode & 0o777).toBe(0o600);
  });

  it.runIf(existsSync('/dev/full'))('on a disk that is full is refused in words, and leaves no half behind', async () => {
    symlinkSync('/dev/full', named('full.zhibu.part'));
    await expect(take(named('full.zhibu'))).rejects.toThrow(/无法写入.+ENOSPC[^]*has room/);
    expect([existsSync(named('full.zhibu')), readdirSync(folder).filter((name) => name.endsWith('.part'))]).toEqual([false, []]);
  });

  it.each([['is not there', 'nowhere.zhibu', /不存在或读不了.+ENOENT/], ['is a folder', '.', /不存在或读不了.+EISDIR/], ['is something else', 'words', /不是支部系统的备份文件/]])('that %s is told apart', async (_, name, words) => {
    writeFileSync(named('words'), 'nothing of ours\n');
    await expect(readThrough(named(name), null)).rejects.toThrow(words);
  });

  it('holds the secret only where it was asked for, and then encrypted', async () => {
    expect((await readThrough(named('closed.zhibu'), PASSPHRASE)).manifest.secret).toBe('the secret of this installation');
    await expect(take(named('open-secret.zhibu'), { secret: 'x' })).rejects.toThrow(/only encrypted/);
    expect(existsSync(named('open-secret.zhibu'))).toBe(false);
  });

  it.each([
    ['without its passphrase', null, /已加密/], ['with a wrong passphrase', 'another one entirely', /口令不对/],
  ])('that is encrypted stays closed %s', async (_, passphrase, words) => {
    await expect(readThrough(named('closed.zhibu'), passphrase)).rejects.toThrow(words);
  });

  it('shows nothing of its content when it is encrypted', () => {
    expect(readFileSync(named('closed.zhibu')).includes('bureau_alpha')).toBe(false);
  });

  it.each([['plain.zhibu', 20], ['closed.zhibu', 2]])('%s is refused when a bit is another, wherever it lies', async (name, places) => {
    const whole = readFileSync(named(name));
    const first = whole.indexOf(0x0a) + 1;
    for (const place of [first, first + 3, whole.length - 1, ...Array.from({ length: places }, () => randomInt(first, whole.length))]) {
      const other = Buffer.from(whole);
      other[place] = (other[place] ?? 0) ^ 1;
      writeFileSync(named('bit.zhibu'), other);
      await expect(readThrough(named('bit.zhibu'), PASSPHRASE), `a changed bit at ${place} of ${whole.length} went unnoticed`).rejects.toThrow(StartRefusal);
    }
  });

  it.each([0, 1, 40, 400, 0.5, 0.99, -1])('is refused when it was cut (%s)', async (at) => {
    const whole = readFileSync(named('plain.zhibu'));
    const length = at < 0 ? whole.length + at : at < 1 ? Math.floor(at * whole.length) : at;
    writeFileSync(named('cut.zhibu'), whole.subarray(0, length));
    await expect(readThrough(named('cut.zhibu'), null)).rejects.toThrow(StartRefusal);
  });

  it('is refused with something behind its end, as another file, and when it is not there', async () => {
    writeFileSync(named('longer.zhibu'), Buffer.concat([readFileSync(named('plain.zhibu')), Buffer.from('x')]));
    writeFileSync(named('other.zhibu'), 'PGDMP…');
    for (const name of ['longer.zhibu', 'other.zhibu', 'missing.zhibu']) await expect(readThrough(named(name), null)).rejects.toThrow(StartRefusal);
  });

  it('of a newer format is not guessed at', async () => {
    const whole = readFileSync(named('plain.zhibu'));
    const line = whole.subarray(0, whole.indexOf(0x0a)).toString().replace('"format":1', '"format":2');
    writeFileSync(named('format.zhibu'), Buffer.concat([Buffer.from(line), whole.subarray(whole.indexOf(0x0a))]));
    await expect(readThrough(named('format.zhibu'), null)).rejects.toThrow(/第 2 版/);
  });
});

describe('a target', () => {
  let file: string;
  let whole: BackupTally;
  beforeAll(async () => {
    file = named('target.zhibu');
    await take(file);
    whole = await readThrough(file, null);
  });

  it('that holds data is refused by name, and stays as it was', async () => {
    const before = await schemasOf(bureau.ownerUrl);
    const facts = () => bureau.database.withBureau('alpha', {}, (tx) => tx.one(sql`SELECT count(*) AS facts, (SELECT count(*) FROM audit_entry) AS audited FROM fact_log`));
    const held = await facts();
    await expect(restoreInto(bureau.ownerUrl, file)).rejects.toThrow(/bureau_alpha、bureau_beta、zhibu/);
    expect([await schemasOf(bureau.ownerUrl), await facts()]).toEqual([before, held]);
  });

  it('stays empty when the file breaks off while it is loaded', async () => {
    const empty = await emptyDatabase();
    const bytes = readFileSync(file);
    writeFileSync(named('breaks.zhibu'), bytes.subarray(0, Math.floor(bytes.length * 0.9)));
    await expect(restoreInto(empty.ownerUrl, named('breaks.zhibu'))).rejects.toThrow(/损坏/);
    expect(await schemasOf(empty.ownerUrl)).toEqual([]);
    await empty.drop();
  });

  it('stays empty when what was loaded does not come to what was saved', async () => {
    const empty = await emptyDatabase();
    await expect(restoreInto(empty.ownerUrl, file, sql`SELECT count(*) + 1 AS persons FROM person`)).rejects.toThrow(/bureau_alpha persons/);
    expect(await schemasOf(empty.ownerUrl)).toEqual([]);
    await empty.drop();
  });

  it('is not touched by a backup of a newer release, or of one whose migrations are others', () => {
    expect(() => refuseNewer(whole.manifest)).not.toThrow();
    const more = structuredClone(whole.manifest);
    more.schemas[1]?.migrations.push({ number: 9999, name: '9999-later.sql', checksum: 'x' });
    expect(() => refuseNewer(more)).toThrow(/9999-later\.sql/);
    const other = structuredClone(whole.manifest);
    const [first] = other.schemas[1]?.migrations ?? [];
    if (first) first.checksum = 'x';
    expect(() => refuseNewer(other)).toThrow(/0001/);
  });
});
