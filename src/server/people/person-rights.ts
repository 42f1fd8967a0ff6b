import type { ActName } from '#domain/access/acts.ts';
import { demand, may } from '#domain/access/policy.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { refusePeople } from '#domain/people/refusals.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';

/** The home that decides who may see a person: that of today, or the last one of somebody who has left. */
async function homeLineage(tx: Tx, person: string, today: CivilDate): Promise<readonly string[]> {
  const home = await tx.one<{ at: string; day: CivilDate }>(sql`
    SELECT coalesce(group_id, organisation_id) AS at, least(coalesce(to_day, ${today}), ${today}) AS day
    FROM membership WHERE person_id = ${person} AND from_day <= ${today} ORDER BY from_day DESC LIMIT 1`);
  return home ? lineage(tx, home.at, home.day) : [];
}

/** Whoever may see people there may know of the person, and everybody may see himself. @throws NotFound */
export async function demandSight(call: Call, person: string): Promise<readonly string[]> {
  const above = await homeLineage(call.tx, person, call.today);
  if (call.actor.person !== person && !may(call.actor, 'readPeople', above).allowed) throw refuse('NotFound', {});
  return above;
}

/** The right to do something to a person one may see. @throws NotFound, NotAllowed */
export async function demandPerson(call: Call, person: string, act: ActName): Promise<void> {
  demand(call.actor, act, await demandSight(call, person));
}

/**
 * The right to change where a person belongs and what posts he holds. Both decide what counts for him, back to the
 * beginning of the open year, so nobody does it for himself. @throws NotFound, NotAllowed, OwnMembershipOrPost
 */
export async function demandAnother(call: Call, person: string): Promise<void> {
  await demandPerson(call, person, 'editPeople');
  if (call.actor.person === person) throw refusePeople('OwnMembershipOrPost', {});
}

/** Two changes of one person's memberships or posts wait for each other. */
export async function lockPerson(tx: Tx, person: string): Promise<void> {
  await tx.many(sql`SELECT id FROM person WHERE id = ${person} FOR NO KEY UPDATE`);
}
