import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { urlOfDatabase, withConnection } from '#server/platform/connection.ts';
import { openDatabase, type Database } from '#server/platform/database.ts';
import { roleUrl, type Role } from '#server/platform/roles.ts';
import { TEST_SECRET } from '#test/database-server.ts';
import { hearing } from '#test/heard.ts';

/** A database of one test file's own, migrated, with the empty bureaus `alpha` and `beta`. */
export interface TestDatabase {
  /** As the server has it: the application role, inside a bureau. */
  readonly database: Database;
  /** The owner's address, for what only the owner may see or break. */
  readonly ownerUrl: string;
  /** The address as one of the roles, for tests of what a role may do. */
  urlAs(role: Role): string;
  drop(): Promise<void>;
}

/** Clones the template, or another that the run has made; call it in `beforeAll` and `drop()` it in `afterAll`. */
export async function testDatabase(template = inject('rolePrefix')): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl');
  const name = `${inject('rolePrefix')}_${randomBytes(4).toString('hex')}`;
  const postgres = urlOfDatabase(templateUrl, 'postgres');
  await withConnection(postgres, async (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const ownerUrl = urlOfDatabase(templateUrl, name);
  const urlAs = (role: Role): string => roleUrl(ownerUrl, TEST_SECRET, role, inject('rolePrefix'));
  const database = hearing(openDatabase(urlAs('app'), 4));
  return {
    database,
    ownerUrl,
    urlAs,
    drop: async () => {
      await database.end();
      // A database left behind by a busy server goes with the whole run.
      await withConnection(postgres, async (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)).catch(() => {});
    },
  };
}

/** An empty database of the test server, for tests of what start-up does to one. */
export async function emptyDatabase(): Promise<{ readonly ownerUrl: string; drop(): Promise<void> }> {
  const templateUrl = inject('templateUrl');
  const name = `${inject('rolePrefix')}_${randomBytes(4).toString('hex')}`;
  const postgres = urlOfDatabase(templateUrl, 'postgres');
  await withConnection(postgres, async (client) => client.query(`CREATE DATABASE ${name}`));
  return {
    ownerUrl: urlOfDatabase(templateUrl, name),
    drop: () => withConnection(postgres, async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}
