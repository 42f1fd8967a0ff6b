import type pg from 'pg';
import { identifier } from '#server/platform/sql.ts';

/** A table as a backup takes it: its own columns, and an order that is the same on every server. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly order: string;
}

/** Where a sequence of an identity column stands. */
export interface Sequence {
  readonly table: string;
  readonly column: string;
  readonly last: number;
  readonly called: boolean;
}

const TABLES = `
  SELECT c.relname AS name, json_agg(json_build_object('column', a.attname, 'collates', a.attcollation <> 0, 'key', array_position(k.indkey::int2[], a.attnum)) ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    LEFT JOIN pg_index k ON k.indrelid = c.oid AND k.indisprimary
   WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
   GROUP BY c.relname ORDER BY c.relname COLLATE "C"`;

interface Column {
  readonly column: string;
  readonly collates: boolean;
  readonly key: number | null;
}

/** The tables of the schema that the transaction is in. */
export async function tablesHere(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: Column[] }>(TABLES);
  return rows.map(({ name, columns }) => ({ name, columns: columns.map(({ column }) => column), order: orderOf(columns) }));
}

/** By the primary key, texts byte by byte, since each server has a collation of its own; without a key by the whole row. */
function orderOf(columns: readonly Column[]): string {
  const key = columns.filter((it) => it.key !== null).toSorted((one, other) => Number(one.key) - Number(other.key));
  if (key.length === 0) return 'CAST(t AS text) COLLATE "C"';
  return key.map(({ column, collates }) => `t.${quoted(column)}${collates ? ' COLLATE "C"' : ''}`).join(', ');
}

const quoted = (name: string): string => identifier(name).text;

export const copyOutOf = ({ name, columns, order }: Table): string =>
  `COPY (SELECT ${columns.map((column) => `t.${quoted(column)}`).join(', ')} FROM ${quoted(name)} AS t ORDER BY ${order}) TO STDOUT`;

export const copyInto = (name: string, columns: readonly string[]): string =>
  `COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) FROM STDIN`;

const IDENTITIES = `
  SELECT c.relname AS table, a.attname AS column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attidentity <> '' AND NOT a.attisdropped
   WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' ORDER BY 1, 2`;

export async function sequencesHere(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(IDENTITIES);
  const found: Sequence[] = [];
  for (const { table, column, sequence } of rows) {
    // The name comes quoted and with its schema from the server itself.
    const { rows: [at] } = await client.query<{ last: number; called: boolean }>(`SELECT last_value AS last, is_called AS called FROM ${sequence}`);
    if (at) found.push({ table, column, ...at });
  }
  return found;
}

export const setSequence = (client: pg.Client, { table, column, last, called }: Sequence): Promise<unknown> =>
  client.query('SELECT setval(pg_get_serial_sequence($1, $2), $3, $4)', [quoted(table), column, last, called]);

/** One way of writing a value, whatever the server or its login is set to. */
export const SAME_TEXT = "SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'postgres'; SET LOCAL bytea_output = 'hex'; "
  + "SET LOCAL extra_float_digits = 1; SET LOCAL client_encoding = 'UTF8'; SET LOCAL row_security = off; SET LOCAL statement_timeout = 0";

export const enterSchema = (client: pg.Client, schema: string): Promise<unknown> =>
  client.query(`SET LOCAL search_path = ${quoted(schema)}, pg_temp`);
