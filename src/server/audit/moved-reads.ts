import { versionSight } from '#domain/audit/version-sight.ts';
import type { AuditChange } from '#domain/audit/contract.ts';
import { differences } from '#domain/facts/differences.ts';
import type { FactKind } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { factLabels } from '#domain/facts/labels.ts';
import { type Naming, outerField, sayDifference } from '#domain/facts/said-difference.ts';
import type { Words } from '#domain/words/words.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { namingOf } from './naming-reads.ts';
import { reasonIn } from './reason-of-version.ts';

/** So many facts of one act are compared in a list of many acts; of a table of thousands the others are mostly alike. */
export const FACTS_SHOWN = 20;
/** So many where the acts about one thing alone are asked for; no table that is read in has more rows. */
export const FACTS_MOST = 5_000;

interface MovedRow {
  readonly entry: number;
  /** How many facts the act moved, whether they are compared or not. */
  readonly moved: number;
  readonly fact: string;
  readonly version: number;
  readonly kind: FactKind;
  readonly change: LogEntry['change'];
  readonly state: unknown;
  readonly text: Readonly<Record<string, unknown>> | null;
  readonly before: { readonly change: LogEntry['change']; readonly state: unknown; readonly text: Readonly<Record<string, unknown>> | null };
}

/** What an entry says of the facts that it moved on from another version. */
export interface MovedFacts {
  readonly changes: readonly AuditChange[];
  /** How many facts beside those are not compared. */
  readonly more: number;
  readonly reason: string | null;
  readonly fact: { readonly id: string; readonly version: number } | null;
}

/**
 * What some entries of the trail moved, read from the log itself: nothing of it is copied into the trail. Both are written
 * in one transaction and stamped by the database with its moment, so they are found by it, by the account, and by what the
 * entry is about: its fact, the person whom it names, or, for a table or a job, everything.
 * @param most so many facts of one entry are compared.
 */
export async function movedBy(tx: Tx, entries: readonly number[], most: number): Promise<ReadonlyMap<number, MovedFacts>> {
  const rows = await tx.many<MovedRow>(sql`
    SELECT e.id AS entry, l.moved, l.fact_id AS fact, l.version, l.kind, l.change, l.state, ${textAt('l')} AS text,
      jsonb_build_object('change', was.change, 'state', was.state, 'text', ${textAt('was')}) AS before
    FROM audit_entry e CROSS JOIN LATERAL (
      SELECT moved.*, count(*) OVER () AS moved FROM fact_log moved WHERE moved.logged_at = e.at AND moved.version > 1 AND moved.recorded_by_account IS NOT DISTINCT FROM e.account_id
        AND (moved.fact_id::text = e.subject_id OR (e.subject_kind = 'person' AND moved.state->>'person' = e.subject_id)
          OR NOT (e.subject_kind = ANY(${[...Object.keys(factLabels), 'person']})))
      ORDER BY moved.seq LIMIT ${most}) l
    JOIN fact_log was ON was.fact_id = l.fact_id AND was.version = l.version - 1
    WHERE e.id = ANY(${[...entries]}::bigint[]) ORDER BY e.id, l.seq`);
  // Most pages of the trail moved none, and need no names.
  if (rows.length === 0) return new Map();
  const naming = await namingOf(tx, rows.filter(({ kind }) => versionSight[kind] === 'open'));
  return new Map([...new Set(rows.map(({ entry }) => entry))].map((entry) => [entry, saidOf(rows.filter((row) => row.entry === entry), naming)]));
}

const textAt = (version: 'l' | 'was') => sql`(SELECT t.text FROM fact_text t WHERE t.fact_id = l.fact_id AND t.version <= ${version === 'l' ? sql`l.version` : sql`was.version`} ORDER BY t.version DESC LIMIT 1)`;

function saidOf(rows: readonly MovedRow[], naming: Naming): MovedFacts {
  const [row] = rows;
  const single = rows.length === 1 ? row : undefined;
  const changes = new Map<string, AuditChange>();
  for (const change of rows.flatMap((it) => changesOf(it, naming, rows.length > 1))) {
    const key = JSON.stringify([change.field, change.before, change.after]);
    changes.set(key, { ...change, count: (changes.get(key)?.count ?? 0) + 1 });
  }
  return {
    changes: [...changes.values()], more: Math.max(0, (row?.moved ?? 0) - rows.length), fact: single ? { id: single.fact, version: single.version } : null,
    reason: single && versionSight[single.kind] === 'open' ? reasonIn(single.text, single.before.text) : null,
  };
}

const stands: Words = { zh: '有效', en: 'in force' };
const gone: Words = { zh: '已撤回', en: 'withdrawn' };

function changesOf({ kind, change, state, text, before }: MovedRow, naming: Naming, several: boolean): AuditChange[] {
  const named = (field: Words): Words => (several ? { zh: `${factLabels[kind].zh} · ${field.zh}`, en: `${factLabels[kind].en} · ${field.en}` } : field);
  if (change === 'withdrawn') return [{ field: factLabels[kind], before: stands, after: gone, hidden: false, count: 1 }];
  if (before.change === 'withdrawn') return [{ field: factLabels[kind], before: gone, after: stands, hidden: false, count: 1 }];
  const found = [...differences(before.state, state), ...differences(before.text ?? {}, text ?? {})];
  if (versionSight[kind] === 'open') return found.map((it) => sayDifference(kind, it, naming)).map((it) => ({ ...it, field: named(it.field), hidden: false, count: 1 }));
  const fields = new Map(found.map((it) => outerField(kind, it.path, naming)).map((it) => [it.zh, it]));
  return [...fields.values()].map((field) => ({ field: named(field), before: null, after: null, hidden: true, count: 1 }));
}
