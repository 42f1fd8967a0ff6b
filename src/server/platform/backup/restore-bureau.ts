import { join } from 'node:path';
import type pg from 'pg';
import { inSchema, reachable, shownUrl, underLock, withConnection } from '#server/platform/connection.ts';
import { copyIn } from '#server/platform/copy.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { bureauSchema, INSTALLATION_SCHEMA } from '#server/platform/database.ts';
import { openInstallation } from '#server/platform/installation.ts';
import { MIGRATION_LOCK } from '#server/platform/migrations.ts';
import { bureauThere, bureauUnknown, noInstallation } from './backup-refusals.ts';
import { readThrough, type Manifest, type Reader, type SchemaTally } from './content.ts';
import { schemaLoader } from './load-schema.ts';
import { inOne, type RestoreChoice, type Restored } from './restore-backup.ts';
import { copyInto, enterSchema } from './tables.ts';

/**
 * Brings one bureau of a backup into an installation that does not have it: its schema, and of the shared tables its own row, in
 * one transaction and compared like a whole restore. The other bureaus go on meanwhile. The caller has read the file through.
 * @throws StartRefusal, and then nothing of the bureau stays.
 */
export async function restoreBureau(choice: RestoreChoice, code: string): Promise<Restored> {
  const { ownerUrl, secret, file, passphrase, totals, rolePrefix, losable } = choice;
  const folder = choice.migrations ?? join(checkoutFolder(), 'migrations');
  const opening = { ownerUrl, secret, migrations: folder, ...(rolePrefix === undefined ? {} : { rolePrefix }), ...(losable === undefined ? {} : { losable }) };
  await reachable(ownerUrl);
  await withConnection(ownerUrl, (client) => refuseUnfit(client, code, ownerUrl));
  // Those that are there are brought to this release first, as at any start, or refused for being newer.
  await openInstallation(opening);
  const { backup, found } = await withConnection(ownerUrl, (client) => underLock(client, MIGRATION_LOCK, async () => {
    await refuseUnfit(client, code, ownerUrl);
    return inOne(client, async () => {
      const found: SchemaTally[] = [];
      const ofBureau = schemaLoader(client, folder, totals, found);
      return { backup: await readThrough(file, passphrase, bySchema({ [bureauSchema(code)]: ofBureau, [INSTALLATION_SCHEMA]: ownRow(client, code) })), found };
    });
  }));
  return { backup, found, installation: await openInstallation(opening) };
}

/** @throws StartRefusal when the backup holds no bureau of this code. */
export function refuseUnknownBureau({ bureaus }: Manifest, code: string): void {
  if (!bureaus.some((it) => it.code === code)) throw bureauUnknown(code, bureaus.map((it) => it.code));
}

async function refuseUnfit(client: pg.Client, code: string, ownerUrl: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT nspname AS name FROM pg_namespace WHERE nspname = ANY($1)', [[INSTALLATION_SCHEMA, bureauSchema(code)]]);
  if (rows.some(({ name }) => name === bureauSchema(code))) throw bureauThere(code);
  if (rows.length === 0) throw noInstallation(shownUrl(ownerUrl));
  const { rowCount } = await inSchema(client, INSTALLATION_SCHEMA, () => client.query('SELECT 1 FROM bureau WHERE code = $1', [code]));
  if (rowCount) throw bureauThere(code);
}

/** Gives each schema of a backup to its reader; of those without one the rows are only counted. */
function bySchema(readers: Readonly<Record<string, Required<Reader>>>): Reader {
  let reader: Required<Reader> | undefined;
  return {
    begin: async (schema) => {
      reader = readers[schema.schema];
      await reader?.begin(schema);
    },
    rows: async (table, columns, rows) => {
      if (reader) await reader.rows(table, columns, rows);
      else for await (const _ of rows);
    },
    end: async (tally, end) => reader?.end(tally, end),
  };
}

const KEPT = 'bureau_of_backup';

/** The row of the bureau among the shared tables; it may be of an older shape, so it passes through a table of its own. */
const ownRow = (client: pg.Client, code: string): Required<Reader> => {
  let columns: readonly string[] = [];
  return {
    begin: async () => {
      await enterSchema(client, INSTALLATION_SCHEMA);
      await client.query(`CREATE TABLE ${KEPT} (LIKE bureau)`);
    },
    rows: async (table, those, rows) => {
      if (table === 'bureau') await copyIn(client, copyInto(KEPT, (columns = those)), rows);
      else for await (const _ of rows);
    },
    end: async () => {
      const names = columns.join(', ');
      await client.query(`INSERT INTO bureau (${names}) SELECT ${names} FROM ${KEPT} WHERE code = $1`, [code]);
      await client.query(`DROP TABLE ${KEPT}`);
    },
  };
};
