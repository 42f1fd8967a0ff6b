import type { ActName } from '#domain/access/acts.ts';
import { scopesOf } from '#domain/access/policy.ts';
import { holds } from '#domain/activities/holders.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';

type Category = FactState<'organisation'>['category'];

/**
 * Branches and groups, with everything below, on which the actor himself was given a right. What the office may do
 * everywhere is not the daily work of its desk: that is done by the branches.
 */
export async function ownDesks(call: Call, act: ActName): Promise<readonly string[]> {
  const rows = await call.tx.many<{ id: string; category: Category }>(sql`
    SELECT id, category FROM organisation WHERE id = ANY(${[...scopesOf(call.actor, act)]}::uuid[])`);
  const own = rows.filter(({ category }) => holds('branch', category) || holds('group', category)).map(({ id }) => id);
  return own.length === 0 ? [] : subtree(call.tx, own, call.today);
}

/** Branches on which the actor holds any of these acts, by number: the choice at the head of the branch desk. */
export async function branchesFor(call: Call, act: ActName): Promise<{ id: string; name: string }[]> {
  const below = await subtree(call.tx, scopesOf(call.actor, act), call.today);
  const rows = await call.tx.many<{ id: string; name: string; category: Category }>(sql`
    SELECT id, short_name AS name, category FROM organisation WHERE id = ANY(${[...below]}::uuid[]) ORDER BY number`);
  const branches = rows.filter(({ category }) => holds('branch', category));
  const groups = rows.filter(({ category }) => holds('group', category));
  // A group leader, who has no branch to choose, has the desk of his group.
  return (branches.length > 0 ? branches : groups).map(({ id, name }) => ({ id, name }));
}
