import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

export interface PersonCard {
  readonly id: string;
  readonly name: string;
  readonly number: string;
}

export const cardsOf = (tx: Tx, persons: readonly string[]): Promise<PersonCard[]> =>
  tx.many(sql`SELECT id, name, number FROM person WHERE id = ANY(${[...persons]}::uuid[]) ORDER BY number`);

/** The last entry of the log: what a number shown now knows of. */
export async function lastSeq(tx: Tx): Promise<number> {
  const row = await tx.one<{ seq: number | null }>(sql`SELECT max(seq) AS seq FROM fact_log`);
  return row?.seq ?? 0;
}

/** Names by id, of people and of organisations. */
export async function namesOf(tx: Tx, persons: readonly string[], organisations: readonly string[]): Promise<Record<string, string>> {
  const rows = await tx.many<{ id: string; name: string }>(sql`
    SELECT id, name FROM person WHERE id = ANY(${[...persons]}::uuid[])
    UNION ALL SELECT id, short_name FROM organisation WHERE id = ANY(${[...organisations]}::uuid[])`);
  return Object.fromEntries(rows.map((it) => [it.id, it.name]));
}

export interface MemberRow extends PersonCard {
  readonly stage: 'full' | 'probationary';
  /** The organisation in which he is at home. */
  readonly home: string;
}

/** Members of the Party at home in some organisations on a day, by number. */
export const membersAt = (tx: Tx, organisations: readonly string[], day: CivilDate): Promise<MemberRow[]> =>
  tx.many(sql`
    SELECT p.id, p.name, p.number, m.stage, m.organisation_id AS home FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.organisation_id = ANY(${[...organisations]}::uuid[]) AND m.stage IN ('full', 'probationary')
      AND m.from_day <= ${day} AND (m.to_day IS NULL OR m.to_day >= ${day})
    ORDER BY p.number`);

/** Branches among some organisations, in the order of their numbers. */
export const branchesAmong = (tx: Tx, organisations: readonly string[]): Promise<{ id: string; name: string; number: string }[]> =>
  tx.many(sql`SELECT id, short_name AS name, number FROM organisation
    WHERE id = ANY(${[...organisations]}::uuid[]) AND category IN ('631', '632', '931', '932') ORDER BY number`);
