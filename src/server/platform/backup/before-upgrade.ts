import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inSchema, reachable, withConnection } from '#server/platform/connection.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { bureauSchema, INSTALLATION_SCHEMA } from '#server/platform/database.ts';
import { readMigrations } from '#server/platform/migration-files.ts';
import { takeBackup, type BackupChoice, type BackupTaken } from './take-backup.ts';

export type UpgradeChoice = Pick<BackupChoice, 'ownerUrl' | 'product' | 'now' | 'totals'> & {
  /** The data folder; the backup goes into its folder `backups`. */
  readonly home: string;
  /** Holds the folders `installation` and `bureau`. */
  readonly migrations?: string;
};

/**
 * A migration cannot be undone, so what an own bureau holds is saved before the first one runs. Null where nothing is to be
 * migrated, or nothing but invented data is there. It is not encrypted: it lies beside the database, as readable as that.
 * @throws StartRefusal when it cannot be written; then nothing was migrated.
 */
export async function backUpBeforeUpgrade({ home, migrations, ...choice }: UpgradeChoice): Promise<(BackupTaken & { readonly file: string }) | null> {
  await reachable(choice.ownerUrl);
  if (!(await isOldWithOwnBureau(choice.ownerUrl, migrations ?? join(checkoutFolder(), 'migrations')))) return null;
  const folder = join(home, 'backups');
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  const file = join(folder, `before-${choice.product}-${choice.now.toISOString().replaceAll(/[:.]/g, '-')}.zhibu`);
  return { ...await takeBackup({ ...choice, file, passphrase: null, secret: null }), file };
}

/** Whether the database holds a bureau that is no demo, and a schema that lacks a migration of ours. */
const isOldWithOwnBureau = (ownerUrl: string, folder: string): Promise<boolean> => withConnection(ownerUrl, async (client) => {
  const { rows: schemas } = await client.query('SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = $2', [INSTALLATION_SCHEMA, 'bureau']);
  if (schemas.length === 0) return false;
  const { rows: bureaus } = await inSchema(client, INSTALLATION_SCHEMA, () => client.query<{ code: string; kind: string }>('SELECT code, kind FROM bureau'));
  if (!bureaus.some(({ kind }) => kind === 'own')) return false;
  const lacks = (schema: string, kind: string): Promise<boolean> => inSchema(client, schema, async () => {
    const { rows } = await client.query<{ number: number }>('SELECT number FROM migration');
    return readMigrations(join(folder, kind)).some((file) => !rows.some(({ number }) => number === file.number));
  });
  for (const { code } of bureaus) if (await lacks(bureauSchema(code), 'bureau')) return true;
  return lacks(INSTALLATION_SCHEMA, 'installation');
});
