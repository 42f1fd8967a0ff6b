import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { AuditEntry } from '#domain/audit/contract.ts';
import { namedSubject, shownDetails, subjectWords, wordsOr, type Detail } from '#domain/audit/words.ts';
import type { Words } from '#domain/words/words.ts';
import { searchPattern } from '#domain/people/search-pattern.ts';
import type { Tx } from '#server/platform/database.ts';
import { joined, sql, type Sql } from '#server/platform/sql.ts';

export interface AuditFilter {
  readonly operation?: string | undefined;
  readonly who?: string | undefined;
  readonly subject?: string | undefined;
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
}

interface AuditRow {
  readonly id: number;
  readonly at: Date;
  readonly operation: string;
  readonly account_id: string | null;
  readonly user_name: string | null;
  readonly name: string | null;
  readonly subject_kind: string | null;
  readonly subject_id: string | null;
  readonly label: string | null;
  readonly organisation_id: string | null;
  readonly organisation_name: string | null;
  readonly details: Readonly<Record<string, Detail>>;
  readonly request_id: string;
}

/** The first instant of a civil day in the offices, whatever time zone the database is set to. */
const midnight = (day: Sql): Sql => sql`(${day})::timestamp AT TIME ZONE 'Asia/Shanghai'`;

function matching(filter: AuditFilter): Sql {
  const { operation, who, subject, from, to } = filter;
  const pattern = searchPattern(who ?? '');
  const found = sql`SELECT a.id FROM account a LEFT JOIN person p ON p.id = a.person_id
    WHERE lower(a.user_name) LIKE ${pattern} OR lower(p.name_key) LIKE ${pattern}`;
  return joined([
    sql`true`,
    ...(operation ? [sql`e.operation = ${operation}`] : []),
    ...(who ? [sql`(e.account_id IN (${found}) OR (e.subject_kind = 'account' AND e.subject_id IN (SELECT id::text FROM (${found}) AS it)))`] : []),
    ...(subject ? [sql`e.subject_id = ${subject}`] : []),
    ...(from ? [sql`e.at >= ${midnight(sql`${from}::date`)}`] : []),
    ...(to ? [sql`e.at < ${midnight(sql`${to}::date + 1`)}`] : []),
  ], ' AND ');
}

export async function countEntries(tx: Tx, filter: AuditFilter): Promise<number> {
  const row = await tx.one<{ total: number }>(sql`SELECT count(*) AS total FROM audit_entry e WHERE ${matching(filter)}`);
  return row?.total ?? 0;
}

/** Newest first. Who signs in was nobody before he did; the entry is told as his. @param operations what the operations of the API are called. */
export async function entriesOf(
  tx: Tx, filter: AuditFilter, operations: Readonly<Record<string, Words>>, limit: number, offset: number,
): Promise<AuditEntry[]> {
  const rows = await tx.many<AuditRow>(sql`
    SELECT e.id, e.at, e.operation, a.id AS account_id, a.user_name, p.name, e.subject_kind, e.subject_id,
      coalesce(theirs.user_name, concerned.number || ' ' || concerned.name) AS label,
      o.id AS organisation_id, o.short_name AS organisation_name, e.details, e.request_id
    FROM audit_entry e
    LEFT JOIN account a ON a.id = coalesce(e.account_id, CASE WHEN e.operation = 'signIn' THEN e.subject_id::uuid END)
    LEFT JOIN person p ON p.id = a.person_id
    LEFT JOIN account theirs ON e.subject_kind = 'account' AND theirs.id::text = e.subject_id
    LEFT JOIN person concerned ON e.subject_kind = 'person' AND concerned.id::text = e.subject_id
    LEFT JOIN organisation o ON o.id = e.organisation_id
    WHERE ${matching(filter)} ORDER BY e.id DESC LIMIT ${limit} OFFSET ${offset}`);
  return rows.map((row): AuditEntry => ({
    id: row.id, at: row.at.toISOString(), operation: row.operation, words: wordsOr(operations, row.operation), requestId: row.request_id,
    who: row.account_id && row.user_name ? { account: row.account_id, userName: row.user_name, name: row.name } : null,
    subject: row.subject_kind && row.subject_id ? subjectOf(row.subject_kind, row.subject_id, row.label) : null,
    organisation: row.organisation_id && row.organisation_name ? { id: row.organisation_id, name: row.organisation_name } : null,
    details: shownDetails(row.details),
  }));
}

function subjectOf(kind: string, id: string, label: string | null): NonNullable<AuditEntry['subject']> {
  const named = namedSubject(kind, id);
  return { kind, id, words: named ?? wordsOr(subjectWords, kind), label: named === null ? label : '' };
}
