import { type CivilDate, isWithin, lastOfMonth, type Period } from '#domain/calendar/civil-date.ts';
import type { Fact } from './standing.ts';
import { personIn, type World } from './world.ts';

export type Membership = Fact<'membership'>;

/** Offices of a branch or Party committee; a group leader is no member of the committee. */
const committeePosts: ReadonlySet<string> = new Set([
  'secretary', 'deputySecretary', 'organiser', 'publicist', 'disciplineOfficer', 'committeeMember',
]);

/**
 * The one home of a person on a day, or null. Where spells overlap by mistake the one that began last holds, and
 * of two that began on the same day the longer: whoever moves away and back on one day is at home where he stayed.
 */
export function homeOn(world: World, person: string, day: CivilDate): Membership | null {
  let home: Membership | null = null;
  for (const spell of personIn(world, person).memberships) {
    if (isWithin(day, spell.state) && (home === null || holdsAgainst(spell, home))) home = spell;
  }
  return home;
}

/** Every organisation to which the home belongs on the day: the Party group, the branch, and all above it. */
export function homesAbove(world: World, home: Membership, day: CivilDate): readonly string[] {
  const above = world.tree.aboveOn(home.state.organisation, day);
  return home.state.group === null ? above : [home.state.group, ...above];
}

export function isBelow(world: World, home: Membership, organisation: string, day: CivilDate): boolean {
  return home.state.group === organisation || world.tree.aboveOn(home.state.organisation, day).includes(organisation);
}

/** Full and probationary members; others stand on the roster of the unit without points of their own. */
export function isPartyMember(home: Membership | null): home is Membership {
  return home !== null && home.state.stage !== 'none';
}

/** Whether the month has at least one day on which the person was a member of the Party here. */
export function isPartyMemberIn(world: World, person: string, month: Period): boolean {
  const span = { from: `${month}-01`, to: lastOfMonth(month) };
  return personIn(world, person).memberships.some(
    ({ state }) => state.stage !== 'none' && state.from <= span.to && (state.to === null || (state.to >= span.from && state.to >= state.from)),
  );
}

/** Whether the person sits on the committee of the organisation that day. */
export function isOnCommittee(world: World, person: string, organisation: string, day: CivilDate): boolean {
  return personIn(world, person).posts.some(
    ({ state }) => state.organisation === organisation && committeePosts.has(state.post) && isWithin(day, state),
  );
}

function holdsAgainst(spell: Membership, other: Membership): boolean {
  if (spell.state.from !== other.state.from) return spell.state.from > other.state.from;
  const end = spell.state.to ?? '9999-12-31';
  const otherEnd = other.state.to ?? '9999-12-31';
  return end === otherEnd ? spell.factId > other.factId : end > otherEnd;
}
