import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { Refused } from '#domain/contracts/refusal.ts';
import type { Actor } from './actor.ts';
import type { ActName } from './acts.ts';
import { may, scopesOf } from './policy.ts';
import { refuseAccess } from './refusals.ts';
import { administratorRoles, homeRoles, roleLabels, type Role } from './roles.ts';

/** An organisation and everything above it today, nearest first. */
export type Lineage = readonly string[];

/**
 * Where an account stands: the home of its person (the last one, for somebody who left) and every organisation on which
 * it holds a role now or later. Never empty: an account that stands nowhere stands at the root.
 */
export type Places = readonly Lineage[];

/**
 * Lets the actor act on an account, or refuses. He needs the right over all of its places: whoever may replace the
 * password of an account could otherwise use rights that lie beyond his own (A6).
 * @throws NotAllowed for who holds the act nowhere, NotFound when no place of the account lies in his scope,
 *   GrantBeyondOwn when only some do.
 */
export function demandOver(actor: Actor, act: ActName, places: Places): void {
  const within = places.filter((lineage) => may(actor, act, lineage).allowed);
  if (within.length === 0) throw unknownTo(actor, act);
  if (within.length < places.length) throw refuseAccess('GrantBeyondOwn', {});
}

/**
 * What the actor is told of something that is not there, or that he may not know of: to whom the act is granted nowhere,
 * who could do it; to others, that nothing was found.
 */
export function unknownTo(actor: Actor, act: ActName): Refused {
  const permission = may(actor, act, scopesOf(actor, act));
  return permission.allowed ? refuse('NotFound', {}) : refuse('NotAllowed', permission.words);
}

export interface Spell {
  readonly role: Role;
  readonly organisation: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

export interface Grantee {
  readonly account: string;
  readonly person: string | null;
  readonly places: Places;
  /** Home and group of the person today with everything above them. */
  readonly belongs: readonly string[];
  /** Grants that hold now or later. */
  readonly held: readonly Spell[];
}

/**
 * Whether `grantor` may give `wanted` to `grantee`. A grantor gives only what lies in the subtree for which he holds
 * `grantRoles`, to accounts that lie wholly in it, so that no grant raises the sum of rights beyond it (A6).
 * @param lineage of the organisation of `wanted`; empty when there is none such today.
 * @throws the refusal that says what stands against it.
 */
export function demandGrant(grantor: Actor, grantee: Grantee, wanted: Spell, lineage: Lineage, today: CivilDate): void {
  demandOver(grantor, 'grantRoles', grantee.places);
  if (isSelf(grantor, grantee)) throw refuseAccess('GrantToSelf', {});
  if (!may(grantor, 'grantRoles', lineage).allowed) throw refuseAccess('GrantBeyondOwn', {});
  if (wanted.from < today || (wanted.to !== null && wanted.to < wanted.from)) throw refuseAccess('GrantDates', {});
  const meanwhile = grantee.held.filter((it) => overlap(it, wanted));
  if (meanwhile.some((it) => it.role !== wanted.role && (isAdministrator(it.role) || isAdministrator(wanted.role)))) {
    throw refuseAccess('AdministratorsApart', {});
  }
  if (meanwhile.some((it) => it.role === wanted.role && it.organisation === wanted.organisation)) throw refuseAccess('GrantHeld', {});
  if (grantee.person === null && !isAdministrator(wanted.role)) throw refuseAccess('GrantWithoutPerson', {});
  if (homeRoles.includes(wanted.role) && !grantee.belongs.includes(wanted.organisation)) {
    throw refuseAccess('GrantWithoutHome', { role: roleLabels[wanted.role] });
  }
}

/**
 * Whether `actor` may end a grant. Taking away needs the right over that grant alone, whatever else the account holds.
 * @param last the last day on which it holds, or null for at once.
 */
export function demandEnd(actor: Actor, grantee: Pick<Grantee, 'account' | 'person'>, ended: Spell, lineage: Lineage, last: CivilDate | null, today: CivilDate): void {
  demandOver(actor, 'grantRoles', [lineage]);
  if (isSelf(actor, grantee)) throw refuseAccess('GrantToSelf', {});
  if (last === null) return;
  const lengthens = ended.to !== null && last > ended.to;
  if (last < today || last < ended.from || lengthens) throw refuseAccess('GrantDates', {});
}

const isSelf = (actor: Actor, grantee: Pick<Grantee, 'account' | 'person'>): boolean =>
  actor.account === grantee.account || (actor.person !== null && actor.person === grantee.person);

const isAdministrator = (role: Role): boolean => administratorRoles.includes(role);

const overlap = (a: Spell, b: Spell): boolean => (a.to === null || a.to >= b.from) && (b.to === null || b.to >= a.from);
