import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { urlOfDatabase, withConnection } from '#server/platform/connection.ts';
import { openDatabase, type Database } from '#server/platform/database.ts';
import { appUrl } from '#server/platform/roles.ts';
import { TEST_SECRET } from '#test/database-server.ts';

/** A database of one test file's own, migrated, with the empty bureaus `alpha` and `beta`. */
export interface TestDatabase {
  /** As the server has it: the application role, inside a bureau. */
  readonly database: Database;
  /** The owner's address, for what only the owner may see or break. */
  readonly ownerUrl: string;
  readonly appUrl: string;
  drop(): Promise<void>;
}

/** Clones the template; call it in `beforeAll` and `drop()` it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl');
  const template = new URL(templateUrl).pathname.slice(1);
  const name = `${template}_${randomBytes(4).toString('hex')}`;
  const postgres = urlOfDatabase(templateUrl, 'postgres');
  await withConnection(postgres, async (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const ownerUrl = urlOfDatabase(templateUrl, name);
  const database = openDatabase(appUrl(ownerUrl, TEST_SECRET), 4);
  return {
    database,
    ownerUrl,
    appUrl: appUrl(ownerUrl, TEST_SECRET),
    drop: async () => {
      await database.end();
      await withConnection(postgres, async (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}
