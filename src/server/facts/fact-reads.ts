import type { FactKind } from '#domain/facts/contract.ts';
import type { LogEntry, LogEntryOf } from '#domain/facts/fact.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import type { FactText } from './fact-text.ts';

const ENTRY = sql`seq, fact_id AS "factId", version, kind, change, state, day, period, recorded_by AS "recordedBy",
  recorded_on AS "recordedOn", standing`;
/** The last state looks like the entry that made it. */
const last = (state: Sql): Sql => sql`seq, fact_id AS "factId", version, kind,
  CASE WHEN withdrawn THEN 'withdrawn' WHEN version = 1 THEN 'recorded' ELSE 'amended' END AS change,
  ${state} AS state, day, period, recorded_by AS "recordedBy", recorded_on AS "recordedOn", standing`;
const LAST = last(sql`state`);

/** The last state of a fact, locked against a simultaneous amendment. */
export const lastEntry = (tx: Tx, factId: string): Promise<LogEntry | undefined> =>
  tx.one<LogEntry>(sql`SELECT ${LAST} FROM fact WHERE fact_id = ${factId} FOR UPDATE`);

/** The last state of one fact of a known kind; undefined when there is none or it was withdrawn. */
export const factOf = <K extends FactKind>(tx: Tx, kind: K, factId: string): Promise<LogEntryOf<K> | undefined> =>
  tx.one<LogEntryOf<K>>(sql`SELECT ${LAST} FROM fact WHERE fact_id = ${factId} AND kind = ${kind} AND NOT withdrawn`);

/**
 * Last states that meet a condition on the `fact` table, in the order of the log.
 * @param state how much of the state is wanted, where that is not all of it.
 */
export const lastEntries = (tx: Tx, condition: Sql, state: Sql = sql`state`): Promise<LogEntry[]> =>
  tx.many<LogEntry>(sql`SELECT ${last(state)} FROM fact WHERE ${condition} ORDER BY seq`);

/** The whole log up to a sequence number, in order: what the evaluator and an export read. */
export const wholeLog = (tx: Tx, upToSeq = Number.MAX_SAFE_INTEGER): Promise<LogEntry[]> =>
  tx.many<LogEntry>(sql`SELECT ${ENTRY} FROM fact_log WHERE seq <= ${upToSeq} ORDER BY seq`);

/** Entries up to a sequence number that are not among some known ones: newer, or numbered early and written late. */
export const entriesBeside = (tx: Tx, known: readonly number[], upToSeq: number): Promise<LogEntry[]> => tx.many<LogEntry>(sql`
  SELECT ${ENTRY} FROM fact_log WHERE seq <= ${upToSeq} AND NOT EXISTS (SELECT FROM unnest(${[...known]}::bigint[]) AS it WHERE it = seq) ORDER BY seq`);

/** Every version of one fact, oldest first. */
export const versionsOf = (tx: Tx, factId: string): Promise<LogEntry[]> => versionsOfAll(tx, [factId]);

/** Every version of some facts, in the order of the log. */
export const versionsOfAll = (tx: Tx, factIds: readonly string[]): Promise<LogEntry[]> =>
  tx.many<LogEntry>(sql`SELECT ${ENTRY} FROM fact_log WHERE fact_id = ANY(${[...factIds]}::uuid[]) ORDER BY seq`);

export async function textOf(tx: Tx, factId: string, version: number): Promise<FactText | null> {
  const row = await tx.one<{ text: FactText | null }>(sql`
    SELECT text FROM fact_text WHERE fact_id = ${factId} AND version <= ${version} ORDER BY version DESC LIMIT 1`);
  return row?.text ?? null;
}

/** The same of any version of one fact, read once: a version without a text of its own has that of the one before. */
export async function textsOf(tx: Tx, factId: string): Promise<(version: number) => FactText | null> {
  const rows = await tx.many<{ version: number; text: FactText | null }>(sql`SELECT version, text FROM fact_text WHERE fact_id = ${factId} ORDER BY version`);
  return (version) => rows.findLast((row) => row.version <= version)?.text ?? null;
}
