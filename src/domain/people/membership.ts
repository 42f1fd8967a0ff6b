import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import { isGroup } from '#domain/orgs/categories.ts';
import { existsOn, parentOn, type OrganisationState } from '#domain/orgs/structure.ts';
import { refusePeople } from './refusals.ts';

export type MembershipState = FactState<'membership'>;

/** A spell of belonging as it is on record. */
export interface Spell {
  readonly factId: string;
  readonly version: number;
  readonly state: MembershipState;
}

/** Where somebody belongs and as what; without the days. */
export type Belonging = Pick<MembershipState, 'organisation' | 'group' | 'stage' | 'staffKind'>;

const overlaps = (a: { from: CivilDate; to: CivilDate | null }, b: { from: CivilDate; to: CivilDate | null }): boolean =>
  (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);

export const sameBelonging = (a: Belonging, b: Belonging): boolean =>
  a.organisation === b.organisation && a.group === b.group && a.stage === b.stage && a.staffKind === b.staffKind;

/**
 * What a transfer does: the newest spell ends the day before, the new one begins (A-7: exactly one home each day).
 * @param spells all of the person's, in the order of their days.
 * @param version of the newest spell as it was read.
 * @throws FactChanged, MembershipLater, MembershipSame
 */
export function transferred(spells: readonly Spell[], next: MembershipState, version: number | null): { readonly ended: Spell | null; readonly begun: MembershipState } {
  const newest = spells.at(-1);
  if ((newest?.version ?? null) !== version) throw refuseFact('FactChanged', { read: version ?? 0, current: newest?.version ?? 0 });
  if (!newest) return { ended: null, begun: next };
  if (next.from <= newest.state.from) throw refusePeople('MembershipLater', { from: newest.state.from });
  const open = newest.state.to === null || newest.state.to >= next.from;
  if (open && sameBelonging(newest.state, next)) throw refusePeople('MembershipSame', {});
  return { ended: open ? { ...newest, state: { ...newest.state, to: addDays(next.from, -1) } } : null, begun: next };
}

/** A spell with other days or another branch than was entered. @throws MembershipBackwards, MembershipOverlaps */
export function demandFreeDays(spells: readonly Spell[], factId: string, next: MembershipState): void {
  if (next.to !== null && next.to < next.from) throw refusePeople('MembershipBackwards', { from: next.from });
  const other = spells.find((it) => it.factId !== factId && overlaps(it.state, next));
  if (other) throw refusePeople('MembershipOverlaps', { from: other.state.from, to: other.state.to });
}

/**
 * A home is a branch that existed all the time; a temporary branch never is one (its members keep theirs). A group must
 * hang under that branch at the beginning.
 * @throws BranchAbsent, GroupElsewhere
 */
export function demandHome(branch: OrganisationState | undefined, group: OrganisationState | null | undefined, next: MembershipState): void {
  const home = branch && (branch.category === '631' || branch.category === '632');
  const there = home && existsOn(branch, next.from) && (branch.dissolved === null || (next.to !== null && next.to <= branch.dissolved));
  if (!there) throw refusePeople('BranchAbsent', { from: next.from });
  if (next.group === null) return;
  if (!group || !isGroup(group.category) || !existsOn(group, next.from) || parentOn(group, next.from) !== next.organisation) throw refusePeople('GroupElsewhere', {});
}

/** Born, joined, became full: in this order, as far as they are known. @throws PersonDatesReversed */
export function demandDateOrder(birth: CivilDate | null | undefined, joined: CivilDate | undefined, full: CivilDate | undefined): void {
  const known = [birth, joined, full].filter((it) => typeof it === 'string');
  if (known.some((it, at) => at > 0 && it < (known[at - 1] ?? ''))) throw refusePeople('PersonDatesReversed', {});
}
