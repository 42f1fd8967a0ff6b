import { join } from 'node:path';
import type pg from 'pg';
import { reachable, withConnection } from '#server/platform/connection.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { bureauSchema, INSTALLATION_SCHEMA } from '#server/platform/database.ts';
import { checkDurability } from '#server/platform/durability.ts';
import { readMigrations, refuseDifference, type Applied } from '#server/platform/migration-files.ts';
import { appRoleLogsIn, refuseMighty, roleUrl } from '#server/platform/roles.ts';
import { identifier } from '#server/platform/sql.ts';
import { examining, ok, warn, type Finding } from './finding.ts';

export interface ExaminedDatabase {
  readonly ownerUrl: string;
  readonly secret: string;
  readonly rolePrefix: string;
}

const databaseWords = { zh: '数据库', en: 'Database' };
const durabilityWords = { zh: '数据库设置', en: 'Database settings' };
const migrationWords = { zh: '数据库升级', en: 'Migrations' };
const roleWords = { zh: '数据库角色', en: 'Database roles' };

/**
 * Version, settings, migrations and roles, as owner and as the application; nothing is made or changed. Answers as well whether
 * the application gets in, so that somebody can look further.
 */
export async function examineDatabase({ ownerUrl, secret, rolePrefix }: ExaminedDatabase): Promise<{ found: Finding[]; letsIn: boolean }> {
  const version = await examining(databaseWords, async () => {
    await reachable(ownerUrl);
    return [await withConnection(ownerUrl, examineVersion)];
  });
  if (isBroken(version)) return { found: version, letsIn: false };
  const migrations = await examining(migrationWords, () => withConnection(ownerUrl, examineMigrations));
  const roles = await examining(roleWords, async () => {
    await withConnection(ownerUrl, (owner) => refuseMighty(owner, rolePrefix));
    await appRoleLogsIn(ownerUrl, secret, rolePrefix);
    return [ok(roleWords, { zh: '程序以无特权的角色登录。', en: 'The program logs in as a role without special rights.' })];
  });
  const settings = await examining(durabilityWords, async () => {
    const warnings = await withConnection(roleUrl(ownerUrl, secret, 'app', rolePrefix), checkDurability);
    if (warnings.length === 0) return [ok(durabilityWords, { zh: '断电不丢已确认的记录，启用数据校验和，时钟一致。', en: 'A power cut loses nothing acknowledged, checksums are kept, the clocks agree.' })];
    // The sentence already ends with what to do.
    return warnings.map((words) => ({ about: durabilityWords, level: 'warn' as const, says: words, advice: null }));
  });
  return { found: [...version, ...migrations, ...roles, ...settings], letsIn: !isBroken(roles) };
}

const isBroken = (found: readonly Finding[]): boolean => found.some(({ level }) => level === 'fail');

async function examineVersion(client: pg.Client): Promise<Finding> {
  const { rows: [it] } = await client.query<{ version: string; encoding: string; collation: string }>(
    "SELECT current_setting('server_version') AS version, pg_encoding_to_char(encoding) AS encoding, datcollate AS collation FROM pg_database WHERE datname = current_database()");
  const text = `PostgreSQL ${it?.version ?? '?'}, ${it?.encoding ?? '?'}, ${it?.collation ?? '?'}`;
  return ok(databaseWords, { zh: text, en: text });
}

async function examineMigrations(client: pg.Client): Promise<Finding[]> {
  const { rows: known } = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [INSTALLATION_SCHEMA]);
  if (known.length === 0) return [warn(migrationWords, { zh: '数据库还是空的。', en: 'The database is empty.' }, { zh: '首次启动时建立。', en: 'The first start fills it.' })];
  const { rows: bureaus } = await client.query<{ code: string }>(`SELECT code FROM ${identifier(INSTALLATION_SCHEMA).text}.bureau ORDER BY code`);
  let pending = 0;
  for (const schema of [INSTALLATION_SCHEMA, ...bureaus.map(({ code }) => bureauSchema(code))]) {
    const files = readMigrations(join(checkoutFolder(), 'migrations', schema === INSTALLATION_SCHEMA ? 'installation' : 'bureau'));
    const { rows } = await client.query<Applied>(`SELECT number, name, checksum FROM ${identifier(schema).text}.migration WHERE number > 0 ORDER BY number`);
    refuseDifference(schema, files, rows);
    pending += files.length - rows.length;
  }
  if (pending === 0) return [ok(migrationWords, { zh: `与本程序一致（${bureaus.length} 个单位）。`, en: `As this release wants it, in ${bureaus.length} ${bureaus.length === 1 ? 'bureau' : 'bureaus'}.` })];
  return [warn(migrationWords, { zh: `下次启动将执行 ${pending} 个升级步骤。`, en: `The next start carries out ${pending} ${pending === 1 ? 'migration' : 'migrations'}.` }, { zh: '请先备份，再重新启动。', en: 'Back up first, then restart.' })];
}
