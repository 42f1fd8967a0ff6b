import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import { withConnection } from '#server/platform/connection.ts';
import { openDatabase } from '#server/platform/database.ts';
import type { Role } from '#server/platform/roles.ts';
import { rawSql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { benchOf, recordOf } from '#test/operations/bench.ts';

/** M12: log, ledger and audit only grow, because no role of ours holds the right to anything else. */
let bureau: TestBureau;
let before: unknown;
beforeAll(async () => {
  bureau = await testBureau();
  const bench = benchOf(bureau);
  await bench.as('jiping').call(recordSession, recordOf(bench.on('detention'), '2026-11-16'));
  before = await digest();
});
afterAll(() => bureau.drop());

const tables = ['fact_log', 'ledger_entry', 'audit_entry'] as const;
type Table = (typeof tables)[number];
const columns = {
  fact_log: { number: 'seq', time: 'logged_at', given: 'fact_id, version, kind, change, state, day, period, standing, recorded_on', telling: 'state' },
  ledger_entry: { number: 'id', time: 'posted_at', given: 'person_id, kind, of, part, window_key, moved_by, value, for_period, booked_in, seq', telling: 'value' },
  audit_entry: { number: 'id', time: 'at', given: 'operation, request_id', telling: 'details' },
} as const;

/** Another row like one that is there; a share of the ledger, because two raw values of one fact would be another fault. */
const like = (table: Table, more = '', values = ''): string => {
  const { given } = columns[table];
  const value = given.replace('fact_id, version', "'00000000-0000-4000-8000-0000000000ff', 1");
  return `INSERT INTO ${table} (${given}${more}) ${more.includes(columns[table].number) ? 'OVERRIDING SYSTEM VALUE ' : ''}SELECT ${value}${values} FROM ${table} ${table === 'ledger_entry' ? "WHERE kind = 'share'" : ''} LIMIT 1`;
};

const attempts = tables.flatMap((table): [string, string][] => {
  const { number, time, telling } = columns[table];
  return [
    [`changing ${table}`, `UPDATE ${table} SET ${telling} = ${telling}`],
    [`dating ${table} back`, `UPDATE ${table} SET ${time} = '2020-01-01'`],
    [`deleting from ${table}`, `DELETE FROM ${table}`],
    [`emptying ${table}`, `TRUNCATE ${table} CASCADE`],
    [`holding rows of ${table}`, `SELECT 1 FROM ${table} FOR UPDATE`],
    [`a number of one's own in ${table}`, like(table, `, ${number}`, ', 1000000')],
    [`a time of one's own in ${table}`, like(table, `, ${time}`, ", '2020-01-01'")],
    [`writing over a row of ${table}`, `${like(table)} ON CONFLICT (${number}) DO UPDATE SET ${telling} = excluded.${telling}`],
    [`counting ${table} anew`, `SELECT setval(pg_get_serial_sequence('${table}', '${number}'), 1)`],
    [`a trigger on ${table}`, `CREATE TRIGGER mine BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`],
    [`a rule on ${table}`, `CREATE RULE mine AS ON INSERT TO ${table} DO INSTEAD NOTHING`],
    [`a column of ${table} gone`, `ALTER TABLE ${table} DROP COLUMN ${telling}`],
    [`${table} gone`, `DROP TABLE ${table} CASCADE`],
  ];
});

/** One statement in the bureau as one of the roles; what the database said against it. */
const said = (role: Role, statement: string): Promise<string> => withConnection(bureau.urlAs(role), async (client) => {
  await client.query('BEGIN; SET LOCAL search_path = bureau_alpha');
  return client.query(statement).then(() => 'carried out', (fault: Error) => fault.message);
});

const digest = async (): Promise<unknown> => withConnection(bureau.ownerUrl, async (owner) => {
  const all = tables.map((table) => `SELECT '${table}' AS name, count(*) AS rows, md5(string_agg(t::text, '|' ORDER BY t::text)) AS digest FROM bureau_alpha.${table} t`);
  return (await owner.query(all.join(' UNION ALL '))).rows;
});

describe.each(['app', 'reader', 'auditor'] as const)('the role %s', (role) => {
  it.each(attempts)('is refused %s', async (_, statement) => {
    expect(await said(role, statement), 'M12: a role of ours may do more than add').toMatch(/permission denied|must be owner/);
  });

  it('holds no right on them beyond reading, and adding columns that it fills', async () => {
    const name = new URL(bureau.urlAs(role)).username;
    const rights = await withConnection(bureau.ownerUrl, (owner) => owner.query<{ table: string; right: string }>(`
      SELECT t AS table, r AS right FROM unnest($2::text[]) AS t, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS r
      WHERE has_table_privilege($1, 'bureau_alpha.' || t, r)
        OR (r IN ('UPDATE', 'REFERENCES') AND has_any_column_privilege($1, 'bureau_alpha.' || t, r))`, [name, tables]));
    expect(rights.rows).toEqual([]);
    expect(await digest()).toEqual(before);
  });
});

describe('the application role', () => {
  it.each(tables)('may add to %s, so that what it was refused was not refused by accident', async (table) => {
    expect(await said('app', like(table))).toBe('carried out');
  });

  it('cannot put a temporary table before one of ours', async () => {
    const database = openDatabase(bureau.urlAs('app'), 1);
    try {
      const name = (): Promise<{ name: string }[]> => database.withBureau('alpha', {}, (tx) => tx.many<{ name: string }>(rawSql("SELECT name FROM person WHERE number = 'luojian'")));
      const ours = await name();
      await database.withBureau('alpha', {}, async (tx) => {
        await tx.run(rawSql("CREATE TEMPORARY TABLE person AS SELECT 'luojian' AS number, 'somebody else' AS name"));
      });
      expect(await name(), 'T9: a temporary table stands before ours').toEqual(ours);
      expect(ours).toHaveLength(1);
    } finally {
      await database.end();
    }
  });
});
