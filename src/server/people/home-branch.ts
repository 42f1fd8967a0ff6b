import { demandHome, type MembershipState } from '#domain/people/membership.ts';
import { heldOrganisation } from '#server/orgs/organisation-reads.ts';
import type { Tx } from '#server/platform/database.ts';

/** The branch and group of a membership exist, and nobody dissolves them while it is written. @throws BranchAbsent, GroupElsewhere */
export async function demandHomeBranch(tx: Tx, next: MembershipState): Promise<void> {
  const branch = await heldOrganisation(tx, next.organisation);
  const group = next.group === null ? null : await heldOrganisation(tx, next.group);
  demandHome(branch, group, next);
}
