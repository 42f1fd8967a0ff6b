import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { inSchema } from './connection.ts';
import { roleNames, withRoleNames } from './roles.ts';
import { identifier } from './sql.ts';
import { StartRefusal } from './start-refusal.ts';

/** Any number, but the same in every release: nodes that start together migrate one after the other. */
const LOCK = 7_170_001;
const GRANTS_FILE = 'grants.sql';

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

/** Holds the lock of migrations on this connection while the work runs. */
export async function underMigrationLock<T>(owner: pg.Client, work: () => Promise<T>): Promise<T> {
  await owner.query('SELECT pg_advisory_lock($1)', [LOCK]);
  try {
    return await work();
  } finally {
    await owner.query('SELECT pg_advisory_unlock($1)', [LOCK]);
  }
}

/**
 * Brings one schema to the state of the folder's files (`0001-….sql` in order, one transaction each, then the grants)
 * and answers those it ran as `schema file`. Files name no schema, so the same ones serve every bureau.
 */
export async function migrateSchema(owner: pg.Client, schema: string, folder: string, rolePrefix: string): Promise<string[]> {
  const known = readdirSync(folder).filter((name) => /^\d{4}-.+\.sql$/.test(name)).toSorted().map((name) => readMigration(folder, name));
  await owner.query(`CREATE SCHEMA IF NOT EXISTS ${identifier(schema).text}`);
  await inSchema(owner, schema, () => owner.query(`CREATE TABLE IF NOT EXISTS migration (
    number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`));
  const applied = await inSchema(owner, schema, () => owner.query<Omit<Migration, 'text'>>('SELECT number, name, checksum FROM migration ORDER BY number'));
  const before = applied.rows.filter((row) => row.number > 0);
  refuseDifference(schema, known, before);
  const fresh = known.slice(before.length);
  for (const migration of fresh) {
    await inSchema(owner, schema, async () => {
      await owner.query(migration.text);
      await owner.query('INSERT INTO migration (number, name, checksum) VALUES ($1, $2, $3)', [migration.number, migration.name, migration.checksum]);
    });
  }
  const granted = applied.rows.find((row) => row.number === 0 && fresh.length === 0)?.checksum;
  await applyGrants(owner, schema, withRoleNames(readMigration(folder, GRANTS_FILE).text, rolePrefix), rolePrefix, granted);
  return fresh.map((migration) => `${schema} ${migration.name}`);
}

/** All rights of our roles are taken back and given anew, so that the file alone says who may do what. */
async function applyGrants(owner: pg.Client, schema: string, wanted: string, rolePrefix: string, granted?: string): Promise<void> {
  const { rowCount: onCitus } = await owner.query("SELECT 1 FROM pg_extension WHERE extname = 'citus'");
  // Citus cannot carry a grant on single columns to its nodes; there the whole table is granted for INSERT.
  const text = onCitus ? wanted.replace(/\bINSERT\s*\([^)]*\)/gi, 'INSERT') : wanted;
  const checksum = checksumOf(text);
  if (checksum === granted) return;
  const [place, roles] = [identifier(schema).text, roleNames(rolePrefix).join(', ')];
  await inSchema(owner, schema, async () => {
    for (const kind of ['TABLES', 'SEQUENCES']) await owner.query(`REVOKE ALL ON ALL ${kind} IN SCHEMA ${place} FROM PUBLIC, ${roles}`);
    await owner.query(`GRANT USAGE ON SCHEMA ${place} TO ${roles}`);
    await owner.query(text);
    await owner.query(`INSERT INTO migration (number, name, checksum) VALUES (0, $1, $2)
      ON CONFLICT (number) DO UPDATE SET checksum = $2, applied_at = now()`, [GRANTS_FILE, checksum]);
  });
}

function readMigration(folder: string, name: string): Migration {
  const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
  return { number: Number.parseInt(name, 10), name, text, checksum: checksumOf(text) };
}

const checksumOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function refuseDifference(schema: string, known: readonly Migration[], applied: readonly Omit<Migration, 'text'>[]): void {
  applied.forEach((row, at) => {
    const file = known[at];
    if (file?.number === row.number && file.checksum === row.checksum) return;
    const newer = !known.some((one) => one.number >= row.number);
    throw new StartRefusal(newer ? {
      zh: `数据库（${schema}）已由更新版本的程序升级至 ${row.name}，本版本不认识。请安装与之相应或更新的版本。`,
      en: `The database (${schema}) was brought to ${row.name} by a newer release, which this one does not know. Install that release or a newer one.`,
    } : {
      zh: `迁移文件 ${row.name} 与数据库（${schema}）中执行过的不一致。已执行的迁移不得修改、插入或删除；请恢复该文件，另写新编号的迁移。`,
      en: `The migration ${row.name} differs from the one that ran in the database (${schema}). A migration that ran is never edited, removed or preceded by a new one; put the file back and write the change under a new number.`,
    });
  });
}
