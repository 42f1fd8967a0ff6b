import { type CivilDate, firstOfMonth, lastOfMonth, monthsTouched, type Period } from '#domain/calendar/civil-date.ts';
import { firstDayOf, kindOf, lastDayOf, type WindowKey } from '#domain/calendar/window.ts';
import { homeOn } from './home.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './subject.ts';
import type { Inclusion, World } from './world.ts';

/**
 * The day from which an organisation is reckoned with (启用日期): its own, or that of the nearest above it by the tree of a
 * day; null where none was said, and it counts since it was founded. What was recorded of the time before it counts like
 * anything else; what is missing there is nobody's gap (未纳入).
 */
export const includedSince = (world: World, organisation: string, day: CivilDate): CivilDate | null => inclusionOf(world, organisation, day)?.from ?? null;

function inclusionOf({ tree, inclusions }: World, organisation: string, day: CivilDate): Inclusion | undefined {
  if (inclusions.size === 0) return undefined;
  for (const above of tree.aboveOn(organisation, day)) {
    const said = inclusions.get(above);
    if (said !== undefined) return said;
  }
  return undefined;
}

export const isIncluded = (world: World, organisation: string, day: CivilDate): boolean => (includedSince(world, organisation, day) ?? day) <= day;

/** The same of a subject: a branch itself, a member by where he was at home that day; who was nowhere is not left out by it. */
export function isIncludedSubject({ world }: Reading, { kind, id }: Subject, day: CivilDate): boolean {
  if (kind === 'branch') return isIncluded(world, id, day);
  const home = homeOn(world, id, day);
  return home === null || isIncluded(world, home.state.organisation, day);
}

/**
 * Whether it took place before anybody could enter it: the day of inclusion was said later. What came in from the tables of
 * that time counts, but nobody is asked whether he entered it in time.
 */
export function isBeforeEntering({ world }: Reading, { kind, id }: Subject, day: CivilDate): boolean {
  const organisation = kind === 'branch' ? id : homeOn(world, id, day)?.state.organisation;
  return organisation !== undefined && day < (inclusionOf(world, organisation, day)?.saidOn ?? '');
}

/** The month has at least one day that is not left out: its last one tells, because a day of inclusion is a beginning. */
export const isIncludedMonth = (reading: Reading, subject: Subject, month: Period): boolean => isIncludedSubject(reading, subject, lastOfMonth(month));

/** Whether all of the window lies in the time from which the organisation is reckoned with. */
export const isIncludedThrough = (world: World, organisation: string, window: WindowKey): boolean =>
  (includedSince(world, organisation, lastDayOf(window)) ?? '') <= firstDayOf(window);

/**
 * How many of a quota that is asked in each window: all of it where the organisation was there, included and under a scheme
 * on every day; of a longer window the share of the months of which that holds, rounded down, so that nobody is asked
 * for more than his months. A quota of one is asked of whole windows only.
 */
export function askedIn(reading: Reading, organisation: string, window: WindowKey, quota: number): number {
  if (isInForce(reading, organisation, firstDayOf(window), lastDayOf(window))) return quota;
  if (!['quarter', 'half', 'year'].includes(kindOf(window))) return 0;
  const months = monthsTouched(firstDayOf(window), lastDayOf(window));
  const inForce = months.filter((month) => isInForce(reading, organisation, firstOfMonth(month), lastOfMonth(month)));
  return Math.floor((quota * inForce.length) / months.length);
}

/** Whether nothing is asked of the window because the organisation was not reckoned with yet, and not because it was not there. */
export const isLeftOut = ({ world, book }: Reading, organisation: string, window: WindowKey): boolean =>
  isThere({ world, book }, organisation, firstDayOf(window), lastDayOf(window)) && !isIncludedThrough(world, organisation, window);

const isInForce = (reading: Reading, organisation: string, from: CivilDate, to: CivilDate): boolean =>
  isThere(reading, organisation, from, to) && (includedSince(reading.world, organisation, to) ?? '') <= from;

function isThere({ world, book }: Reading, organisation: string, from: CivilDate, to: CivilDate): boolean {
  const state = world.organisations.get(organisation);
  const first = book.versions[0]?.from;
  return state !== undefined && first !== undefined && first <= from && state.founded <= from && (state.dissolved === null || state.dissolved >= to);
}
