import type { LogEntry } from '#domain/facts/fact.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';
import type { CivilDate, Period } from '#domain/calendar/civil-date.ts';

/** What an import writes of a person beside the log. */
export interface PersonAsWritten {
  readonly name: string;
  readonly gender: string | null;
  readonly birthDate: CivilDate | null;
  readonly details: object;
}

/** What one import wrote. */
export interface BatchContent {
  /** Facts that it recorded. */
  readonly facts: readonly string[];
  /** Entries by which it amended or withdrew what was there. */
  readonly changes: readonly Pick<LogEntry, 'factId' | 'version'>[];
  /** Persons whom it entered (`before` is null) or changed. */
  readonly people: readonly { readonly person: string; readonly before: Omit<PersonAsWritten, 'name'> | null; readonly after: PersonAsWritten }[];
}

export interface NewBatch {
  readonly batch: string;
  /** Which kind of table it was; the registers have batches of their own. */
  readonly table: string;
  readonly fileName: string;
  readonly there: number;
  readonly leftOut: number;
}

/** Keeps which facts came in together, and what they changed. */
export async function keepBatch({ tx, actor, today }: Call, { batch, table, fileName, there, leftOut }: NewBatch, { facts, changes, people }: BatchContent): Promise<void> {
  await tx.run(sql`INSERT INTO import_batch (id, kind, account_id, person_id, file_name, there, left_out, recorded_on)
    VALUES (${batch}, ${table}, ${actor.account}, ${actor.person}, ${fileName}, ${there}, ${leftOut}, ${today})`);
  await tx.run(sql`INSERT INTO import_batch_fact (fact_id, batch_id) SELECT unnest(${[...facts]}::uuid[]), ${batch}::uuid`);
  await tx.run(sql`INSERT INTO import_batch_change (batch_id, fact_id, version)
    SELECT ${batch}::uuid, "factId", version FROM jsonb_to_recordset(${JSON.stringify(changes.map(({ factId, version }) => ({ factId, version })))}::jsonb) AS new("factId" uuid, version int)`);
  await tx.run(sql`INSERT INTO import_batch_person (batch_id, person_id, before, after)
    SELECT ${batch}::uuid, person, before, after FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) AS new(person uuid, before jsonb, after jsonb)`);
}

export interface BatchRow {
  readonly batch: string;
  /** What the table was of. */
  readonly table: string;
  /** Into which register, where it was of entries. */
  readonly register: string | null;
  readonly fileName: string;
  readonly account: string;
  /** The name of who imported it; of an account without a person how it signs in. */
  readonly by: string | null;
  readonly on: CivilDate;
  readonly there: number;
  readonly leftOut: number;
  readonly withdrawnOn: CivilDate | null;
  readonly withdrawnBy: string | null;
}

/** Batches that meet a condition on `import_batch` (`b`), the latest first. */
export const batchesWhere = (tx: Tx, condition: Sql, limit: number): Promise<BatchRow[]> =>
  tx.many<BatchRow>(sql`
    SELECT b.id AS batch, b.kind AS "table", b.register, b.file_name AS "fileName", b.account_id AS account, coalesce(p.name, a.user_name) AS by, b.recorded_on AS "on", b.there, b.left_out AS "leftOut",
      w.recorded_on AS "withdrawnOn", back.name AS "withdrawnBy"
    FROM import_batch b LEFT JOIN person p ON p.id = b.person_id LEFT JOIN account a ON a.id = b.account_id LEFT JOIN import_batch_withdrawal w ON w.batch_id = b.id LEFT JOIN person back ON back.id = w.person_id
    WHERE ${condition} ORDER BY b.recorded_at DESC, b.id DESC LIMIT ${limit}`);

/** The facts that began with a batch, held to the end: two who take it back wait for each other, and nobody amends one meanwhile. */
export const holdBatch = (tx: Tx, batch: string): Promise<unknown> =>
  tx.many(sql`SELECT f.fact_id FROM import_batch_fact i JOIN fact f ON f.fact_id = i.fact_id WHERE i.batch_id = ${batch} ORDER BY f.fact_id FOR UPDATE OF f`);

/** A fact that a batch recorded, or whose `version` it wrote, as it stands now. */
export interface BatchFact {
  readonly factId: string;
  /** The version that the batch wrote; 1 where it recorded the fact. */
  readonly written: number;
  /** Whether the fact began with the batch. */
  readonly began: boolean;
  readonly version: number;
  readonly withdrawn: boolean;
  readonly kind: LogEntry['kind'];
  readonly state: LogEntry['state'];
  readonly day: CivilDate;
  readonly period: Period;
  readonly seq: number;
}

/** All facts of a batch, those that began with it first. */
export const factsOfBatch = (tx: Tx, batch: string): Promise<BatchFact[]> =>
  tx.many<BatchFact>(sql`
    SELECT f.fact_id AS "factId", own.written, own.began, f.version, f.withdrawn, f.kind, f.state, f.day, f.period, f.seq FROM (
      SELECT fact_id, 1 AS written, true AS began FROM import_batch_fact WHERE batch_id = ${batch}
      UNION ALL SELECT fact_id, version, false FROM import_batch_change WHERE batch_id = ${batch}) AS own
    JOIN fact f ON f.fact_id = own.fact_id ORDER BY own.began DESC, f.period, f.seq`);
