import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { AuditChange, AuditEntry } from '#domain/audit/contract.ts';
import { detailSaid, detailWords, namedSubject, shownDetails, subjectWords, wordsOr, type Detail } from '#domain/audit/words.ts';
import { builtInRegisters, openingBalances } from '#domain/schemes/built-in-registers.ts';
import { registerOfTable } from '#domain/tables/table-words.ts';
import type { Words } from '#domain/words/words.ts';
import { searchPattern } from '#domain/people/search-pattern.ts';
import type { Tx } from '#server/platform/database.ts';
import { joined, sql, type Sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { FACTS_MOST, FACTS_SHOWN, movedBy, type MovedFacts } from './moved-reads.ts';

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
  readonly before: Readonly<Record<string, Detail>>;
  readonly authority: string | null;
  readonly named: string | null;
  readonly named_before: string | null;
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

/** What was typed stands in the row of the decision or the naming, which everybody may read and the trail only points at. */
const AUTHORITY = sql`(SELECT c.document || '（' || c.decided_by || '，' || c.decided_on || '）' FROM compliance_change c WHERE e.subject_kind = 'compliance' AND c.id = (e.details->>'decision')::bigint)`;
const NAMED = sql`(SELECT n.zh FROM bureau_name n WHERE e.subject_kind = 'bureau' AND n.id = (e.details->>'naming')::bigint)`;
const NAMED_BEFORE = sql`(SELECT n.zh FROM bureau_name n WHERE e.subject_kind = 'bureau' AND n.id < (e.details->>'naming')::bigint ORDER BY n.id DESC LIMIT 1)`;
/** Entries whose facts are compared at once, so that a long export never holds the states of all. */
const COMPARED_AT_ONCE = 200;

/** Newest first. Who signs in was nobody before he did; the entry is told as his. @param operations what the operations of the API are called. */
export async function entriesOf(
  tx: Tx, filter: AuditFilter, operations: Readonly<Record<string, Words>>, limit: number, offset: number,
): Promise<AuditEntry[]> {
  const rows = await tx.many<AuditRow>(sql`
    SELECT e.id, e.at, e.operation, a.id AS account_id, a.user_name, p.name, e.subject_kind, e.subject_id,
      coalesce(theirs.user_name, concerned.number || ' ' || concerned.name) AS label,
      o.id AS organisation_id, o.short_name AS organisation_name, e.details, e.before, ${AUTHORITY} AS authority, ${NAMED} AS named, ${NAMED_BEFORE} AS named_before, e.request_id
    FROM audit_entry e
    LEFT JOIN account a ON a.id = coalesce(e.account_id, CASE WHEN e.operation IN ('signIn', 'signInByTicket') THEN e.subject_id::uuid END)
    LEFT JOIN person p ON p.id = a.person_id
    LEFT JOIN account theirs ON e.subject_kind = 'account' AND theirs.id::text = e.subject_id
    LEFT JOIN person concerned ON e.subject_kind = 'person' AND concerned.id::text = e.subject_id
    LEFT JOIN organisation o ON o.id = e.organisation_id
    WHERE ${matching(filter)} ORDER BY e.id DESC LIMIT ${limit} OFFSET ${offset}`);
  const moved = new Map<number, MovedFacts>();
  for (let at = 0; at < rows.length; at += COMPARED_AT_ONCE) {
    for (const [entry, it] of await movedBy(tx, rows.slice(at, at + COMPARED_AT_ONCE).map(({ id }) => id), filter.subject ? FACTS_MOST : FACTS_SHOWN)) moved.set(entry, it);
  }
  const registerNamed = await registersNamed(tx, rows);
  return rows.map((row): AuditEntry => entryOf(row, operations, moved.get(row.id), registerNamed));
}

type NameRegister = (id: string) => Words | null;

/** What the registers are called whose tables were taken; a later scheme may have called one anew. */
async function registersNamed(tx: Tx, rows: readonly AuditRow[]): Promise<NameRegister> {
  if (!rows.some((row) => row.subject_kind === 'table' && registerOfTable(row.subject_id ?? '') !== null)) return () => null;
  const declared = (await adoptedSchemes(tx)).toReversed().flatMap(({ scheme }) => scheme.registers);
  return (id) => [...declared, ...builtInRegisters, openingBalances].find((it) => it.id === id)?.label ?? null;
}

function entryOf(row: AuditRow, operations: Readonly<Record<string, Words>>, moved: MovedFacts | undefined, registerNamed: NameRegister): AuditEntry {
  return {
    id: row.id, at: row.at.toISOString(), operation: row.operation, words: wordsOr(operations, row.operation), requestId: row.request_id,
    who: row.account_id && row.user_name ? { account: row.account_id, userName: row.user_name, name: row.name } : null,
    subject: row.subject_kind && row.subject_id ? subjectOf(row.subject_kind, row.subject_id, row.label, registerNamed) : null,
    organisation: row.organisation_id && row.organisation_name ? { id: row.organisation_id, name: row.organisation_name } : null,
    details: shownDetails(Object.fromEntries(Object.entries(row.details).filter(([name, value]) => !(name in row.before && row.before[name] !== value) && !POINTERS.has(name)))),
    changes: [...ownChanges(row), ...(moved?.changes ?? [])], more: moved?.more ?? 0, reason: row.authority ?? moved?.reason ?? null, fact: moved?.fact ?? null,
  };
}

/** Particulars in whose place the changes stand. */
const POINTERS: ReadonlySet<string> = new Set(['decision', 'naming', 'fields']);

/** What the entry itself says of before and after. */
function ownChanges({ details, before, named, named_before }: AuditRow): AuditChange[] {
  const particulars = Object.entries(shownDetails(before)).filter(([name, was]) => was !== (details[name] ?? null)).map(([name, was]): AuditChange => ({
    field: wordsOr(detailWords, name), before: detailSaid(name, was), after: detailSaid(name, details[name]), hidden: false, count: 1 }));
  const plain = (it: string | null): Words | null => (it === null ? null : { zh: it, en: it });
  const fields = typeof details['fields'] === 'string' && details['fields'] !== '' ? details['fields'].split(',') : [];
  return [
    ...particulars,
    ...(named === null ? [] : [{ field: { zh: '单位名称', en: 'Name of the bureau' }, before: plain(named_before), after: plain(named), hidden: false, count: 1 }]),
    ...fields.flatMap((field): AuditChange[] => [{ field: detailSaid('fields', field) ?? { zh: field, en: field }, before: null, after: null, hidden: true, count: 1 }]),
  ];
}

function subjectOf(kind: string, id: string, label: string | null, registerNamed: NameRegister): NonNullable<AuditEntry['subject']> {
  const register = kind === 'table' ? registerOfTable(id) : null;
  const named = namedSubject(kind, id, register === null ? null : registerNamed(register));
  // There is one bureau, which needs no code of its own among its entries.
  return { kind, id, words: named ?? wordsOr(subjectWords, kind), label: named === null && kind !== 'bureau' ? label : '' };
}
