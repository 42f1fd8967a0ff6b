import { may } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { homeOf, lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';

/** Who acts for a branch or above it, or belongs to it. @returns everything above the branch. @throws NotFound */
export async function demandSight({ tx, actor, today }: Call, organisation: string): Promise<readonly string[]> {
  const above = await lineage(tx, organisation, today);
  const home = actor.person === null ? undefined : await homeOf(tx, actor.person, today);
  if (above.length > 0 && (may(actor, 'readScores', above).allowed || home?.organisation === organisation)) return above;
  throw refuse('NotFound', {});
}
