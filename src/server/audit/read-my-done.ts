import type { MyDone } from '#domain/audit/contract.ts';
import { subjectWords, wordsOr } from '#domain/audit/words.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import type { Operations } from './read-audit-trail.ts';

const ACTS_MOST = 50;

interface DoneRow {
  readonly id: number;
  readonly at: Date;
  readonly operation: string;
  readonly kind: string;
  readonly fact: string;
  readonly others: number;
  readonly day: string;
  readonly withdrawn: boolean;
  readonly organisation: string | null;
  readonly name: string | null;
}

/** What this account did to facts lately, one line for each act: the thing it began with, and how many more it concerned. */
export async function myDone(call: Call, operations: Operations): Promise<MyDone> {
  const rows = await call.tx.many<DoneRow>(sql`
    SELECT acts.id, e.at, e.operation, f.kind, f.fact_id AS fact, acts.things - 1 AS others, f.day, f.withdrawn, o.id AS organisation, o.short_name AS name
    FROM (
      SELECT min(a.id) AS id, count(*)::int AS things
      FROM audit_entry a JOIN fact touched ON touched.fact_id::text = a.subject_id
      WHERE a.account_id = ${call.actor.account}
      GROUP BY a.request_id ORDER BY min(a.id) DESC LIMIT ${ACTS_MOST}
    ) acts
    JOIN audit_entry e ON e.id = acts.id JOIN fact f ON f.fact_id::text = e.subject_id
    LEFT JOIN organisation o ON o.id = coalesce(f.organisation_id, e.organisation_id)
    ORDER BY acts.id DESC`);
  return {
    items: rows.map(({ id, at, operation, kind, fact, others, day, withdrawn, organisation, name }) => ({
      id, at: at.toISOString(), words: wordsOr(operations, operation), subject: { kind, words: wordsOr(subjectWords, kind), id: fact }, others, day,
      organisation: organisation !== null && name !== null ? { id: organisation, name } : null, withdrawn,
    })),
  };
}
