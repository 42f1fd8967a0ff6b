import { grantStanding, type GrantStanding } from '#domain/access/grant-standing.ts';
import type { Lineage, Places, Spell } from '#domain/access/granting.ts';
import type { Role } from '#domain/access/roles.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';

export interface GrantRow extends Spell {
  readonly id: string;
  readonly account: string;
  readonly organisationName: string;
  readonly grantedBy: string | null;
  readonly grantedAt: Date;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}

const grantsWhere = (tx: Tx, condition: Sql): Promise<GrantRow[]> => tx.many<GrantRow>(sql`
  SELECT g.id, g.account_id AS account, g.role, g.organisation_id AS organisation, coalesce(o.short_name, '') AS "organisationName",
    g.from_day AS "from", g.to_day AS "to", giver.user_name AS "grantedBy", g.granted_at AS "grantedAt",
    ender.user_name AS "endedBy", g.ended_at AS "endedAt"
  FROM role_grant g LEFT JOIN organisation o ON o.id = g.organisation_id
  LEFT JOIN account giver ON giver.id = g.granted_by LEFT JOIN account ender ON ender.id = g.ended_by
  WHERE ${condition} ORDER BY g.from_day DESC, g.id`);

export const grantsOf = (tx: Tx, accounts: readonly string[]): Promise<GrantRow[]> =>
  grantsWhere(tx, sql`g.account_id = ANY(${[...accounts]}::uuid[])`);

export const grantById = async (tx: Tx, grant: string): Promise<GrantRow | undefined> => (await grantsWhere(tx, sql`g.id = ${grant}`))[0];

export const standingOf = (grant: GrantRow, today: CivilDate, belongs: readonly string[]): GrantStanding =>
  grantStanding({ ...grant, ended: grant.endedAt !== null }, today, belongs);

/** The lineage of an organisation today; of one that is no more, the root, so that somebody stays in charge of it. */
export async function lineageOrRoot(tx: Tx, organisation: string, today: CivilDate): Promise<Lineage> {
  const found = await lineage(tx, organisation, today);
  return found.length > 0 ? found : rootLineage(tx, today);
}

export async function rootLineage(tx: Tx, today: CivilDate): Promise<Lineage> {
  const rows = await tx.many<{ id: string }>(sql`
    SELECT id FROM organisation WHERE parent_id IS NULL AND founded <= ${today} AND (dissolved IS NULL OR dissolved >= ${today}) ORDER BY id`);
  return rows.map((it) => it.id);
}

/** Home and group of each person today with everything above them; who has left is not in the map. */
export async function belongsOf(tx: Tx, persons: readonly string[], today: CivilDate): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.many<{ person: string; belongs: string[] }>(sql`
    WITH RECURSIVE home AS (
      SELECT person_id, organisation_id, group_id FROM membership
      WHERE person_id = ANY(${[...persons]}::uuid[]) AND from_day <= ${today} AND (to_day IS NULL OR to_day >= ${today})),
    belongs(person_id, organisation_id, depth) AS (
      SELECT person_id, organisation_id, 0 FROM home UNION SELECT person_id, group_id, 0 FROM home WHERE group_id IS NOT NULL
      UNION
      SELECT person_id, place.parent_id, depth + 1 FROM belongs CROSS JOIN LATERAL (
        SELECT parent_id FROM organisation_placement WHERE fact_id = belongs.organisation_id AND from_day <= ${today}
        ORDER BY from_day DESC LIMIT 1) AS place
      WHERE place.parent_id IS NOT NULL AND depth < 20)
    SELECT person_id AS person, array_agg(organisation_id) AS belongs FROM belongs GROUP BY person_id`);
  return new Map(rows.map((it) => [it.person, it.belongs]));
}

/** Where an account stands: the last home of its person and every organisation of its grants that hold now or later. */
export async function placesOf(tx: Tx, account: string, today: CivilDate): Promise<Places> {
  const rows = await tx.many<{ organisation: string }>(sql`
    SELECT organisation_id AS organisation FROM role_grant
    WHERE account_id = ${account} AND ended_at IS NULL AND (to_day IS NULL OR to_day >= ${today})
    UNION
    (SELECT m.organisation_id FROM membership m JOIN account a ON a.person_id = m.person_id
     WHERE a.id = ${account} ORDER BY m.from_day > ${today}, m.from_day DESC LIMIT 1)`);
  if (rows.length === 0) return [await rootLineage(tx, today)];
  const places: Lineage[] = [];
  for (const { organisation } of rows) places.push(await lineageOrRoot(tx, organisation, today));
  return places;
}

/** How many others hold an administrator's role for good on the same organisation; their rows are locked until the end. */
export async function otherAdministrators(tx: Tx, role: Role, organisation: string, without: string, today: CivilDate): Promise<number> {
  const rows = await tx.many<{ account_id: string }>(sql`
    SELECT g.account_id FROM role_grant g JOIN account a ON a.id = g.account_id
    WHERE g.role = ${role} AND g.organisation_id = ${organisation} AND g.ended_at IS NULL AND g.to_day IS NULL AND g.from_day <= ${today}
      AND a.closed_at IS NULL AND (a.person_id IS NULL OR EXISTS (
        SELECT FROM membership m WHERE m.person_id = a.person_id AND m.from_day <= ${today} AND (m.to_day IS NULL OR m.to_day >= ${today})))
    ORDER BY g.id FOR UPDATE OF g, a`);
  return rows.filter((it) => it.account_id !== without).length;
}
