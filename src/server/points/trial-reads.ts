import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { NamedTeam } from '#domain/schemes/most-per-team.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

export interface TrialMember {
  readonly person: string;
  readonly branch: string;
  readonly staffKind: FactState<'membership'>['staffKind'];
  readonly team: string | null;
}

/** Members of the Party at home in some branches in the year, each where he was last, by number. */
export const membersOfYear = (tx: Tx, branches: readonly string[], year: number, today: CivilDate): Promise<TrialMember[]> => {
  const [from, to] = [`${year}-01-01`, today < `${year}-12-31` ? today : `${year}-12-31`];
  return tx.many<TrialMember>(sql`
    WITH last AS (
      SELECT DISTINCT ON (person_id) person_id, organisation_id, staff_kind FROM membership
      WHERE stage IN ('full', 'probationary') AND from_day <= ${to} AND (to_day IS NULL OR to_day >= ${from})
      ORDER BY person_id, from_day DESC),
    placed AS (
      SELECT DISTINCT ON (person_id) person_id, team_id FROM team_placement
      WHERE from_day <= ${to} AND (to_day IS NULL OR to_day >= ${from})
      ORDER BY person_id, from_day DESC)
    SELECT last.person_id AS person, last.organisation_id AS branch, last.staff_kind AS "staffKind", placed.team_id AS team
    FROM last JOIN person ON person.id = last.person_id LEFT JOIN placed ON placed.person_id = last.person_id
    WHERE last.organisation_id = ANY(${[...branches]}::uuid[]) ORDER BY person.number`);
};

/** Branches among some organisations that existed in the year, by number. */
export const branchesOfYear = (tx: Tx, organisations: readonly string[], year: number): Promise<{ id: string; name: string; number: string }[]> =>
  tx.many(sql`SELECT id, short_name AS name, number FROM organisation
    WHERE id = ANY(${[...organisations]}::uuid[]) AND category IN ('631', '632', '931', '932')
      AND founded <= ${`${year}-12-31`} AND (dissolved IS NULL OR dissolved >= ${`${year}-01-01`}) ORDER BY number`);

interface TeamOfBranch extends NamedTeam {
  readonly id: string;
  readonly branch: string;
}

/** Shift teams of some branches that were there in the year, by branch and in the order in which they were made. */
export const teamsOfYear = (tx: Tx, branches: readonly string[], year: number): Promise<TeamOfBranch[]> =>
  tx.many<TeamOfBranch>(sql`
    SELECT f.fact_id AS id, f.organisation_id AS branch, f.state AS team, coalesce((SELECT text.text->>'name' FROM fact_text text
      WHERE text.fact_id = f.fact_id AND text.text IS NOT NULL ORDER BY text.version DESC LIMIT 1), '') AS name
    FROM shift_team t JOIN fact f ON f.fact_id = t.fact_id JOIN organisation o ON o.id = t.organisation_id
    WHERE t.organisation_id = ANY(${[...branches]}::uuid[]) AND t.from_day <= ${`${year}-12-31`} AND (t.to_day IS NULL OR t.to_day >= ${`${year}-01-01`})
    ORDER BY o.number, (SELECT min(seq) FROM fact_log l WHERE l.fact_id = f.fact_id)`);

/** The shift teams named, in the order in which they are, with whose they are. */
export async function teamsNamed(tx: Tx, teams: readonly string[]): Promise<{ id: string; name: string; branch: string }[]> {
  const rows = await tx.many<{ id: string; name: string; branch: string }>(sql`
    SELECT t.fact_id AS id, t.organisation_id AS branch, coalesce((SELECT text.text->>'name' FROM fact_text text
      WHERE text.fact_id = t.fact_id AND text.text IS NOT NULL ORDER BY text.version DESC LIMIT 1), '') AS name
    FROM shift_team t WHERE t.fact_id = ANY(${[...teams]}::uuid[])`);
  return teams.flatMap((id) => rows.find((it) => it.id === id) ?? []);
}

export const branchesNamed = (tx: Tx, branches: readonly string[]): Promise<{ id: string; name: string; number: string }[]> =>
  tx.many(sql`SELECT id, short_name AS name, number FROM organisation WHERE id = ANY(${[...branches]}::uuid[]) ORDER BY number`);
