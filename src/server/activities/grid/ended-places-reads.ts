import { scopesOf } from '#domain/access/policy.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { byNumber } from '#domain/orgs/number-order.ts';
import { organisationsOn, subtree, type OrganisationOnDay } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';

/**
 * Organisations that have ended and for whose days the caller recorded sessions as the tree stood on their last one: what
 * happened there before is entered by the office above, or by whoever still holds the desk of it.
 */
export async function endedPlaces({ tx, actor, today }: Call): Promise<readonly OrganisationOnDay[]> {
  const ends = await tx.many<{ day: CivilDate }>(sql`SELECT DISTINCT dissolved AS day FROM organisation WHERE dissolved < ${today} ORDER BY dissolved`);
  const ended: OrganisationOnDay[] = [];
  for (const { day } of ends) {
    const held = new Set(await subtree(tx, scopesOf(actor, 'recordSessions'), day));
    ended.push(...(await organisationsOn(tx, day)).filter((it) => it.dissolved === day && held.has(it.id)));
  }
  return ended.toSorted(byNumber);
}

/**
 * Organisations that have ended and whose people belong today where the caller records. What was held there stays theirs and is
 * entered by the office above: a grant on the branch into which they came does not reach back.
 */
export async function handedOver({ tx, today }: Call, places: readonly string[]): Promise<readonly OrganisationOnDay[]> {
  const rows = await tx.many<{ id: string; day: CivilDate }>(sql`
    SELECT DISTINCT o.id, o.dissolved AS day FROM organisation o
    JOIN membership before ON before.organisation_id = o.id AND before.to_day = o.dissolved
    JOIN membership now ON now.person_id = before.person_id AND now.organisation_id = ANY(${[...places]}::uuid[]) AND now.from_day <= ${today} AND (now.to_day IS NULL OR now.to_day >= ${today})
    WHERE o.dissolved < ${today} AND o.id <> ALL(${[...places]}::uuid[])`);
  const found: OrganisationOnDay[] = [];
  for (const day of new Set(rows.map((it) => it.day))) {
    const ids = new Set(rows.filter((it) => it.day === day).map(({ id }) => id));
    found.push(...(await organisationsOn(tx, day)).filter(({ id }) => ids.has(id)));
  }
  return found.toSorted(byNumber);
}
