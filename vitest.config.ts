import { defineConfig } from 'vitest/config';
import { planted } from './acceptance/dezhou/planted.ts';
import { faults } from './test/blind/faults.ts';
import { plantedFault } from './test/blind/plugin.ts';

/**
 * Loading the product anew for every file was half of the time. Nothing of ours is mocked, and what a module keeps between
 * two files is a cache by the hash of a text. Logs are read and thrown away by the thousand: with more room for what is young,
 * less of it is carried on before it dies.
 */
const loadedOnce = { isolate: false, execArgv: ['--max-semi-space-size=64'] };

/**
 * What needs a database gets one server for the whole run; each file clones a database of its own. The limits only end what
 * hangs: a busy machine may take many times as long as a quiet one, and that is no fault.
 */
const withDatabase = { globalSetup: ['test/database-server.ts'], testTimeout: 120_000, hookTimeout: 120_000 };

/**
 * What can differ from one PostgreSQL to another: migrations, rights, locks, text in and out of a backup, and the SQL of every
 * operation once. The other tests are heard instead, and the other version prepares what they asked (docs/sql.md).
 */
const onEveryVersion = [
  'test/versions.test.ts', 'test/database.test.ts', 'test/schema.test.ts',
  ...['database', 'durability', 'installation', 'migrations', 'roles', 'backup/backup', 'backup/restore-bureau'].map((name) => `src/server/platform/${name}.test.ts`),
  'src/server/facts/*.test.ts', 'src/server/jobs/*.test.ts', 'src/server/orgs/tree-lock-reads.test.ts',
  ...['append-only', 'at-one-moment', 'every-operation', 'read-meanwhile', 'replay', 'storm', 'two-bureaus'].map((name) => `test/laws/${name}.test.ts`),
];

export default defineConfig({
  test: {
    // Two cores are what the smallest machine of ours has; PostgreSQL and the browser want some of them as well.
    maxWorkers: 2,
    projects: [
      { plugins: [plantedFault(faults)], test: { name: 'unit', include: ['src/{domain,web}/**/*.test.{ts,tsx}'], ...loadedOnce } },
      { test: { name: 'house', include: ['test/house/*.test.ts', 'test/house.test.ts'] } },
      { plugins: [plantedFault(faults)], test: { name: 'database', include: ['src/server/**/*.test.ts', 'test/*.test.ts', 'test/laws/*.test.ts'], exclude: ['test/house.test.ts', 'test/versions.test.ts'], ...loadedOnce, ...withDatabase } },
      { test: { name: 'versions', include: onEveryVersion, ...loadedOnce, ...withDatabase } },
      // By itself through `npm run acceptance`, which lays the year out first.
      { plugins: [plantedFault(planted)], test: { name: 'acceptance', include: ['acceptance/**/*.accept.ts'], testTimeout: 120_000 } },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.{test,e2e}.ts'],
          ...loadedOnce,
          ...withDatabase,
          testTimeout: 240_000,
        },
      },
    ],
  },
});
