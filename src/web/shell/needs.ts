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
export const office = holding('organsSecretary', 'organsDeputy', 'partyAffairsOfficer');

/** Those who see all of it without working in it: the leaders of the bureau and the discipline commission of the organs. */
export const overseers = holding('bureauLeader', 'organsDiscipline');

export const administrators = holding(...administratorRoles);

export const either = (...needs: readonly Needs[]): Needs => (who) => needs.some((need) => need(who));

/** Whoever may record sessions somewhere. */
export const recording = either(branchPosts, office);

/** Whoever sets a bureau of one's own up; the demo bureau is founded whole. */
export const setsUp: Needs = (who) =>
  who.bureau.kind === 'own' && either(administrators, office)(who);
