import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import { reactions } from '#server/app.ts';
import { underLock, urlOfDatabase, withConnection } from '#server/platform/connection.ts';
import type { Database } from '#server/platform/database.ts';
import { perform } from '#server/platform/perform.ts';
import { identifier } from '#server/platform/sql.ts';
import { putIntoForce } from '#server/schemes/put-into-force.ts';
import { founder, writeCast, type Cast } from './cast.ts';
import { testDatabase, type TestDatabase } from './database.ts';

export type Furnishing = 'sample' | 'none';

interface Furnished {
  readonly source: TestDatabase;
  readonly cast: Cast;
}

/** Any number that nothing else of the server locks. */
const LOCK = 20_261_127;

/**
 * A database whose bureau `alpha` has the cast and, as `sample`, the sample scheme in force since January. They are written
 * once in a run, by whichever file needs them first, and cloned by all; the cast stands beside them as the comment of that
 * database. A planted fault may lie in what writes them, so with one on they are written anew.
 */
export async function furnishedDatabase(scheme: Furnishing): Promise<Furnished> {
  if (process.env['ZHIBU_FAULT']) {
    const source = await testDatabase();
    return { source, cast: await furnish(source.database, scheme) };
  }
  const { name, cast } = await pattern(scheme);
  return { source: await testDatabase(name), cast };
}

async function pattern(scheme: Furnishing): Promise<{ name: string; cast: Cast }> {
  const name = `${inject('rolePrefix')}_${scheme}`;
  return withConnection(urlOfDatabase(inject('templateUrl'), 'postgres'), (client) => underLock(client, LOCK, async () => {
    const { rows: [kept] } = await client.query<{ cast: string | null }>(`SELECT shobj_description(oid, 'pg_database') AS cast FROM pg_database WHERE datname = $1`, [name]);
    if (kept?.cast) return { name, cast: JSON.parse(kept.cast) as Cast };
    const source = await testDatabase();
    const cast = await furnish(source.database, scheme);
    await source.database.end();
    const from = identifier(new URL(source.ownerUrl).pathname.slice(1)).text;
    await client.query(`ALTER DATABASE ${from} RENAME TO ${identifier(name).text}`);
    await client.query(`COMMENT ON DATABASE ${identifier(name).text} IS '${JSON.stringify(cast).replaceAll("'", "''")}'`);
    return { name, cast };
  }));
}

const furnish = (database: Database, scheme: Furnishing): Promise<Cast> => perform(database, {
  bureau: 'alpha', actor: founder, now: new Date('2026-01-01T08:00:00+08:00'), requestId: randomUUID(), reactions, operation: 'test',
}, async (call) => {
  const cast = await writeCast(call);
  if (scheme === 'sample') await putIntoForce(call, { text: readFileSync('schemes/dezhou.yaml', 'utf8'), from: '2026-01-01' });
  return cast;
});
