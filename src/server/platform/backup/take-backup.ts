import type pg from 'pg';
import { reachable, shownUrl, underLock, withConnection } from '#server/platform/connection.ts';
import { copyOut } from '#server/platform/copy.ts';
import { bureauSchema, INSTALLATION_SCHEMA } from '#server/platform/database.ts';
import { MIGRATION_LOCK } from '#server/platform/migrations.ts';
import { identifier, type Sql } from '#server/platform/sql.ts';
import { writeBackupFile, type Written } from './backup-file.ts';
import { nothingToBackUp } from './backup-refusals.ts';
import { tallying, type EndOfSchema, type Manifest, type SchemaTally, type TableTally } from './content.ts';
import type { BackupRecord } from './records.ts';
import { copyOutOf, enterSchema, SAME_TEXT, sequencesHere, tablesHere, type Table } from './tables.ts';

export interface BackupChoice {
  readonly ownerUrl: string;
  readonly file: string;
  readonly passphrase: string | null;
  /** Put into the file, which then must be encrypted; null leaves it out. */
  readonly secret: string | null;
  readonly product: string;
  readonly now: Date;
  /** One row of numbers by which people recognise a bureau. */
  readonly totals: Sql;
}

export interface BackupTaken {
  readonly written: Written;
  readonly manifest: Manifest;
  readonly schemas: readonly SchemaTally[];
}

/** Everything of an installation in one file, as of one moment, while the server goes on. @throws StartRefusal */
export async function takeBackup(choice: BackupChoice): Promise<BackupTaken> {
  if (choice.secret !== null && choice.passphrase === null) throw new Error('a secret leaves only encrypted');
  await reachable(choice.ownerUrl);
  return withConnection(choice.ownerUrl, async (client) => {
    const taking = await beginSnapshot(client, choice);
    const schemas: SchemaTally[] = [];
    const about = { product: choice.product, at: choice.now.toISOString(), passphrase: choice.passphrase };
    const written = await writeBackupFile(choice.file, about, contentOf(client, choice, taking, schemas));
    await client.query('COMMIT');
    return { written, manifest: taking.manifest, schemas };
  });
}

interface Taking {
  readonly manifest: Manifest;
  readonly tables: ReadonlyMap<string, readonly Table[]>;
}

type BureauSaid = Manifest['bureaus'][number];

/**
 * One snapshot for all tables. Each is locked against changes of its shape, and that no migration comes between the look
 * at the tables and the locks is what the lock of migrations is held for, no longer.
 */
const beginSnapshot = (client: pg.Client, choice: BackupChoice): Promise<Taking> => underLock(client, MIGRATION_LOCK, async () => {
  await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${SAME_TEXT}`);
  const { rows: known } = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [INSTALLATION_SCHEMA]);
  if (known.length === 0) throw nothingToBackUp(shownUrl(choice.ownerUrl));
  await enterSchema(client, INSTALLATION_SCHEMA);
  const { rows: founded } = await client.query<BureauSaid>('SELECT code, name_zh AS zh, name_en AS en, kind FROM bureau ORDER BY created_at, code');
  const { rows: [server] } = await client.query<{ server_version: string }>('SHOW server_version');
  const schemas: Manifest['schemas'] = [];
  const tables = new Map<string, readonly Table[]>();
  const bureaus: BureauSaid[] = [];
  for (const bureau of [undefined, ...founded]) {
    const schema = bureau ? bureauSchema(bureau.code) : INSTALLATION_SCHEMA;
    await enterSchema(client, schema);
    const here = await tablesHere(client);
    await client.query(`LOCK TABLE ${here.map(({ name }) => identifier(name).text).join(', ')} IN ACCESS SHARE MODE`);
    const { rows: migrations } = await client.query('SELECT number, name, checksum FROM migration WHERE number > 0 ORDER BY number');
    schemas.push({ schema, migrations });
    tables.set(schema, here);
    if (bureau) bureaus.push({ ...bureau, ...(here.some(({ name }) => name === 'bureau_name') ? await ownName(client) : {}) });
  }
  return { manifest: { postgres: server?.server_version ?? '?', bureaus, schemas, secret: choice.secret }, tables };
});

/** What the bureau calls itself since it was founded. */
const ownName = async (client: pg.Client): Promise<Partial<BureauSaid>> => (await client.query<Partial<BureauSaid>>('SELECT zh, en FROM bureau_name ORDER BY id DESC LIMIT 1')).rows[0] ?? {};

async function* contentOf(client: pg.Client, choice: BackupChoice, { manifest, tables }: Taking, done: SchemaTally[]): AsyncGenerator<BackupRecord> {
  yield { kind: 'says', value: manifest };
  for (const { schema } of manifest.schemas) {
    await enterSchema(client, schema);
    const tallies: TableTally[] = [];
    for (const table of tables.get(schema) ?? []) {
      yield { kind: 'says', value: { table: table.name, columns: table.columns } };
      const counted = tallying(copyOut(client, copyOutOf(table)));
      for await (const bytes of counted.rows) yield { kind: 'rows', bytes };
      const tally = counted.tally();
      yield { kind: 'says', value: tally };
      tallies.push({ table: table.name, ...tally });
    }
    const totals = schema === INSTALLATION_SCHEMA ? {} : await totalsHere(client, choice.totals);
    yield { kind: 'says', value: { sequences: await sequencesHere(client), totals } satisfies EndOfSchema };
    done.push({ schema, tables: tallies, totals });
  }
}

export async function totalsHere(client: pg.Client, { text, values }: Sql): Promise<Record<string, number>> {
  const { rows: [totals] } = await client.query<Record<string, number>>(text, [...values]);
  return totals ?? {};
}
