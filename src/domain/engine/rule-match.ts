import { addDays, daysBetween, yearOf } from '#domain/calendar/civil-date.ts';
import type { Match } from '#domain/schemes/format/match-shape.ts';
import { type Entry, type Happening, isEntry, isInForce, numberIn } from './entry.ts';
import { homeOn, isBelow, isOnCommittee } from './home.ts';
import type { Reading } from './reading.ts';
import type { SchemeVersion } from './scheme-book.ts';
import type { Subject } from './subject.ts';
import type { Session } from './standing.ts';
import { personIn } from './world.ts';

type FieldCondition = NonNullable<Match['where']>[string];

/**
 * Whether a rule looks at a session. Several of the rule's activities in one session make it match once; an
 * empty list asks nothing.
 */
export function isMatched({ state }: Session, match: Match): boolean {
  return anyOf(match.activities, state.activities) && anyOf(match.contents, state.contents);
}

/**
 * Whether a rule looks at a session or a register line of the subject; what a condition does not ask is not asked.
 * @param year the year that is judged, which a rule may mean by 本年; it may be looked at in a later one.
 */
export function matches(reading: Reading, happening: Happening, match: Match, subject: Subject, year = yearOf(reading.world.upTo.date)): boolean {
  const version = versionFor(reading, happening);
  if (version === null) return false;
  if (match.anyOf !== undefined) {
    const { anyOf: choices, ...rest } = match;
    return choices.some((one) => matches(reading, happening, { ...rest, ...one }, subject, year));
  }
  const about = isEntry(happening) ? entryMatches(reading, version, happening, match, subject, year) : sessionMatches(reading, happening, match, subject);
  return about && hasLabel(version, happening, match.labels) && isInTime(happening, match);
}

/** What began before the first adoption and lasts into it (a term of office, a brand) is read as the first version reads it. */
function versionFor({ book }: Reading, happening: Happening): SchemeVersion | null {
  const version = book.on(happening.day);
  const [first] = book.versions;
  if (version !== null || first === undefined || !isEntry(happening)) return version;
  const reaches = happening.until === null || happening.until >= first.from;
  return reaches && first.registers.get(happening.register)?.lasts === true ? first : null;
}

function sessionMatches(reading: Reading, session: Session, match: Match, subject: Subject): boolean {
  if (match.records !== undefined && match.activities === undefined) return false;
  const { agenda, host, minuteTaker, marks, contents } = session.state;
  return isMatched(session, match)
    && (match.firstItem === undefined || (agenda[0]?.firstItem ?? false) === match.firstItem)
    && (match.complete !== true || (host !== null && minuteTaker !== null && marks.length > 0 && (contents.length > 0 || agenda.length > 0)))
    && (match.speaker === undefined || session.state.speakers.some((person) => speaksAs(reading, session, person, subject) === match.speaker))
    && (match.speakerIn === undefined || session.state.speakers.some((person) => personIn(reading.world, person).entries
      .some((entry) => entry.register === match.speakerIn && isInForce(entry, session.day))));
}

/** As whom somebody at home in the branch speaks; a guest of another branch speaks as none of it. */
function speaksAs({ world }: Reading, { day }: Session, person: string, subject: Subject): Match['speaker'] | null {
  const spell = homeOn(world, person, day);
  if (spell === null || (subject.kind === 'branch' && !isBelow(world, spell, subject.id, day))) return null;
  const home = spell.state.organisation;
  const isSecretary = personIn(world, person).posts.some(({ state }) =>
    state.organisation === home && state.post === 'secretary' && state.from <= day && (state.to === null || day <= state.to));
  if (isSecretary) return 'secretary';
  return isOnCommittee(world, person, home, day) ? 'committee' : 'ordinary';
}

function entryMatches({ world }: Reading, version: SchemeVersion, entry: Entry, match: Match, subject: Subject, year: number): boolean {
  if (!(match.records ?? []).includes(entry.register)) return false;
  const register = version.registers.get(entry.register) ?? null;
  const fields = Object.entries(match.where ?? {}).every(([field, asked]) =>
    meets(asked, entry.values[field], year, () => numberIn(entry, field, world.upTo.date, register)));
  if (!fields) return false;
  const part = match.as === undefined || entry.named.some(({ person, as }) => as === match.as && (subject.kind === 'branch' || person === subject.id));
  return part && (match.personsAtLeast === undefined || ownPersons(world, entry, subject).length >= match.personsAtLeast);
}

/**
 * The people of the subject whom an entry names, in that part where one is asked: the member himself, or those at home in
 * the branch that day.
 */
export function ownPersons(world: Reading['world'], entry: Entry, subject: Subject, part?: string): readonly string[] {
  const persons = [...new Set(entry.named.filter(({ as }) => part === undefined || as === part).map(({ person }) => person))];
  if (subject.kind === 'member') return persons.filter((person) => person === subject.id);
  return persons.filter((person) => {
    const home = homeOn(world, person, entry.day);
    return home !== null && isBelow(world, home, subject.id, entry.day);
  });
}

function meets(asked: FieldCondition, value: unknown, year: number, number: () => number | null): boolean {
  if (asked === 'thisYear') return typeof value === 'string' && value.startsWith(`${year}-`);
  if (typeof asked === 'boolean') return (value ?? false) === asked;
  if (Array.isArray(asked)) return typeof value === 'string' && asked.includes(value);
  if ('by' in asked) return typeof value === 'string' && value <= lastDayBy(year, asked.by);
  const found = number();
  return found !== null && (asked.atLeast === undefined || found >= asked.atLeast) && (asked.atMost === undefined || found <= asked.atMost);
}

function hasLabel(version: SchemeVersion, happening: Happening, asked: readonly string[] | undefined): boolean {
  return asked === undefined || asked.length === 0 || asked.some((label) => labelsOf(version, happening).has(label));
}

/** The labels of the bureau's frame on a session or entry, with everything above them; each once. */
export function labelsOf(version: SchemeVersion, happening: Happening): Set<string> {
  const tags = isEntry(happening)
    ? version.registers.get(happening.register)?.labels ?? []
    : happening.state.activities.flatMap((id) => version.activities.get(id)?.labels ?? []);
  return new Set(tags.flatMap((tag) => version.labelsAbove.get(tag) ?? [tag]));
}

function isInTime({ day, period, enteredOn }: Happening, { enteredWithin, by }: Match): boolean {
  return (enteredWithin === undefined || daysBetween(day, enteredOn) <= enteredWithin)
    && (by === undefined || day <= lastDayBy(yearOf(period), by));
}

/** 02-29 in a common year is 28 February. */
export function lastDayBy(year: number, by: string): string {
  return by === '02-29' ? addDays(`${year}-03-01`, -1) : `${year}-${by}`;
}

function anyOf(asked: readonly string[] = [], given: readonly string[]): boolean {
  return asked.length === 0 || asked.some((one) => given.includes(one));
}
