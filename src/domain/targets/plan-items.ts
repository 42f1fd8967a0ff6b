import { isWithin, yearOf } from '#domain/calendar/civil-date.ts';
import { lastDayAsked } from '#domain/engine/asked.ts';
import { membersOn } from '#domain/engine/happenings.ts';
import { homeOn, isOnCommittee } from '#domain/engine/home.ts';
import { applies } from '#domain/engine/measured-values.ts';
import type { Reading } from '#domain/engine/reading.ts';
import { branch } from '#domain/engine/subject.ts';
import { type Post, postLabels } from '#domain/people/posts.ts';
import type { PointsNode, PointsPart, PointsRule } from '#domain/schemes/scheme.ts';

/** The branch and year that is broken down, with everything that is known of it. */
export interface PlanPlace {
  readonly reading: Reading;
  readonly organisation: string;
  readonly year: number;
}

export interface PlanItem {
  readonly aspect: PointsNode;
  readonly node: PointsNode;
  /** 责任职务 of the item, or else of its aspect. */
  readonly post: Post | null;
}

/** 考核项目 in the order of the scheme. A rule that stands beside the aspects is an aspect of one item. */
export const planItems = (total: PointsPart): readonly PlanItem[] => total.children.flatMap((aspect) =>
  (aspect.kind === 'rule' ? [aspect] : aspect.children).map((node) => ({ aspect, node, post: node.responsible ?? aspect.responsible })));

/**
 * Whether a branch has to plan an item at all: the body for which it asks is there, and somebody is expected at what it
 * counts. What only waits for something to happen (a mission, a key date) applies all the same.
 */
export const isApplicable = (place: PlanPlace, node: PointsNode): boolean =>
  (node.kind === 'part' ? node.children.some((child) => isApplicable(place, child)) : appliesHere(place, node) && isForSomebody(place, node));

/** A year that is planned ahead finds the bodies that are there now. */
const appliesHere = ({ reading, organisation, year }: PlanPlace, rule: PointsRule): boolean =>
  applies({ reading, subject: branch(organisation), year: Math.min(year, yearOf(reading.world.upTo.date)) }, rule);

/** Monday evenings are not for the retired, and so nothing that a branch of theirs could plan. */
function isForSomebody({ reading, organisation, year }: PlanPlace, { match }: PointsRule): boolean {
  const day = lastDayAsked({ reading, year });
  const activities = (match.activities ?? []).flatMap((id) => reading.book.on(day)?.activities.get(id) ?? []);
  const staff = new Set(membersOn(reading, organisation, day).map((person) => homeOn(reading.world, person, day)?.state.staffKind));
  return activities.length === 0 || staff.size === 0 || activities.some(({ exceptStaff }) => [...staff].some((kind) => kind === undefined || !exceptStaff.includes(kind)));
}

/** 可以负责的人: whoever sits on the committee of the branch, or is a member at home in it, with his post. */
export function peopleHere({ reading, organisation, year }: PlanPlace): ReadonlyMap<string, Post | null> {
  const day = lastDayAsked({ reading, year });
  const posts = (reading.world.postsOf.get(organisation) ?? []).filter(({ state }) => isWithin(day, state) && isOnCommittee(reading.world, state.person, organisation, day))
    .toSorted((one, other) => rankOf(one.state.post) - rankOf(other.state.post));
  const people = new Map<string, Post | null>();
  for (const { state: { person, post } } of posts) if (!people.has(person)) people.set(person, post);
  for (const person of membersOn(reading, organisation, day)) if (!people.has(person)) people.set(person, null);
  return people;
}

const rankOf = (post: Post): number => Object.keys(postLabels).indexOf(post);

/** Who holds a post of the branch today; a branch without a committee leaves everything to its secretary. */
export function holderOf({ reading, organisation, year }: PlanPlace, post: Post | null): string | null {
  const day = lastDayAsked({ reading, year });
  const held = (reading.world.postsOf.get(organisation) ?? []).filter(({ state }) => isWithin(day, state));
  const holder = (wanted: Post): string | null => held.find(({ state }) => state.post === wanted)?.state.person ?? null;
  if (post === null) return null;
  const alone = held.every(({ state }) => state.post === 'secretary' || state.post === 'deputySecretary');
  return holder(post) ?? (alone ? holder('secretary') : null);
}
