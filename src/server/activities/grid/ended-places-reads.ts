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
