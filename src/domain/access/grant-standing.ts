import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { homeRoles, type Role } from './roles.ts';

/** A grant as it was written down. */
export interface WrittenGrant {
  readonly role: Role;
  readonly organisation: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  /** Whether somebody ended it before its last day. */
  readonly ended: boolean;
}

/**
 * `suspended`: a role of a branch whose holder does not belong to the organisation, nor to one below it, today. It holds
 * again by itself if he comes back before it ends.
 */
export const grantStandings = ['inForce', 'later', 'suspended', 'over'] as const;
export type GrantStanding = (typeof grantStandings)[number];

/**
 * What a grant is worth on a day.
 * @param belongs the holder's home and group on that day with everything above them; empty for an account without a
 *   person and for a person who has left.
 */
export function grantStanding(grant: WrittenGrant, today: CivilDate, belongs: readonly string[]): GrantStanding {
  if (grant.ended || (grant.to !== null && grant.to < today)) return 'over';
  if (grant.from > today) return 'later';
  return homeRoles.includes(grant.role) && !belongs.includes(grant.organisation) ? 'suspended' : 'inForce';
}
