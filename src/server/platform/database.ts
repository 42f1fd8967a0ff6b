import pg from 'pg';
import { isStalePlan, planned } from './planned-statements.ts';
import { identifier, literal, rawSql, sql, type Sql } from './sql.ts';

// One place decides how values of the database look to us: counts and sequences are numbers (they stay far below
// 2^53), civil dates stay the text '2026-11-16', because a Date would drag a time zone into a birthday.
const OID_INT8 = 20;
const OID_DATE = 1082;
pg.types.setTypeParser(OID_INT8, Number);
pg.types.setTypeParser(OID_DATE, (text: string) => text);

/** A row as the statement names its columns; the caller says which. */
export type Row = Record<string, unknown>;

/**
 * A transaction inside one bureau. It exists only inside {@link Database.withBureau}; every statement of a room goes
 * through it, so no statement can run outside a bureau or outside a transaction.
 */
export interface Tx {
  readonly bureau: string;
  /** All rows. */
  many<R>(statement: Sql): Promise<R[]>;
  /** The only row, or undefined; two rows are a fault. */
  one<R>(statement: Sql): Promise<R | undefined>;
  /** How many rows the statement touched. */
  run(statement: Sql): Promise<number>;
  /** Called when the transaction has been committed, never when it has not. */
  afterCommit(then: () => void): void;
}

/** What the transaction knows of who acts; set locally so that it ends with the transaction (reliability M11). */
export interface Acting {
  readonly accountId?: string;
  readonly requestId?: string;
  /** The name of what is carried out, for the log of slow statements. */
  readonly operation?: string;
}

export interface SlowStatements {
  /** Told of every statement once it has ended, well or not. */
  took(ms: number, about: { readonly schema: string; readonly acting: Acting; readonly text: string }): void;
}

export interface Database {
  /**
   * The only way to a connection: one transaction in the schema of one bureau. It is opened by the first statement, so
   * work that thinks long before it asks (a password is proven) holds no connection meanwhile.
   */
  withBureau<T>(code: string, acting: Acting, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * A short transaction beside one that is open. It has connections of its own: whoever holds one connection and waits
   * for another of the same pool can wait for ever once all do so.
   */
  beside<T>(code: string, acting: Acting, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The few tables that all bureaus share (the list of bureaus). */
  withInstallation<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Whether the database answers now. */
  answers(): Promise<boolean>;
  /** How busy the pool is. */
  connections(): { readonly all: number; readonly idle: number; readonly waiting: number };
  end(): Promise<void>;
}

/** The schema of a bureau: `demo` lives in `bureau_demo`, so that no bureau can be named like a schema of PostgreSQL. */
export const bureauSchema = (code: string): string => `bureau_${code}`;
export const INSTALLATION_SCHEMA = 'zhibu';

/** Statements waiting longer than this are a fault of ours, not of the user; long work runs in jobs with its own limit. */
const STATEMENT_MS = 30_000;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS = 4;
const BESIDE_POOL_SIZE = 2;

/**
 * @param url of the application role, which owns nothing.
 * @param slow who is told of statements that take long; nobody when left out.
 */
export function openDatabase(url: string, poolSize = 10, slow?: SlowStatements): Database {
  const pool = openPool(url, poolSize);
  const besidePool = openPool(url, BESIDE_POOL_SIZE);
  return {
    withBureau: (code, acting, work) => transact({ pool, schema: bureauSchema(code), acting, slow }, work),
    beside: (code, acting, work) => transact({ pool: besidePool, schema: bureauSchema(code), acting, slow }, work),
    withInstallation: (work) => transact({ pool, schema: INSTALLATION_SCHEMA, acting: {}, slow }, work),
    answers: () => pool.query('SELECT 1').then(() => true, () => false),
    connections: () => ({ all: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    end: async () => void (await Promise.all([pool.end(), besidePool.end()])),
  };
}

function openPool(url: string, size: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: size, statement_timeout: STATEMENT_MS });
  // An idle connection that dies (database restarted) must not take the process with it; the next query reconnects.
  pool.on('error', () => {});
  return pool;
}

interface Where {
  readonly pool: pg.Pool;
  readonly schema: string;
  readonly acting: Acting;
  readonly slow: SlowStatements | undefined;
}

async function transact<T>(where: Where, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await attempt(where, work);
    } catch (fault) {
      if (turn === ATTEMPTS || !isRetryable(fault)) throw fault;
    }
  }
}

async function attempt<T>(where: Where, work: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = oneTransaction(where.pool, opening(where.schema, where.acting));
  const after: (() => void)[] = [];
  try {
    const result = await work(transaction(connection.client, where, after));
    await connection.end('COMMIT');
    after.forEach((then) => then());
    return result;
  } catch (fault) {
    await connection.end('ROLLBACK', isStalePlan(fault) ? fault : undefined).catch(() => {});
    throw fault;
  }
}

interface OneTransaction {
  readonly client: () => Promise<pg.PoolClient>;
  /** Ends it once; ending what never began, or ending again, does nothing. A connection with a flaw is not used again. */
  readonly end: (word: 'COMMIT' | 'ROLLBACK', flaw?: Error) => Promise<void>;
}

/** The connection of one transaction: taken by its first statement, given back at its end. */
function oneTransaction(pool: pg.Pool, begin: Sql): OneTransaction {
  const lost = (): void => {};
  let opened: Promise<pg.PoolClient> | undefined;
  let ended = false;
  const open = async (): Promise<pg.PoolClient> => {
    const client = await pool.connect();
    client.on('error', lost);
    await client.query(begin.text).catch((fault: Error) => {
      client.release(fault);
      throw fault;
    });
    return client;
  };
  return {
    client: () => {
      if (ended) throw new Error('a statement came after its transaction had ended');
      return (opened ??= open());
    },
    end: async (word, flaw) => {
      if (ended) return;
      ended = true;
      const client = await opened;
      if (!client) return;
      const broken = await client.query(word).then(() => undefined, (fault: Error) => fault);
      client.off('error', lost);
      client.release(broken ?? flaw);
      if (broken) throw broken;
    },
  };
}

/**
 * `SET LOCAL` with literals, not `set_config()`: Citus carries only the former to the node (design 5). Temporary tables
 * are named last, because unnamed they come first and could stand before ours (T9).
 */
function opening(schema: string, acting: Acting): Sql {
  const begin = sql`BEGIN; SET LOCAL search_path = ${identifier(schema)}, pg_temp`;
  const account = sql`; SET LOCAL zhibu.account = ${literal(acting.accountId ?? '')}`;
  return rawSql(`${begin.text}${account.text}; SET LOCAL zhibu.request = ${literal(acting.requestId ?? '').text}`);
}

function transaction(client: () => Promise<pg.PoolClient>, { schema, acting, slow }: Where, after: (() => void)[]): Tx {
  const query = async (statement: Sql): Promise<pg.QueryResult<Row>> => {
    const connected = await client();
    const started = performance.now();
    try {
      return await connected.query<Row>(planned(connected, schema, statement));
    } finally {
      slow?.took(performance.now() - started, { schema, acting, text: statement.text });
    }
  };
  return {
    bureau: schema.replace(/^bureau_/, ''),
    many: async <R>(statement: Sql) => (await query(statement)).rows as R[],
    one: async <R>(statement: Sql) => {
      const { rows } = await query(statement);
      if (rows.length > 1) throw new Error(`expected one row, got ${rows.length}: ${statement.text}`);
      return rows[0] as R | undefined;
    },
    run: async (statement) => (await query(statement)).rowCount ?? 0,
    afterCommit: (then) => after.push(then),
  };
}

function isRetryable(fault: unknown): boolean {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK || isStalePlan(fault);
}
