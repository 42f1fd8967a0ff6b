import pg from 'pg';
import { identifier } from './sql.ts';
import { StartRefusal } from './start-refusal.ts';

const CONNECT_MS = 10_000;

/** One connection outside the pool, for what start-up does as owner; rooms go through `Database`. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  // A server that ends while we hold an idle connection must not take the process with it.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Holds an advisory lock of this database on this connection while the work runs. */
export async function underLock<T>(client: pg.Client, lock: number, work: () => Promise<T>): Promise<T> {
  await client.query('SELECT pg_advisory_lock($1)', [lock]);
  try {
    return await work();
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [lock]);
  }
}

/** One transaction in which unqualified names mean this schema. */
export async function inSchema<T>(client: pg.Client, schema: string, work: () => Promise<T>): Promise<T> {
  await client.query(`BEGIN; SET LOCAL search_path = ${identifier(schema).text}, pg_temp`);
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (fault) {
    await client.query('ROLLBACK');
    throw fault;
  }
}

/** The same server and database under another login; the parameters serve addresses without a host (sockets). */
export function urlAs(url: string, role: string, password: string): string {
  const other = new URL(url);
  other.searchParams.delete('user');
  other.searchParams.delete('password');
  if (other.hostname) {
    other.username = role;
    other.password = password;
  } else {
    other.searchParams.set('user', role);
    other.searchParams.set('password', password);
  }
  return other.href;
}

/** The same server under the same login, another database. */
export function urlOfDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** The five-character code of an error that PostgreSQL or the socket reported. */
export const faultCode = (fault: unknown): string | undefined =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;

/** An address without its password, for messages. */
export function shownUrl(url: string): string {
  const shown = new URL(url);
  if (shown.password) shown.password = '***';
  if (shown.searchParams.has('password')) shown.searchParams.set('password', '***');
  return shown.href;
}

/** Turns the failures of a first connection into words with ways out. */
export async function reachable(url: string): Promise<void> {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new StartRefusal({
      zh: 'DATABASE_URL 的写法不对，应为 postgres://账号：口令@主机：端口/库名，口令中的特殊字符须按网址转义。',
      en: 'DATABASE_URL is not written as postgres://login:password@host:port/database, with special characters of the password escaped as in web addresses.',
    });
  }
  try {
    await withConnection(url, async (client) => client.query('SELECT 1'));
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message || faultCode(fault) : String(fault);
    throw new StartRefusal(
      {
        zh: `连接不上数据库 ${shownUrl(url)}（${reason}）。请检查 DATABASE_URL 的地址、账号、口令和库名，以及数据库是否已启动。`,
        en: `The database ${shownUrl(url)} cannot be reached (${reason}). Check host, login, password and database name in DATABASE_URL, and that the server runs.`,
      },
      fault,
    );
  }
}
