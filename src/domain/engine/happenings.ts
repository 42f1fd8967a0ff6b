import { wasHeld } from './attendance.ts';
import type { Entry } from './entry.ts';
import { hasHappened } from './has-happened.ts';
import { homeOn, isBelow } from './home.ts';
import { once } from './once.ts';
import type { Reading } from './reading.ts';
import type { Subject } from './subject.ts';
import type { Session } from './standing.ts';
import { personIn } from './world.ts';

/** Sessions of an organisation and of what hung below it on their day, held or only arranged, by day. */
export const sessionsOfBranch = (reading: Reading, organisation: string): readonly Session[] =>
  once(reading, organisation, 'sessions', () => findSessions(reading, organisation));

function findSessions({ world }: Reading, organisation: string): Session[] {
  return everBelow(world, organisation).flatMap((below) => world.sessionsOf.get(below) ?? [])
    .filter((session) => world.tree.aboveOn(session.state.organisation, session.day).includes(organisation))
    .sort((left, right) => (left.day === right.day ? (left.factId < right.factId ? -1 : 1) : left.day < right.day ? -1 : 1));
}

/**
 * Register lines that concern a subject: those that name the member; of a branch those that name somebody at home in it
 * that day, wherever they are kept, and those of its own registers that name nobody. By day.
 */
export const entriesOfSubject = (reading: Reading, subject: Subject): readonly Entry[] =>
  once(reading, subject.id, `entries ${subject.kind}`, () => findEntries(reading, subject));

function findEntries(reading: Reading, subject: Subject): Entry[] {
  const { world } = reading;
  const until = (entry: Entry): boolean => hasHappened(entry, world.upTo);
  if (subject.kind === 'member') return personIn(world, subject.id).entries.filter(until);
  // A statement is answered by the branch of its month, wherever the member is by then.
  const own = everBelow(world, subject.id).flatMap((below) => world.entriesOf.get(below) ?? [])
    .filter((entry) => (entry.named.length === 0 || entry.kind === 'statement')
      && entry.organisation !== null && world.tree.aboveOn(entry.organisation, entry.day).includes(subject.id));
  const naming = membersEver(reading, subject.id).flatMap((person) => personIn(world, person).entries.filter((entry) => {
    if (entry.kind === 'statement') return false;
    const home = homeOn(world, person, entry.day);
    return home !== null && isBelow(world, home, subject.id, entry.day);
  }));
  return [...new Set([...own, ...naming])].filter(until).sort(byDay);
}

/** Lines without persons in the registers of whatever stands above: what the office announces for all (重要节点). */
export function entriesAbove(reading: Reading, organisation: string): Entry[] {
  const { world } = reading;
  return world.tree.everAbove(organisation).filter((above) => above !== organisation)
    .flatMap((above) => world.entriesOf.get(above) ?? [])
    .filter((entry) => entry.named.length === 0 && hasHappened(entry, world.upTo) && entry.organisation !== null
      && world.tree.aboveOn(organisation, entry.day).includes(entry.organisation))
    .sort(byDay);
}

export const heldSessions = (reading: Reading, organisation: string): Session[] =>
  sessionsOfBranch(reading, organisation).filter((session) => wasHeld(reading, session));

/** Whoever had a home in the organisation or below it at any time. */
export const membersEver = (reading: Reading, organisation: string): readonly string[] =>
  once(reading, organisation, 'members', () => findMembers(reading.world, organisation));

function findMembers(world: Reading['world'], organisation: string): string[] {
  const persons = everBelow(world, organisation).flatMap((below) => (world.membershipsOf.get(below) ?? []).map(({ state }) => state.person));
  return [...new Set(persons)].sort();
}

/** Party members at home in the organisation on a day, in the order of their ids. */
export function membersOn(reading: Reading, organisation: string, day: string): string[] {
  const { world } = reading;
  return membersEver(reading, organisation).filter((person) => {
    const home = homeOn(world, person, day);
    return home !== null && home.state.stage !== 'none' && isBelow(world, home, organisation, day);
  });
}

/** The organisation and whatever ever hung below it. */
function everBelow({ organisations }: Reading['world'], organisation: string): string[] {
  const found = new Set([organisation]);
  for (const above of found) {
    for (const [id, { placements }] of organisations) if (placements.some(({ parent }) => parent === above)) found.add(id);
  }
  return [...found];
}

function byDay(left: Entry, right: Entry): number {
  return left.day === right.day ? (left.factId < right.factId ? -1 : 1) : left.day < right.day ? -1 : 1;
}
