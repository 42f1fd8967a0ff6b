import type { DataFolder } from './data-folder.ts';
import { startEmbedded } from './embedded-postgres.ts';
import type { Words } from './start-refusal.ts';

/** The database of this installation, whoever runs it. */
export interface DatabaseSource {
  readonly ownerUrl: string;
  /** Which database it is, for the lines that start prints. */
  readonly words: Words;
  /** Starts a database of our own again where it has ended, and answers whether it had to; of a foreign one nothing is known. */
  revive(): Promise<boolean>;
  /** Ends a database of our own when nobody else works on it; a foreign one is left alone. */
  leave(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables by which other programs name a database: with one of them somebody did not mean our own. */
const MISTAKEN = ['DATABASE_URI', 'DATABASEURL', 'DB_URL', 'DB_HOST', 'POSTGRES_URL', 'POSTGRESQL_URL', 'PG_URL', 'PGHOST', 'PGDATABASE'];

/** `DATABASE_URL`, or the PostgreSQL that we bring, in the data folder. */
export async function findDatabase(folder: DataFolder, env: Environment = process.env): Promise<DatabaseSource> {
  const given = env['DATABASE_URL'];
  if (given) {
    const words = { zh: '使用 DATABASE_URL 指定的数据库', en: 'Using the database of DATABASE_URL' };
    return { ownerUrl: given, words, revive: async () => false, leave: async () => {} };
  }
  const server = await startEmbedded({ home: folder.path });
  const { version, bin } = server.programs;
  const ignored = ignoredVariables(MISTAKEN.filter((name) => env[name]));
  return {
    ownerUrl: server.ownerUrl,
    words: {
      zh: `使用自带的数据库 PostgreSQL ${version}（${bin}）${server.adopted ? '，已在运行' : ''}${ignored.zh}`,
      en: `Using our own PostgreSQL ${version} (${bin})${server.adopted ? ', which was already running' : ''}${ignored.en}`,
    },
    revive: () => server.revive(),
    leave: () => server.leave(),
  };
}

function ignoredVariables(names: readonly string[]): Words {
  if (names.length === 0) return { zh: '', en: '' };
  return {
    zh: `。注意：未使用 ${names.join('、')}，要用自己的数据库请设置 DATABASE_URL`,
    en: `. Mind: ${names.join(', ')} is not used; to work on a database of yours set DATABASE_URL`,
  };
}
