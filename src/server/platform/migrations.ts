import type pg from 'pg';
import { inSchema } from './connection.ts';
import { checksumOf, readMigration, readMigrations, refuseDifference, type Applied } from './migration-files.ts';
import { roleNames, withRoleNames } from './roles.ts';
import { identifier } from './sql.ts';

/** Any number, but the same in every release: nodes that start together migrate one after the other. */
export const MIGRATION_LOCK = 7_170_001;

/** What ran in a schema, in that schema. */
export const MIGRATION_TABLE = `CREATE TABLE IF NOT EXISTS migration (
  number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`;

/** The grants stand among the applied files under a number that no migration has. */
const GRANTS_NUMBER = 0;
const GRANTS_FILE = 'grants.sql';

/**
 * Brings one schema to the state of the folder's files (`0001-….sql` in order, one transaction each, then the grants)
 * and answers those it ran as `schema file`. Files name no schema, so the same ones serve every bureau. The caller
 * holds {@link MIGRATION_LOCK}.
 */
export async function migrateSchema(owner: pg.Client, schema: string, folder: string, rolePrefix: string): Promise<string[]> {
  const known = readMigrations(folder);
  await owner.query(`CREATE SCHEMA IF NOT EXISTS ${identifier(schema).text}`);
  const applied = await inSchema(owner, schema, () => readApplied(owner));
  refuseDifference(schema, known, applied.filter((row) => row.number !== GRANTS_NUMBER));
  const fresh = known.filter((file) => !applied.some((row) => row.number === file.number));
  for (const migration of fresh) {
    await inSchema(owner, schema, async () => {
      await owner.query(migration.text);
      await noteApplied(owner, migration);
      // A table that it made again has no rights: whoever is killed before they are given leaves it said that they are missing.
      await owner.query('DELETE FROM migration WHERE number = $1', [GRANTS_NUMBER]);
    });
  }
  const granted = applied.find((row) => row.number === GRANTS_NUMBER && fresh.length === 0)?.checksum;
  await applyGrants(owner, schema, withRoleNames(readMigration(folder, GRANTS_FILE).text, rolePrefix), rolePrefix, granted);
  return fresh.map((migration) => `${schema} ${migration.name}`);
}

/** All rights of our roles are taken back and given anew, so that the file alone says who may do what. */
async function applyGrants(owner: pg.Client, schema: string, wanted: string, rolePrefix: string, granted?: string): Promise<void> {
  const { rowCount: onCitus } = await owner.query("SELECT 1 FROM pg_extension WHERE extname = 'citus'");
  const text = onCitus ? forCitus(wanted) : wanted;
  const checksum = checksumOf(text);
  if (checksum === granted) return;
  const roles = roleNames(rolePrefix).join(', ');
  await inSchema(owner, schema, async () => {
    const place = `SCHEMA ${identifier(schema).text}`;
    for (const kind of ['TABLES', 'SEQUENCES']) await owner.query(`REVOKE ALL ON ALL ${kind} IN ${place} FROM PUBLIC, ${roles}`);
    await owner.query(`GRANT USAGE ON ${place} TO ${roles}`);
    await owner.query(text);
    await owner.query('DELETE FROM migration WHERE number = $1', [GRANTS_NUMBER]);
    await noteApplied(owner, { number: GRANTS_NUMBER, name: GRANTS_FILE, checksum });
  });
}

/** Citus does not carry INSERT on single columns to its nodes; there the whole table is granted. */
export const forCitus = (grants: string): string => grants.replace(/\bINSERT\s*\([^)]*\)/gi, 'INSERT');

async function readApplied(owner: pg.Client): Promise<Applied[]> {
  await owner.query(MIGRATION_TABLE);
  const { rows } = await owner.query<Applied>('SELECT number, name, checksum FROM migration ORDER BY number');
  return rows;
}

async function noteApplied(owner: pg.Client, { number, name, checksum }: Applied): Promise<void> {
  await owner.query('INSERT INTO migration (number, name, checksum) VALUES ($1, $2, $3)', [number, name, checksum]);
}
