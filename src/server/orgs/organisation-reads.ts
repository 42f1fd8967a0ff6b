import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { OrganisationCategory } from '#domain/orgs/categories.ts';
import type { OrganisationState, Structure } from '#domain/orgs/structure.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql, type Sql } from '#server/platform/sql.ts';

/**
 * The organisation and everything above it on a day, nearest first; empty when there is no such organisation that day.
 * Asked for the day in question because the tree is dated.
 */
export async function lineage(tx: Tx, organisation: string, day: CivilDate): Promise<readonly string[]> {
  const rows = await tx.many<{ id: string }>(sql`
    WITH RECURSIVE up(id, depth) AS (
      SELECT id, 0 FROM organisation WHERE id = ${organisation} AND founded <= ${day} AND (dissolved IS NULL OR dissolved >= ${day})
      UNION ALL
      SELECT place.parent_id, up.depth + 1 FROM up
      CROSS JOIN LATERAL (SELECT parent_id FROM organisation_placement
        WHERE fact_id = up.id AND from_day <= ${day} ORDER BY from_day DESC LIMIT 1) AS place
      WHERE place.parent_id IS NOT NULL AND up.depth < 20)
    SELECT id FROM up ORDER BY depth`);
  return rows.map((it) => it.id);
}

/**
 * The same for looking back: of an organisation that has ended by that day, as of its last one. What it held and what was
 * published of it stays to be read by those who could read it then.
 */
export const lastLineage = async (tx: Tx, organisation: string, day: CivilDate): Promise<readonly string[]> =>
  lineage(tx, organisation, await lastDayUpTo(tx, organisation, day));

/** A day, or the last one of an organisation that has ended before it. */
export async function lastDayUpTo(tx: Tx, organisation: string, day: CivilDate): Promise<CivilDate> {
  const ended = await tx.one<{ dissolved: CivilDate | null }>(sql`SELECT dissolved FROM organisation WHERE id = ${organisation}`);
  return ended?.dissolved && ended.dissolved < day ? ended.dissolved : day;
}

/** Ids of the organisations and all below them on a day. */
export async function subtree(tx: Tx, roots: readonly string[], day: CivilDate): Promise<readonly string[]> {
  const rows = await tx.many<{ id: string }>(sql`WITH RECURSIVE ${within(roots, undefined, day)} SELECT id FROM within`);
  return rows.map((it) => it.id);
}

/**
 * What lies within some scopes on a day, and below one organisation if one is named, as the tables of a recursive
 * statement that goes on from there: `within(id)`. One walk down the tree, which remembers whether it has passed a scope.
 */
export function within(scopes: readonly string[], below: string | undefined, day: CivilDate): Sql {
  const asked = sql`${[...scopes]}::uuid[]`;
  const exists = sql`o.founded <= ${day} AND (o.dissolved IS NULL OR o.dissolved >= ${day})`;
  const start = below === undefined
    ? sql`SELECT o.id, true FROM organisation o WHERE o.id = ANY(${asked}) AND ${exists}`
    : sql`SELECT o.id, EXISTS (SELECT FROM above WHERE above.id = ANY(${asked})) FROM organisation o WHERE o.id = ${below} AND ${exists}`;
  return sql`
    above(id) AS (
      SELECT o.id FROM organisation o WHERE o.id = ${below ?? null} AND ${exists}
      UNION
      SELECT o.id FROM above
      CROSS JOIN LATERAL (SELECT parent_id FROM organisation_placement WHERE fact_id = above.id AND from_day <= ${day} ORDER BY from_day DESC LIMIT 1) AS place
      JOIN organisation o ON o.id = place.parent_id AND ${exists}),
    down(id, inside) AS (
      ${start}
      UNION
      SELECT o.id, down.inside OR o.id = ANY(${asked}) FROM down
      JOIN organisation_placement place ON place.parent_id = down.id AND place.from_day <= ${day}
      JOIN organisation o ON o.id = place.fact_id AND ${exists}
      WHERE NOT EXISTS (SELECT FROM organisation_placement later
        WHERE later.fact_id = place.fact_id AND later.from_day > place.from_day AND later.from_day <= ${day})),
    within(id) AS (SELECT id FROM down WHERE inside)`;
}

/** The home of a person on a day (A-7: exactly one), with the group inside it. */
export const homeOf = (tx: Tx, person: string, day: CivilDate): Promise<{ organisation: string; group: string | null } | undefined> =>
  tx.one(sql`SELECT organisation_id AS organisation, group_id AS "group" FROM membership
    WHERE person_id = ${person} AND from_day <= ${day} AND (to_day IS NULL OR to_day >= ${day})
    ORDER BY from_day DESC LIMIT 1`);

/** The organisations in which some persons are at home on a day. */
export async function homesOf(tx: Tx, persons: readonly string[], day: CivilDate): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.many<{ person: string; organisation: string }>(sql`
    SELECT DISTINCT ON (person_id) person_id AS person, organisation_id AS organisation FROM membership
    WHERE person_id = ANY(${[...persons]}::uuid[]) AND from_day <= ${day} AND (to_day IS NULL OR to_day >= ${day}) ORDER BY person_id, from_day DESC`);
  return new Map(rows.map(({ person, organisation }) => [person, organisation]));
}

export interface OrganisationOnDay {
  readonly id: string;
  readonly version: number;
  readonly category: OrganisationCategory;
  readonly number: string;
  readonly name: string;
  readonly shortName: string;
  readonly founded: CivilDate;
  readonly dissolved: CivilDate | null;
  readonly parent: string | null;
}

/** Every organisation that existed on a day, with what it hung under on that day; names are those of now. */
export const organisationsOn = (tx: Tx, day: CivilDate): Promise<OrganisationOnDay[]> =>
  tx.many<OrganisationOnDay>(sql`
    SELECT DISTINCT ON (o.id) o.id, f.version, o.category, o.number, o.name, o.short_name AS "shortName", o.founded, o.dissolved, place.parent_id AS parent
    FROM organisation o JOIN fact f ON f.fact_id = o.id JOIN organisation_placement place ON place.fact_id = o.id AND place.from_day <= ${day}
    WHERE o.founded <= ${day} AND (o.dissolved IS NULL OR o.dissolved >= ${day})
    ORDER BY o.id, place.from_day DESC`);

/** All organisations with their dated places, dissolved ones too: what the rules of the tree look at. */
export async function structureOf(tx: Tx): Promise<Structure> {
  const rows = await tx.many<{ id: string; state: OrganisationState }>(sql`
    SELECT fact_id AS id, state FROM fact WHERE kind = 'organisation' AND NOT withdrawn ORDER BY seq`);
  return new Map(rows.map((it) => [it.id, it.state]));
}

/** Holds a branch in existence until the transaction ends, so that nobody dissolves it while somebody is entered. */
export async function heldOrganisation(tx: Tx, organisation: string): Promise<OrganisationState | undefined> {
  const row = await tx.one<{ state: OrganisationState }>(sql`
    SELECT state FROM fact WHERE fact_id = ${organisation} AND kind = 'organisation' AND NOT withdrawn FOR SHARE`);
  return row?.state;
}

/** Organisations with nothing above them: a grant there reaches everything. */
export async function roots(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.many<{ id: string }>(sql`SELECT id FROM organisation WHERE parent_id IS NULL ORDER BY number`);
  return rows.map((it) => it.id);
}
