import type { FactState } from '#domain/facts/contract.ts';
import type { Activity } from '#domain/schemes/scheme.ts';
import { homeOn, isBelow, isOnCommittee, isPartyMember, type Membership } from './home.ts';
import type { Reading } from './reading.ts';
import type { Session } from './standing.ts';
import { personIn, type World } from './world.ts';

/** What decides who is expected: a session on record, or one that is only being arranged. */
export type Gathering = Pick<FactState<'session'>, 'organisation' | 'day' | 'activities' | 'sittings'>;

/** Asked of everybody and every session, the answer is made anew for nobody who is not expected. */
const NONE: readonly Activity[] = [];

/**
 * The activities of the gathering to which the person is expected (应到), by where he belonged on its day; none
 * when he is not expected at all. A gathering that is several activities expects whom any of them expects (D-17).
 */
export function expectingActivities({ world, book }: Reading, gathering: Gathering, person: string): readonly Activity[] {
  const home = homeOn(world, person, gathering.day);
  const version = book.on(gathering.day);
  if (home === null || version === null) return NONE;
  let expecting: readonly Activity[] = NONE;
  for (const id of gathering.activities) {
    const activity = version.activities.get(id);
    if (activity && expects(world, activity, gathering, home)) expecting = expecting.length === 0 ? [activity] : [...expecting, activity];
  }
  return expecting;
}

function expects(world: World, activity: Activity, { organisation, day }: Gathering, home: Membership): boolean {
  if (activity.exceptStaff.includes(home.state.staffKind)) return false;
  switch (activity.audience) {
    case 'members': return isPartyMember(home) && isBelow(world, home, organisation, day);
    case 'everybody': return isBelow(world, home, organisation, day);
    case 'committee': return isOnCommittee(world, home.state.person, organisation, day);
  }
}

/** Everybody who may be expected at the gathering: more people than are, never fewer. */
export function candidatesFor({ world }: Reading, { organisation, day }: Gathering): Set<string> {
  const persons = new Set<string>();
  for (const below of world.tree.belowOn(organisation, day)) {
    for (const { state } of world.membershipsOf.get(below) ?? []) persons.add(state.person);
  }
  for (const { state } of world.postsOf.get(organisation) ?? []) persons.add(state.person);
  return persons;
}

/** Every session at which the person may be expected: more than he was, never fewer. */
export function sessionsConcerning({ world }: Reading, person: string): Session[] {
  const { memberships, posts } = personIn(world, person);
  const organisations = new Set(posts.map(({ state }) => state.organisation));
  for (const { state } of memberships) {
    for (const above of world.tree.everAbove(state.organisation)) organisations.add(above);
    if (state.group !== null) organisations.add(state.group);
  }
  return [...organisations].flatMap((organisation) => world.sessionsOf.get(organisation) ?? []);
}
