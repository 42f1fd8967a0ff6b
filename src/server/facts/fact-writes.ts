import { createHash } from 'node:crypto';
import type { LogEntry } from '#domain/facts/fact.ts';
import { bearingsOf } from '#domain/facts/subjects.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { identifier, sql } from '#server/platform/sql.ts';
import type { FactText } from './fact-text.ts';
import { tablesOf, typedRowsOf } from './typed-rows.ts';

/** An entry on its way into the log, which gives it its `seq`, with the free text that stays beside it. */
export interface NewEntry {
  readonly entry: LogEntry;
  readonly text: FactText | undefined;
}

/** Of keys that somebody typed, no more than these are kept. */
const KEYS_KEPT = 2000;

/**
 * Keys in one order at every depth, so that the same text has the same hash. Written with few intermediate values, because
 * the grounds of a whole bureau's year go through it.
 */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  let text = '';
  const pairs = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(pairs).sort()) {
    if (pairs[key] !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonical(pairs[key])}`;
  }
  return `{${text}}`;
}

/** Keys are few and come often. */
const keysQuoted = new Map<string, string>();
function quoted(key: string): string {
  const known = keysQuoted.get(key);
  if (known !== undefined) return known;
  const text = JSON.stringify(key);
  if (keysQuoted.size < KEYS_KEPT) keysQuoted.set(key, text);
  return text;
}

const hashOf = (text: FactText): string => createHash('sha256').update(canonical(text)).digest('hex');

/**
 * Log, last state, persons named, text and typed rows of some new entries; statements do not grow with their number.
 * The deletion that finds nothing takes the lock of the last states before any number is given, at no statement of its
 * own: by it `pinSeq` waits for whoever has a number and has not committed.
 */
export async function appendEntries(call: Call, entries: readonly NewEntry[]): Promise<readonly LogEntry[]> {
  const { tx } = call;
  const account = call.actor.userName === '' ? null : call.actor.account;
  const rows = entries.map(({ entry: it, text }, at) => ({
    at, fact_id: it.factId, version: it.version, kind: it.kind, change: it.change, state: it.state, day: it.day, period: it.period,
    standing: it.standing, recorded_by_account: account, recorded_by: it.recordedBy, recorded_on: it.recordedOn, text_hash: text ? hashOf(text) : null,
  }));
  const placed = await tx.many<{ seq: number; fact_id: string; version: number }>(sql`
    WITH held AS (DELETE FROM fact WHERE false)
    INSERT INTO fact_log (fact_id, version, kind, change, state, day, period, standing, recorded_by_account, recorded_by, recorded_on, text_hash)
    SELECT fact_id, version, kind, change, state, day, period, standing, recorded_by_account, recorded_by, recorded_on, text_hash
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new(at int, fact_id uuid, version int, kind text, change text, state jsonb, day date,
      period text, standing text, recorded_by_account uuid, recorded_by uuid, recorded_on date, text_hash text)
    ORDER BY at RETURNING seq, fact_id, version`);
  const seqOf = new Map(placed.map((it) => [`${it.fact_id} ${it.version}`, it.seq]));
  const logged = entries.map(({ entry }): LogEntry => ({ ...entry, seq: seqOf.get(`${entry.factId} ${entry.version}`) ?? 0 }));

  await writeTexts(tx, entries);
  await writeLastStates(tx, logged);
  await writeTypedRows(tx, logged);
  return logged;
}

async function writeTexts(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  const rows = entries.flatMap(({ entry, text }) => (text ? [{ fact_id: entry.factId, version: entry.version, text }] : []));
  if (rows.length === 0) return;
  await tx.run(sql`INSERT INTO fact_text (fact_id, version, text)
    SELECT fact_id, version, text FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new(fact_id uuid, version int, text jsonb)`);
}

/** Also used by the rebuild, which feeds it the last entry of every fact. */
export async function writeLastStates(tx: Tx, entries: readonly LogEntry[]): Promise<void> {
  const rows = entries.map((it) => {
    const { organisation } = bearingsOf(it.kind, it.state as never, it.recordedOn, it.period);
    return {
      fact_id: it.factId, kind: it.kind, version: it.version, seq: it.seq, withdrawn: it.change === 'withdrawn', standing: it.standing,
      organisation_id: organisation, day: it.day, period: it.period, recorded_by: it.recordedBy, recorded_on: it.recordedOn, state: it.state,
    };
  });
  const json = JSON.stringify(rows);
  await tx.run(sql`
    INSERT INTO fact (fact_id, kind, version, seq, withdrawn, standing, organisation_id, day, period, recorded_by, recorded_on, state)
    SELECT fact_id, kind, version, seq, withdrawn, standing, organisation_id, day, period, recorded_by, recorded_on, state
    FROM jsonb_to_recordset(${json}::jsonb) AS new(fact_id uuid, kind text, version int, seq bigint, withdrawn bool, standing text,
      organisation_id uuid, day date, period text, recorded_by uuid, recorded_on date, state jsonb)
    ON CONFLICT (fact_id) DO UPDATE SET version = excluded.version, seq = excluded.seq, withdrawn = excluded.withdrawn, standing = excluded.standing,
      organisation_id = excluded.organisation_id, day = excluded.day, period = excluded.period, recorded_by = excluded.recorded_by,
      recorded_on = excluded.recorded_on, state = excluded.state`);
  // While an amendment waits for its confirmation the version before it is in force: whom that one names stays named.
  const amended = entries.filter((it) => it.version > 1 && it.standing === 'counted').map((it) => it.factId);
  if (amended.length > 0) await tx.run(sql`DELETE FROM fact_person WHERE fact_id = ANY(${amended}::uuid[])`);
  await writeNamed(tx, entries);
}

/** Whom the entries name, beside those named already. */
export async function writeNamed(tx: Tx, entries: readonly LogEntry[]): Promise<void> {
  const named = entries.flatMap((it) =>
    bearingsOf(it.kind, it.state as never, it.recordedOn, it.period).persons.map((person_id) => ({ fact_id: it.factId, person_id })));
  if (named.length === 0) return;
  await tx.run(sql`INSERT INTO fact_person (fact_id, person_id)
    SELECT DISTINCT fact_id, person_id FROM jsonb_to_recordset(${JSON.stringify(named)}::jsonb) AS new(fact_id uuid, person_id uuid)
    ON CONFLICT DO NOTHING`);
}

/** The rooms' typed rows are the last state again, with columns for search and foreign keys. */
export async function writeTypedRows(tx: Tx, entries: readonly LogEntry[]): Promise<void> {
  const replaced = entries.filter((it) => it.version > 1);
  for (const table of new Set(replaced.flatMap((it) => tablesOf(it.kind)))) {
    const ids = replaced.filter((it) => tablesOf(it.kind).includes(table)).map((it) => it.factId);
    await tx.run(sql`DELETE FROM ${identifier(table)} WHERE fact_id = ANY(${ids}::uuid[])`);
  }
  // A withdrawal that waits for its confirmation takes nothing away yet.
  const rows = entries.filter((it) => it.change !== 'withdrawn' || it.standing === 'proposed').flatMap(typedRowsOf);
  for (const table of new Set(rows.map((it) => it.table))) {
    const json = JSON.stringify(rows.filter((it) => it.table === table).map((it) => it.row));
    // The row type comes from the table and not from a cast: `record` is a type of PostgreSQL's own as well.
    await tx.run(sql`INSERT INTO ${identifier(table)} SELECT * FROM jsonb_populate_recordset((SELECT one FROM ${identifier(table)} one WHERE false), ${json}::jsonb)`);
  }
}
