import { scopesOf } from '#domain/access/policy.ts';
import type { ActName } from '#domain/access/acts.ts';
import type { Call } from '#server/platform/call.ts';
import { homeOf, subtree } from '#server/orgs/organisation-reads.ts';

/** Everything below the organisations on which the actor holds the act, as the tree stands today. */
export const organisationsFor = ({ tx, actor, today }: Call, act: ActName): Promise<readonly string[]> =>
  subtree(tx, scopesOf(actor, act), today);

/** Organisations whose sessions the actor may see: those he has a right on, his own branch and group. */
export async function visibleOrganisations(call: Call): Promise<readonly string[]> {
  const home = call.actor.person === null ? undefined : await homeOf(call.tx, call.actor.person, call.today);
  const own = home ? [home.organisation, ...(home.group === null ? [] : [home.group])] : [];
  return [...new Set([...(await organisationsFor(call, 'readSessions')), ...own])];
}
