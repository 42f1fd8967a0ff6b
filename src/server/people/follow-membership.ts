import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { MembershipState } from '#domain/people/membership.ts';
import { cutBefore, endsWithMove } from '#domain/people/posts.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { amendFact, withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { postsHeldBy } from './person-reads.ts';

/**
 * Ends what a person held only as part of the old home: its posts and places in its shift teams.
 * @param after the new membership; null when the person left the bureau, then everything ends.
 * @param from the first day on which the old home no longer holds.
 */
export async function followMembership(call: Call, before: MembershipState, after: MembershipState | null, from: CivilDate): Promise<{ endedPosts: number; endedTeams: number }> {
  let endedPosts = 0;
  for (const { factId, version, state } of await postsHeldBy(call.tx, before.person)) {
    if (endsWithMove(state, before, after) && (await cut(call, { factId, version }, cutBefore(state, from), (next) => ({ kind: 'post', factId, version, state: next })))) endedPosts += 1;
  }
  let endedTeams = 0;
  for (const { factId, organisation } of await placementsOf(call.tx, before.person, from)) {
    const fact = await factOf(call.tx, 'teamPlacement', factId);
    // Work goes on for somebody who is no member any more, so the stage does not matter here.
    if (!fact || !endsWithMove({ organisation }, before, after && { ...after, stage: 'full' })) continue;
    const { version, state, standing } = fact;
    if (await cut(call, { factId, version }, cutBefore(state, from), (next) => ({ kind: 'teamPlacement', factId, version, state: next, standing }))) endedTeams += 1;
  }
  return { endedPosts, endedTeams };
}

async function cut<S>(call: Call, read: { factId: string; version: number }, next: S | 'withdrawn' | 'untouched', amendment: (state: S) => Parameters<typeof amendFact>[1]): Promise<boolean> {
  if (next === 'untouched') return false;
  if (next === 'withdrawn') await withdrawFact(call, read);
  else await amendFact(call, amendment(next as S));
  return true;
}

const placementsOf = (tx: Tx, person: string, from: CivilDate): Promise<{ factId: string; organisation: string }[]> =>
  tx.many(sql`
    SELECT p.fact_id AS "factId", t.organisation_id AS organisation FROM team_placement p JOIN shift_team t ON t.fact_id = p.team_id
    WHERE p.person_id = ${person} AND (p.to_day IS NULL OR p.to_day >= ${from})`);
