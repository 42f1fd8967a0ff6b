import type { Database } from '#server/platform/database.ts';
import { sql, joined, identifier, rawSql } from '#server/platform/sql.ts';
import type { TestBureau } from '#test/app.ts';

/** Tables that a mere question may touch: the stamp of a session, the count of tries, the kept answers themselves. */
const TOUCHED_BY_ASKING = ['idempotency', 'login_session', 'sign_in_tries', 'migration'];

/**
 * The number of the newest writing transaction, counted from the first there is (3). There is no max() of transactions, and to read
 * each as a text took six times as long, which was half of the doubling suite.
 */
const NEWEST = sql`age('3'::xid) - min(age(xmin))`;

/** What stands in each table, as count and newest writing transaction: equal before and after means that nothing was written. */
export const footprint = (bureau: TestBureau): Promise<Record<string, string>> => footprintOf(bureau.database, 'alpha');

export const footprintOf = (database: Database, code: string): Promise<Record<string, string>> => database.withBureau(code, {}, async (tx) => {
  const tables = await tx.many<{ name: string }>(sql`
    SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
      AND c.relname <> ALL(${TOUCHED_BY_ASKING}) AND has_table_privilege(c.oid, 'SELECT')`);
  const counts = tables.map(({ name }) => sql`
    SELECT ${name} AS name, count(*) || ' rows, last by ' || coalesce(${NEWEST}, 0) AS stands
    FROM ${identifier(name)} ${rawSql(name === 'audit_entry' ? "WHERE operation <> 'test'" : '')}`);
  const rows = await tx.many<{ name: string; stands: string }>(joined(counts, ' UNION ALL '));
  return Object.fromEntries(rows.map((it) => [it.name, it.stands]));
});

/** How many requests left a trace since the entry of that number. */
export const tracesSince = (bureau: TestBureau, entry: number): Promise<number> => bureau.within(async ({ tx }) =>
  (await tx.one<{ n: number }>(sql`SELECT count(DISTINCT request_id) AS n FROM audit_entry WHERE id > ${entry} AND operation <> 'test'`))?.n ?? 0);

export const lastTrace = (bureau: TestBureau): Promise<number> => bureau.within(async ({ tx }) =>
  (await tx.one<{ n: number }>(sql`SELECT coalesce(max(id), 0) AS n FROM audit_entry`))?.n ?? 0);
