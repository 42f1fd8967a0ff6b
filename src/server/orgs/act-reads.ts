import type { ActName } from '#domain/access/acts.ts';
import { may } from '#domain/access/policy.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { Call } from '#server/platform/call.ts';
import { homeOf, lineage } from './organisation-reads.ts';

/**
 * The act on an organisation. Who works for it or belongs to it is told who could; for anybody else it is not there.
 * @returns the organisation and everything above it. @throws NotFound, NotAllowed
 */
export async function demandIn(call: Call, act: ActName, organisation: string, day: CivilDate = call.today): Promise<readonly string[]> {
  const above = await lineage(call.tx, organisation, day);
  const permission = may(call.actor, act, above);
  if (permission.allowed) return above;
  throw (await knows(call, above)) ? refuse('NotAllowed', permission.words) : refuse('NotFound', {});
}

async function knows({ tx, actor, today }: Call, above: readonly string[]): Promise<boolean> {
  if (above.length === 0) return false;
  if (actor.grants.some((grant) => above.includes(grant.organisation))) return true;
  const home = actor.person === null ? undefined : await homeOf(tx, actor.person, today);
  return home !== undefined && (await lineage(tx, home.organisation, today)).includes(above[0] ?? '');
}
