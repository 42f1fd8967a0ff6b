import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

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

/** Ids of the organisations and all below them on a day. */
export async function subtree(tx: Tx, roots: readonly string[], day: CivilDate): Promise<readonly string[]> {
  const rows = await tx.many<{ id: string }>(sql`
    WITH RECURSIVE placed AS (
      SELECT DISTINCT ON (place.fact_id) place.fact_id AS id, place.parent_id FROM organisation_placement place
      JOIN organisation o ON o.id = place.fact_id AND o.founded <= ${day} AND (o.dissolved IS NULL OR o.dissolved >= ${day})
      WHERE place.from_day <= ${day} ORDER BY place.fact_id, place.from_day DESC),
    down AS (
      SELECT id FROM placed WHERE id = ANY(${[...roots]}::uuid[])
      UNION
      SELECT placed.id FROM placed JOIN down ON placed.parent_id = down.id)
    SELECT id FROM down`);
  return rows.map((it) => it.id);
}

/** The home of a person on a day (A-7: exactly one), with the group inside it. */
export const homeOf = (tx: Tx, person: string, day: CivilDate): Promise<{ organisation: string; group: string | null } | undefined> =>
  tx.one(sql`SELECT organisation_id AS organisation, group_id AS "group" FROM membership
    WHERE person_id = ${person} AND from_day <= ${day} AND (to_day IS NULL OR to_day >= ${day})
    ORDER BY from_day DESC LIMIT 1`);
