import { join } from 'node:path';
import type pg from 'pg';
import { reachable, underLock, withConnection } from '#server/platform/connection.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { INSTALLATION_SCHEMA } from '#server/platform/database.ts';
import { checkDurability } from '#server/platform/durability.ts';
import { openInstallation, refuseWithoutCreate, type Installation } from '#server/platform/installation.ts';
import { readMigrations } from '#server/platform/migration-files.ts';
import { MIGRATION_LOCK } from '#server/platform/migrations.ts';
import { appRoleLogsIn, ensureRoles, ROLE_PREFIX, roleUrl } from '#server/platform/roles.ts';
import type { Sql } from '#server/platform/sql.ts';
import { newerSchema, notEmpty } from './backup-refusals.ts';
import { readThrough, type BackupTally, type Manifest, type SchemaTally } from './content.ts';
import { schemaLoader } from './load-schema.ts';
import { SAME_TEXT } from './tables.ts';

export interface RestoreChoice {
  readonly ownerUrl: string;
  readonly file: string;
  readonly passphrase: string | null;
  readonly secret: string;
  readonly totals: Sql;
  readonly rolePrefix?: string;
  readonly losable?: boolean;
  /** Holds the folders `installation` and `bureau`. */
  readonly migrations?: string;
}

export interface Restored {
  readonly backup: BackupTally;
  /** What the target came to, reckoned from its own tables before anything was committed. */
  readonly found: readonly SchemaTally[];
  readonly installation: Installation;
}

/**
 * Brings a backup into an empty database: the schema as it was then, the rows, the sequences, the comparison, all in one
 * transaction; afterwards newer migrations as at any start. The caller has read the file through before.
 * @throws StartRefusal, and then nothing stays in the target.
 */
export async function restoreBackup(choice: RestoreChoice): Promise<Restored> {
  const { ownerUrl, secret, rolePrefix = ROLE_PREFIX, losable = false } = choice;
  const folder = choice.migrations ?? join(checkoutFolder(), 'migrations');
  await reachable(ownerUrl);
  const { backup, found } = await withConnection(ownerUrl, (client) => underLock(client, MIGRATION_LOCK, async () => {
    await refuseFilled(client);
    await refuseWithoutCreate(client);
    await ensureRoles(client, secret, rolePrefix);
    await appRoleLogsIn(ownerUrl, secret, rolePrefix);
    if (!losable) await withConnection(roleUrl(ownerUrl, secret, 'app', rolePrefix), checkDurability);
    return inOne(client, async () => {
      const found: SchemaTally[] = [];
      return { backup: await readThrough(choice.file, choice.passphrase, schemaLoader(client, folder, choice.totals, found)), found };
    });
  }));
  return { backup, found, installation: await openInstallation({ ownerUrl, secret, rolePrefix, losable, migrations: folder }) };
}

/** One transaction in which values are read and written as a backup has them. */
export async function inOne<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query(`BEGIN; ${SAME_TEXT}`);
  try {
    const done = await work();
    await client.query('COMMIT');
    return done;
  } catch (fault) {
    await client.query('ROLLBACK');
    throw fault;
  }
}

async function refuseFilled(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>("SELECT nspname AS name FROM pg_namespace WHERE nspname = $1 OR nspname LIKE 'bureau\\_%' ORDER BY 1", [INSTALLATION_SCHEMA]);
  if (rows.length > 0) throw notEmpty(rows.map(({ name }) => name));
}

/** Refuses a backup whose schema is not the beginning of what our migrations come to. */
export function refuseNewer({ schemas }: Manifest, folder = join(checkoutFolder(), 'migrations')): void {
  for (const { schema, migrations } of schemas) {
    const known = readMigrations(join(folder, schema === INSTALLATION_SCHEMA ? 'installation' : 'bureau'));
    const strange = migrations.find((it, at) => known[at]?.checksum !== it.checksum);
    if (strange) throw newerSchema(schema, strange.name);
  }
}
