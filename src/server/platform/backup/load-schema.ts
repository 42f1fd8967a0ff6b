import { join } from 'node:path';
import type pg from 'pg';
import { copyIn, copyOut } from '#server/platform/copy.ts';
import { INSTALLATION_SCHEMA } from '#server/platform/database.ts';
import { readMigrations } from '#server/platform/migration-files.ts';
import { MIGRATION_TABLE } from '#server/platform/migrations.ts';
import { identifier, type Sql } from '#server/platform/sql.ts';
import { differs } from './backup-refusals.ts';
import { tallying, type EndOfSchema, type Reader, type SchemaTally, type TableTally } from './content.ts';
import { copyInto, copyOutOf, enterSchema, sequencesHere, setSequence, tablesHere } from './tables.ts';
import { totalsHere } from './take-backup.ts';

/**
 * Loads schemas of a backup as they come, in the transaction of the client: each as it was then, its rows, its sequences, the
 * comparison. What each came to is added to `found`.
 * @param folder holds the folders of migrations `installation` and `bureau`.
 * @throws StartRefusal when something differs.
 */
export function schemaLoader(client: pg.Client, folder: string, totals: Sql, found: SchemaTally[]): Required<Reader> {
  let links: readonly Link[] = [];
  return {
    begin: async ({ schema, migrations }) => {
      await makeSchema(client, schema, join(folder, schema === INSTALLATION_SCHEMA ? 'installation' : 'bureau'), migrations.length);
      links = await takeOff(client);
    },
    rows: (table, columns, rows) => copyIn(client, copyInto(table, columns), rows),
    end: async (tally, end) => {
      await putOn(client, links);
      found.push(await compared(client, totals, tally, end));
      // Rights are not in the file: the next start finds them missing and gives them.
      await client.query('DELETE FROM migration WHERE number = 0');
    },
  };
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
