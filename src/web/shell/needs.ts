import type { WhoAmI } from '#domain/access/contract.ts';
import { administratorRoles, type Role } from '#domain/access/roles.ts';

/**
 * Whom a page is offered to. It only decides what the menu shows; what may be read or done is decided by the server for
 * each call.
 */
export type Needs = (who: WhoAmI) => boolean;

export const anybody: Needs = () => true;

/** Accounts of administrators have no person, so no points, no leave and no meetings. */
export const aPerson: Needs = (who) => who.person !== null;

/** Holds one of the roles today, on whatever subtree. */
export const holding = (...roles: readonly Role[]): Needs => (who) =>
  who.grants.some((grant) =>
    roles.includes(grant.role) && grant.from <= who.today && (grant.to === null || who.today <= grant.to));

/** Posts in a branch and those who type in for it. */
export const branchPosts = holding(
  'secretary', 'deputySecretary', 'organiser', 'publicist', 'disciplineOfficer', 'groupLeader', 'recorder');

/** The office of the organs' Party committee. */
export const office = holding('organsSecretary', 'organsDeputy', 'organsDiscipline', 'partyAffairsOfficer');

/** Whoever may record sessions somewhere. */
export const recording: Needs = (who) => branchPosts(who) || holding('organsSecretary', 'organsDeputy', 'partyAffairsOfficer')(who);

export const administrators = holding(...administratorRoles);

export const either = (...needs: readonly Needs[]): Needs => (who) => needs.some((need) => need(who));

/** Whoever sets a bureau of one's own up; the demo bureau is founded whole. */
export const setsUp: Needs = (who) =>
  who.bureau.kind === 'own' && either(administrators, holding('organsSecretary', 'organsDeputy', 'partyAffairsOfficer'))(who);
