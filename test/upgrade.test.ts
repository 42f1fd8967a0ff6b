import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reactions } from '#server/app.ts';
import { bureauTotals } from '#server/cli/bureau-totals.ts';
import { openUpgraded } from '#server/cli/open-upgraded.ts';
import { run } from '#server/cli/run.ts';
import { makeBureaus } from '#server/demo/make-bureaus.ts';
import { renewAllNameKeys } from '#server/facts/renew-name-keys.ts';
import { readThrough, type SchemaTally } from '#server/platform/backup/content.ts';
import { restoreBackup } from '#server/platform/backup/restore-backup.ts';
import { takeBackup } from '#server/platform/backup/take-backup.ts';
import { urlOfDatabase, withConnection } from '#server/platform/connection.ts';
import { checkoutFolder, openDataFolder } from '#server/platform/data-folder.ts';
import { openDatabase, type Database } from '#server/platform/database.ts';
import { startEmbedded, type EmbeddedServer } from '#server/platform/embedded-postgres.ts';
import type { Installation } from '#server/platform/installation.ts';
import { StartRefusal } from '#server/platform/start-refusal.ts';
import { asked } from '#test/releases/asked.ts';
import { BUREAU, keptReleases, type KeptRelease } from '#test/releases/kept.ts';
import { projected, served } from '#test/releases/served.ts';
import { schemaFile } from '#test/schema-text.ts';

/** From each release of which a backup is kept to this one, as an operator does it: start upon its database, or restore its backup. */
const SCHEMA = `bureau_${BUREAU}`;
const NOW_MIGRATIONS = join(checkoutFolder(), 'migrations');

let home: string;
let server: EmbeddedServer;
const named = (name: string): string => join(home, name);
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'zhibu-releases-'));
  chmodSync(home, 0o711);
  server = await startEmbedded({ home: named('server') });
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true });
});

const secret = 'the secret of all installations on the server of these tests';
const env = (name: string): Record<string, string> => ({ DATA_DIR: named(name), DATABASE_URL: urlOfDatabase(server.ownerUrl, name), ZHIBU_SECRET: secret });

async function empty(name: string): Promise<string> {
  await withConnection(urlOfDatabase(server.ownerUrl, 'postgres'), (client) => client.query(`CREATE DATABASE ${name}`));
  return urlOfDatabase(server.ownerUrl, name);
}

/** The migrations that the release knew, with the rights that it gave. */
async function itsMigrations({ name, file, grants }: KeptRelease): Promise<string> {
  const folder = named(`${name}-migrations`);
  for (const { schema, migrations } of (await readThrough(file, null)).manifest.schemas) {
    const kind = schema === SCHEMA ? 'bureau' : 'installation';
    for (const it of migrations) cpSync(join(NOW_MIGRATIONS, kind, it.name), join(folder, kind, it.name));
    writeFileSync(join(folder, kind, 'grants.sql'), grants[kind]);
  }
  return folder;
}

/** The database as the release left it. */
async function asItWas(release: KeptRelease, name: string, migrations: string): Promise<string> {
  const ownerUrl = await empty(name);
  await restoreBackup({ ownerUrl, file: release.file, passphrase: null, secret, totals: bureauTotals, migrations });
  return ownerUrl;
}

const tablesOf = (schemas: readonly SchemaTally[]): SchemaTally['tables'] => schemas.find(({ schema }) => schema === SCHEMA)?.tables ?? [];

async function saved(ownerUrl: string, name: string): Promise<SchemaTally['tables']> {
  const { schemas } = await takeBackup({ ownerUrl, file: named(`${name}.zhibu`), passphrase: null, secret: null, product: 'test', now: new Date(), totals: bureauTotals });
  return tablesOf(schemas);
}
const schemaNow = (ownerUrl: string): Promise<string> => withConnection(ownerUrl, (owner) => schemaFile(owner, BUREAU));
const schemaKept = readFileSync(join(NOW_MIGRATIONS, 'schema.sql'), 'utf8');

/** Tables to which the migrations that ran add columns or rows; of all others each byte must be there. */
function touched(ran: readonly string[]): ReadonlySet<string> {
  const texts = ran.filter((it) => it.startsWith(SCHEMA)).map((it) => readFileSync(join(NOW_MIGRATIONS, 'bureau', it.slice(SCHEMA.length + 1)), 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(/\b(?:ALTER TABLE|UPDATE|INSERT INTO|DELETE FROM)\s+(\w+)/g)].map(([, table]) => table ?? '')));
}

const kept = keptReleases();
const [oldest] = kept;
if (!oldest) throw new Error('no release is kept');

/** What a start upon its database has to run. */
async function waiting({ file }: KeptRelease): Promise<string[]> {
  const known = (await readThrough(file, null)).manifest.schemas.find(({ schema }) => schema === SCHEMA)?.migrations.length ?? 0;
  return readdirSync(join(NOW_MIGRATIONS, 'bureau')).filter((it) => /^\d/.test(it)).toSorted().slice(known).map((it) => `${SCHEMA} ${it}`);
}

describe.each(kept)('the release of $name', (release) => {
  const name = `r${release.name.replaceAll('-', '')}`;
  let before: SchemaTally['tables'];
  let ownerUrl: string;
  let upgraded: Installation;
  let database: Database;
  const said: string[] = [];
  const start = (): Promise<Installation> => openUpgraded({ ownerUrl, folder: openDataFolder(env(name)), env: {}, say: ({ en }) => said.push(en) });
  beforeAll(async () => {
    before = tablesOf((await readThrough(release.file, null)).schemas);
    ownerUrl = await asItWas(release, name, await itsMigrations(release));
    upgraded = await start();
    database = openDatabase(upgraded.appUrl, 2);
  });
  afterAll(() => database.end());

  it('is saved first, then brought to the schema and the rights of a new one; every row is there, and the next start does nothing', async () => {
    const ran = await waiting(release);
    expect(upgraded.migrated).toEqual(ran);
    const backups = ran.length === 0 ? [] : readdirSync(join(openDataFolder(env(name)).path, 'backups'));
    expect(said).toEqual(backups.map((it) => expect.stringContaining(it)));
    expect(said).toHaveLength(ran.length === 0 ? 0 : 1);
    for (const it of backups) expect(tablesOf((await readThrough(join(env(name)['DATA_DIR'] ?? '', 'backups', it), null)).schemas).filter(({ table }) => table !== 'migration')).toEqual(before.filter(({ table }) => table !== 'migration'));
    expect(await schemaNow(ownerUrl)).toBe(schemaKept);

    const changed = touched(ran);
    const after = new Map((await saved(ownerUrl, `${name}-after`)).map((it) => [it.table, it]));
    // That it was saved stands in the trail.
    const traced = (table: string): number => (table === 'audit_entry' ? backups.length : 0);
    for (const it of before.filter(({ table }) => table !== 'migration')) {
      expect(after.get(it.table)?.rows, it.table).toBe(it.rows + traced(it.table));
      if (!changed.has(it.table) && traced(it.table) === 0) expect(after.get(it.table)?.sha256, it.table).toBe(it.sha256);
    }
    expect((await start()).migrated).toEqual([]);
    expect(said).toHaveLength(backups.length);
  });

  it('says of its members, its months and its branches what it said before, but where it was decided otherwise', async () => {
    await makeBureaus({ installation: upgraded, database, clock: () => new Date(release.at), reactions, demo: false });
    await renewAllNameKeys(database, [BUREAU], () => false);
    await projected(database, release.at);
    const { ask } = await served(database, release.at, 'ganshi');
    const now = await asked(ask, release.years, release.periods);
    expect(differences(release.said, now)).toEqual(release.since.map(({ at, from, to }) => ({ at, from, to })));
  });

  it('records a session and counts it, as the application may', async () => {
    const { ask, write } = await served(database, release.at, 'neiqin');
    const { organisation } = (await ask('/branch-desk')) as { organisation: { id: string } };
    const day = release.at.slice(0, 10);
    const recorded = await write(`/organisations/${organisation.id}/session-records`, {
      arranged: null, activities: ['mondayStudy'], contents: [], topic: '升级后的第一次活动', period: day.slice(0, 7), reason: '', sittings: [{ day, from: '06:00', to: '07:00', place: '会议室' }],
      host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [], lecturer: '', material: '', otherAttendees: '', agenda: [], resolutions: [], discussion: '', marks: [], allPresent: true,
    });
    expect(recorded).toMatchObject({ version: 1 });
  });
});

describe('an upgrade', () => {
  const start = (name: string): Promise<Installation> => openUpgraded({ ownerUrl: urlOfDatabase(server.ownerUrl, name), folder: openDataFolder(env(name)), env: { ZHIBU_UPGRADE_BACKUP: '0' }, say: () => {} });
  const here = (name: string, query: string): Promise<Record<string, unknown>[]> =>
    withConnection(urlOfDatabase(server.ownerUrl, name), async (client) => (await client.query<Record<string, unknown>>(query)).rows);

  // The way is the same for all of them, and the longest for the oldest.
  it('comes by the command out of the backup of the oldest as it does by a start', async () => {
    await empty('restored');
    const written = { out: '', error: '' };
    const code = await run(['restore', oldest.file, '--lang', 'en'], { out: (text) => { written.out += text; }, error: (text) => { written.error += text; }, today: '2026-11-27', env: env('restored') });
    expect({ code, error: written.error }).toEqual({ code: 0, error: '' });
    expect(written.out).toContain('The same: rows and digests');
    for (const it of await waiting(oldest)) expect(written.out).toContain(it);
    expect(await schemaNow(urlOfDatabase(server.ownerUrl, 'restored'))).toBe(schemaKept);
  });

  it('that is killed in the middle of a migration leaves the state before that one, and the next start goes on from there', async () => {
    const ownerUrl = await asItWas(oldest, 'killed', await itsMigrations(oldest));
    const applied = (): Promise<Record<string, unknown>[]> => here('killed', `SELECT name FROM ${SCHEMA}.migration WHERE number > 0 ORDER BY number DESC LIMIT 1`);
    const inTheWay = await withConnection(ownerUrl, async (reader) => {
      // The migration has made its tables when it wants this one for itself alone.
      await reader.query(`BEGIN; LOCK TABLE ${SCHEMA}.ledger_entry IN ACCESS SHARE MODE`);
      const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/migrate.ts'], { env: { ...process.env, ...env('killed'), ZHIBU_UPGRADE_BACKUP: '0' }, stdio: 'ignore' });
      const ended = once(child, 'exit');
      await expect.poll(() => here('killed', "SELECT 1 FROM pg_locks WHERE relation = 'bureau_own.ledger_entry'::regclass AND NOT granted"), { timeout: 100_000 }).toHaveLength(1);
      child.kill('SIGKILL');
      return await ended;
    });
    expect(inTheWay).toEqual([null, 'SIGKILL']);
    const ran = (await start('killed')).migrated;
    expect(ran[0]).toBe(`${SCHEMA} 0080-registers.sql`);
    expect(await applied()).toEqual([{ name: ran.at(-1)?.slice(SCHEMA.length + 1) }]);
    expect(await schemaNow(ownerUrl)).toBe(schemaKept);
    expect((await start('killed')).migrated).toEqual([]);
  });

  it('is refused in words where the database comes from a newer release, and nothing is saved or changed', async () => {
    await here('killed', `INSERT INTO ${SCHEMA}.migration (number, name, checksum) VALUES (9999, '9999-of-tomorrow.sql', 'unknown')`);
    const said: string[] = [];
    const refused = await openUpgraded({ ownerUrl: urlOfDatabase(server.ownerUrl, 'killed'), folder: openDataFolder(env('killed')), env: {}, say: ({ en }) => said.push(en) }).catch((fault: unknown) => fault);
    expect(refused).toBeInstanceOf(StartRefusal);
    expect(String(refused)).toMatch(/已由更新版本的程序升级至 9999-of-tomorrow\.sql[^]*Install that release or a newer one/);
    expect([said, readdirSync(openDataFolder(env('killed')).path)]).toEqual([[], []]);
  });
});

/** Each number that is another one now, or is there on one side only, by its path. */
function differences(before: unknown, now: unknown, at = ''): { at: string; from: unknown; to: unknown }[] {
  if (typeof before === 'object' && before !== null && typeof now === 'object' && now !== null) {
    const [one, other] = [before, now] as [Record<string, unknown>, Record<string, unknown>];
    return Object.keys(one).flatMap((key) => differences(one[key], other[key], at === '' ? key : `${at}/${key}`));
  }
  return before === now ? [] : [{ at, from: before, to: now ?? null }];
}
