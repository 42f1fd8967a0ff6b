import { randomBytes } from 'node:crypto';
import { urlOfDatabase, withConnection } from '#server/platform/connection.ts';
import { openInstallation } from '#server/platform/installation.ts';
import { roleNames } from '#server/platform/roles.ts';
import { throwAwayServer } from '#test/throw-away-server.ts';
import type { TestProject } from 'vitest/node';

/** Guards nothing: the roles of a run are dropped with its databases. */
export const TEST_SECRET = 'the secret of tests';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the template database. */
    templateUrl: string;
    /** Begins the names of the run's databases and roles. */
    rolePrefix: string;
  }
}

/** Runs once before all test files: a server, and a template database with the empty bureaus `alpha` and `beta`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL'] || undefined;
  const server = given ? undefined : await throwAwayServer(process.env['ZHIBU_TEST_POSTGRES']);
  const serverUrl = given ?? server?.ownerUrl ?? '';
  const run = `zhibu_test_${randomBytes(4).toString('hex')}`;
  await withConnection(serverUrl, async (client) => client.query(`CREATE DATABASE ${run}`));
  const templateUrl = urlOfDatabase(serverUrl, run);
  const installation = await openInstallation({ ownerUrl: templateUrl, secret: TEST_SECRET, rolePrefix: run, losable: true });
  await installation.createBureau('alpha', { zh: '甲市公安局', en: 'Alpha Bureau' }, 'own');
  await installation.createBureau('beta', { zh: '乙市公安局', en: 'Beta Bureau' }, 'own');
  project.provide('templateUrl', templateUrl);
  project.provide('rolePrefix', run);
  return () => (server ? server.stop() : dropRun(serverUrl, run));
}

/** On a server that was given, nothing of the run stays behind. */
async function dropRun(serverUrl: string, run: string): Promise<void> {
  await withConnection(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname LIKE $1', [`${run}%`]);
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
    for (const role of roleNames(run)) await client.query(`DROP ROLE ${role}`);
  });
}
