import { join } from 'node:path';
import type pg from 'pg';
import { reachable, underLock, withConnection } from '#server/platform/connection.ts';
import { copyIn, copyOut } from '#server/platform/copy.ts';
import { checkoutFolder } from '#server/platform/data-folder.ts';
import { INSTALLATION_SCHEMA } from '#server/platform/database.ts';
import { checkDurability } from '#server/platform/durability.ts';
import { openInstallation, refuseWithoutCreate, type Installation } from '#server/platform/installation.ts';
import { readMigrations } from '#server/platform/migration-files.ts';
import { MIGRATION_LOCK, MIGRATION_TABLE } from '#server/platform/migrations.ts';
import { appRoleLogsIn, ensureRoles, ROLE_PREFIX, roleUrl } from '#server/platform/roles.ts';
import { identifier, type Sql } from '#server/platform/sql.ts';
import { differs, newerSchema, notEmpty } from './backup-refusals.ts';
import { readThrough, tallying, type BackupTally, type EndOfSchema, type Manifest, type SchemaTally, type TableTally } from './content.ts';
import { copyInto, copyOutOf, enterSchema, SAME_TEXT, sequencesHere, setSequence, tablesHere } from './tables.ts';
import { totalsHere } from './take-backup.ts';

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
    await client.query(`BEGIN; ${SAME_TEXT}`);
    try {
      const loaded = await load(client, choice, folder);
      await client.query('COMMIT');
      return loaded;
    } catch (fault) {
      await client.query('ROLLBACK');
      throw fault;
    }
  }));
  return { backup, found, installation: await openInstallation({ ownerUrl, secret, rolePrefix, losable, migrations: folder }) };
}

async function refuseFilled(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>("SELECT nspname AS name FROM pg_namespace WHERE nspname = $1 OR nspname LIKE 'bureau\\_%' ORDER BY 1", [INSTALLATION_SCHEMA]);
  if (rows.length > 0) throw notEmpty(rows.map(({ name }) => name));
}

async function load(client: pg.Client, choice: RestoreChoice, folder: string): Promise<{ backup: BackupTally; found: SchemaTally[] }> {
  const found: SchemaTally[] = [];
  let links: readonly Link[] = [];
  const backup = await readThrough(choice.file, choice.passphrase, {
    begin: async ({ schema, migrations }) => {
      await makeSchema(client, schema, join(folder, schema === INSTALLATION_SCHEMA ? 'installation' : 'bureau'), migrations.length);
      links = await takeOff(client);
    },
    rows: (table, columns, rows) => copyIn(client, copyInto(table, columns), rows),
    end: async (tally, end) => {
      await putOn(client, links);
      found.push(await compared(client, choice.totals, tally, end));
      // Rights are not in the file: the next start finds them missing and gives them.
      await client.query('DELETE FROM migration WHERE number = 0');
    },
  });
  return { backup, found };
}

/** Refuses a backup whose schema is not the beginning of what our migrations come to. */
export function refuseNewer({ schemas }: Manifest, folder = join(checkoutFolder(), 'migrations')): void {
  for (const { schema, migrations } of schemas) {
    const known = readMigrations(join(folder, schema === INSTALLATION_SCHEMA ? 'installation' : 'bureau'));
    const strange = migrations.find((it, at) => known[at]?.checksum !== it.checksum);
    if (strange) throw newerSchema(schema, strange.name);
  }
}

async function makeSchema(client: pg.Client, schema: string, folder: string, count: number): Promise<void> {
  await client.query(`CREATE SCHEMA ${identifier(schema).text}`);
  await enterSchema(client, schema);
  await client.query(MIGRATION_TABLE);
  for (const { text } of readMigrations(folder).slice(0, count)) await client.query(text);
  // Rows that a migration brings are in the backup too, as they were then.
  await client.query(`TRUNCATE ${(await tablesHere(client)).map(({ name }) => identifier(name).text).join(', ')}`);
}

interface Link {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

const LINKS = `
  SELECT c.relname AS table, k.conname AS name, pg_get_constraintdef(k.oid) AS definition
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
   WHERE k.connamespace = current_schema()::regnamespace AND k.contype = 'f' ORDER BY c.relname, k.conname`;

/** Tables come by name and not by who points at whom, so the links are taken off and put on again, where all rows are proven. */
async function takeOff(client: pg.Client): Promise<readonly Link[]> {
  const { rows: links } = await client.query<Link>(LINKS);
  for (const { table, name } of links) await client.query(`ALTER TABLE ${identifier(table).text} DROP CONSTRAINT ${identifier(name).text}`);
  return links;
}

async function putOn(client: pg.Client, links: readonly Link[]): Promise<void> {
  for (const { table, name, definition } of links) {
    await client.query(`ALTER TABLE ${identifier(table).text} ADD CONSTRAINT ${identifier(name).text} ${definition}`);
  }
}

/** Reckons every table, sequence and total anew from the target. @throws StartRefusal when one differs. */
async function compared(client: pg.Client, totals: Sql, wanted: SchemaTally, { sequences }: EndOfSchema): Promise<SchemaTally> {
  const { schema } = wanted;
  for (const sequence of sequences) await setSequence(client, sequence);
  const tables: TableTally[] = [];
  for (const table of await tablesHere(client)) {
    const counted = tallying(copyOut(client, copyOutOf(table)));
    for await (const _ of counted.rows);
    tables.push({ table: table.name, ...counted.tally() });
  }
  const found: SchemaTally = { schema, tables, totals: schema === INSTALLATION_SCHEMA ? {} : await totalsHere(client, totals) };
  const other = difference(wanted, found);
  if (other !== undefined) throw differs(`${schema} ${other}`);
  if (JSON.stringify(await sequencesHere(client)) !== JSON.stringify(sequences)) throw differs(`${schema} sequences`);
  return found;
}

/** The first thing that is not the same. */
function difference(wanted: SchemaTally, found: SchemaTally): string | undefined {
  const names = [...new Set([...wanted.tables, ...found.tables].map(({ table }) => table))];
  const of = (tally: SchemaTally, name: string): string => JSON.stringify(tally.tables.find(({ table }) => table === name));
  return names.find((name) => of(wanted, name) !== of(found, name)) ?? Object.keys(wanted.totals).find((name) => wanted.totals[name] !== found.totals[name]);
}
