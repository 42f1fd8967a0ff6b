import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { PersonCard } from '#domain/rota/contract.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';

/**
 * Whether a fact of this room still waits for another person (A-9): it was only proposed, or its recorder is one of
 * those it excuses, and nobody else has confirmed this version. `f` is the row of `fact`.
 */
export const waits = (f: Sql): Sql => sql`(
  (${f}.standing = 'proposed' OR EXISTS (SELECT 1 FROM fact_person own WHERE own.fact_id = ${f}.fact_id AND own.person_id = ${f}.recorded_by))
  AND NOT EXISTS (
    SELECT 1 FROM confirmation c JOIN fact by_whom ON by_whom.fact_id = c.fact_id
    WHERE c.confirmed_id = ${f}.fact_id AND c.version = ${f}.version AND by_whom.standing = 'counted'
      AND by_whom.recorded_by IS NOT NULL AND by_whom.recorded_by IS DISTINCT FROM ${f}.recorded_by))`;

export async function isWaiting(tx: Tx, factId: string): Promise<boolean> {
  const row = await tx.one<{ waiting: boolean }>(sql`SELECT ${waits(sql`f`)} AS waiting FROM fact f WHERE f.fact_id = ${factId}`);
  return row?.waiting ?? false;
}

export async function cardsOf(tx: Tx, persons: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
  const rows = await tx.many<PersonCard>(sql`SELECT id, number, name FROM person WHERE id = ANY(${[...persons]}::uuid[])`);
  return new Map(rows.map((it) => [it.id, it]));
}

/** People with their home, or their Party group, in the organisation on at least one day of the span, by number. */
export const peopleOf = (tx: Tx, organisation: string, from: CivilDate, to: CivilDate): Promise<PersonCard[]> =>
  tx.many<PersonCard>(sql`
    SELECT id, number, name FROM person WHERE id IN (
      SELECT person_id FROM membership WHERE (organisation_id = ${organisation} OR group_id = ${organisation})
        AND from_day <= ${to} AND (to_day IS NULL OR to_day >= ${from}))
    ORDER BY number`);

/** Which of these persons do not belong to the organisation, or below it, on the day. */
export async function strangersTo(tx: Tx, organisation: string, persons: readonly string[], day: CivilDate): Promise<readonly string[]> {
  const below = [...(await subtree(tx, [organisation], day))];
  const rows = await tx.many<{ id: string }>(sql`
    SELECT person_id AS id FROM membership
    WHERE person_id = ANY(${[...persons]}::uuid[]) AND from_day <= ${day} AND (to_day IS NULL OR to_day >= ${day})
      AND (organisation_id = ANY(${below}::uuid[]) OR group_id = ANY(${below}::uuid[]))`);
  const here = new Set(rows.map((it) => it.id));
  return persons.filter((it) => !here.has(it));
}

/** Two entries for the same person at the same time wait for each other; in the order of ids, so that none waits for ever. */
export const lockPersons = (tx: Tx, persons: readonly string[]): Promise<unknown> =>
  tx.many(sql`SELECT id FROM person WHERE id = ANY(${[...persons].sort()}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);

export interface TeamRow {
  readonly team: string;
  readonly version: number;
  readonly name: string;
  readonly state: FactState<'shiftTeam'>;
}

/** Teams of some organisations that still exist on the day or come after it, in the order in which they were made. */
export const teamsOf = (tx: Tx, organisations: readonly string[], day: CivilDate): Promise<TeamRow[]> =>
  tx.many<TeamRow>(sql`
    SELECT f.fact_id AS team, f.version, f.state, coalesce((SELECT text.text->>'name' FROM fact_text text
      WHERE text.fact_id = f.fact_id AND text.text IS NOT NULL ORDER BY text.version DESC LIMIT 1), '') AS name
    FROM shift_team t JOIN fact f ON f.fact_id = t.fact_id
    WHERE t.organisation_id = ANY(${[...organisations]}::uuid[]) AND (t.to_day IS NULL OR t.to_day >= ${day})
    ORDER BY (SELECT min(seq) FROM fact_log l WHERE l.fact_id = f.fact_id)`);

export interface PlacementRow {
  readonly factId: string;
  readonly version: number;
  readonly person: string;
  readonly team: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly waiting: boolean;
}

/** Placements that meet a condition on `team_placement` (alias `p`), by their first day. */
export const placementsWhere = (tx: Tx, condition: Sql): Promise<PlacementRow[]> =>
  tx.many<PlacementRow>(sql`
    SELECT p.fact_id AS "factId", f.version, p.person_id AS person, p.team_id AS team, p.from_day AS "from", p.to_day AS "to", ${waits(sql`f`)} AS waiting
    FROM team_placement p JOIN fact f ON f.fact_id = p.fact_id WHERE ${condition} ORDER BY p.from_day, p.fact_id`);
