import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { type Entry, entryOf } from './entry.ts';
import { type DatedTree, datedTree } from './dated-tree.ts';
import type { UpTo } from './evaluation.ts';
import { factsInForce } from './facts-in-force.ts';
import type { AnyFact, Fact, Session } from './standing.ts';

export type AttendanceMark = FactState<'session'>['marks'][number];

/** Everything in force that concerns one person; each list by day. */
export interface PersonFacts {
  readonly memberships: Fact<'membership'>[];
  readonly posts: Fact<'post'>[];
  readonly teams: Fact<'teamPlacement'>[];
  readonly leaves: Fact<'leave'>[];
  readonly closedDuties: Fact<'closedDuty'>[];
  readonly secondments: Fact<'secondment'>[];
  readonly makeUps: Fact<'makeUp'>[];
  /** Sessions held where he was: marked as present, or in attendance (列席). */
  readonly attended: Session[];
  /** Sessions held in which he took a part: speaker, contribution, host. */
  readonly parts: Session[];
  /** Lines of registers that name him. */
  readonly entries: Entry[];
  /** Sessions of which a version that waits for confirmation names him, and register lines of that kind. */
  readonly proposed: Session[];
  readonly proposedEntries: Entry[];
}

export interface Inclusion {
  /** 启用日期. */
  readonly from: CivilDate;
  /** When that was said, in the version in force: since then the organisation could enter anything. */
  readonly saidOn: CivilDate;
}

/** The facts in force, indexed once: what rules see. */
export interface World {
  readonly upTo: UpTo;
  readonly tree: DatedTree;
  readonly persons: ReadonlyMap<string, PersonFacts>;
  readonly sessions: ReadonlyMap<string, Session>;
  readonly sessionsOf: ReadonlyMap<string, readonly Session[]>;
  /** The version of a session that waits for confirmation, beside the one in force if there is one. */
  readonly proposedSessions: ReadonlyMap<string, Session>;
  readonly proposedEntries: ReadonlyMap<string, Entry>;
  /** Register lines by the organisation in whose register they stand. */
  readonly entriesOf: ReadonlyMap<string, readonly Entry[]>;
  readonly particulars: ReadonlyMap<string, Fact<'particulars'>>;
  readonly organisations: ReadonlyMap<string, FactState<'organisation'>>;
  /** By branch and by Party group. */
  readonly membershipsOf: ReadonlyMap<string, readonly Fact<'membership'>[]>;
  readonly postsOf: ReadonlyMap<string, readonly Fact<'post'>[]>;
  /** 启用日期 by the organisation for which it was said. */
  readonly inclusions: ReadonlyMap<string, Inclusion>;
  readonly teams: ReadonlyMap<string, Fact<'shiftTeam'>>;
  readonly studyStopsOn: ReadonlyMap<CivilDate, readonly Fact<'studyStop'>[]>;
  /** Sheets of spot checks by branch, by day. */
  readonly checkSheetsOf: ReadonlyMap<string, readonly Fact<'checkSheet'>[]>;
  /** The mark a person has in a session, if any. */
  readonly markIn: (session: Session, person: string) => AttendanceMark | null;
}

const noFacts = (): PersonFacts => ({
  memberships: [], posts: [], teams: [], leaves: [], closedDuties: [], secondments: [], makeUps: [], attended: [], parts: [],
  entries: [], proposed: [], proposedEntries: [],
});
const nobody = noFacts();

export function worldOf(log: readonly LogEntry[], upTo: UpTo): World {
  const { inForce, proposed } = factsInForce(log, upTo);
  const world = emptyWorld();
  for (const fact of inForce) place(world, fact);
  for (const fact of proposed) placeProposed(world, fact);
  return { ...world, upTo, tree: datedTree(world.organisations), markIn: markReader() };
}

export function personIn(world: World, person: string): PersonFacts {
  return world.persons.get(person) ?? nobody;
}

function emptyWorld() {
  const persons = new Map<string, PersonFacts>();
  return {
    persons,
    person: (id: string): PersonFacts => listIn(persons, id, noFacts),
    organisations: new Map<string, FactState<'organisation'>>(),
    sessions: new Map<string, Session>(),
    sessionsOf: new Map<string, Session[]>(),
    proposedSessions: new Map<string, Session>(),
    proposedEntries: new Map<string, Entry>(),
    entriesOf: new Map<string, Entry[]>(),
    particulars: new Map<string, Fact<'particulars'>>(),
    membershipsOf: new Map<string, Fact<'membership'>[]>(),
    postsOf: new Map<string, Fact<'post'>[]>(),
    inclusions: new Map<string, Inclusion>(),
    teams: new Map<string, Fact<'shiftTeam'>>(),
    studyStopsOn: new Map<CivilDate, Fact<'studyStop'>[]>(),
    checkSheetsOf: new Map<string, Fact<'checkSheet'>[]>(),
  };
}

function place(world: ReturnType<typeof emptyWorld>, fact: AnyFact): void {
  switch (fact.kind) {
    case 'organisation': world.organisations.set(fact.factId, fact.state); return;
    case 'membership':
      world.person(fact.state.person).memberships.push(fact);
      for (const home of new Set([fact.state.organisation, fact.state.group ?? fact.state.organisation])) {
        listIn(world.membershipsOf, home, () => []).push(fact);
      }
      return;
    case 'post':
      world.person(fact.state.person).posts.push(fact);
      listIn(world.postsOf, fact.state.organisation, () => []).push(fact);
      return;
    case 'inclusion': world.inclusions.set(fact.state.organisation, { from: fact.state.from, saidOn: fact.recordedOn }); return;
    case 'shiftTeam': world.teams.set(fact.factId, fact); return;
    case 'teamPlacement': world.person(fact.state.person).teams.push(fact); return;
    case 'leave': world.person(fact.state.person).leaves.push(fact); return;
    case 'closedDuty':
      for (const person of fact.state.persons) world.person(person).closedDuties.push(fact);
      placeEntry(world, fact);
      return;
    case 'secondment': world.person(fact.state.person).secondments.push(fact); return;
    case 'studyStop': listIn(world.studyStopsOn, fact.state.day, () => []).push(fact); return;
    case 'makeUp': world.person(fact.state.person).makeUps.push(fact); return;
    case 'session': placeSession(world, fact); return;
    case 'particulars': world.particulars.set(fact.state.person, fact); return;
    case 'record': case 'assignment': case 'statement': case 'selfCheck': case 'targetPlan': case 'problem': placeEntry(world, fact); return;
    case 'checkSheet':
      listIn(world.checkSheetsOf, fact.state.organisation, () => []).push(fact);
      placeEntry(world, fact);
      return;
    // An arrangement and a calendar announce; a confirmation and an adoption are read before the world is made.
    case 'arrangement': case 'calendarYear': case 'confirmation': case 'schemeAdoption': return;
    // What was published, and who may still do something about it, changes no number.
    case 'closing': case 'lateFilingGrant': case 'delegation': case 'branchReview': case 'selfReview':
    case 'draw': case 'recusal': return;
    case 'memberReview': case 'memberResult': case 'objection': return;
  }
}

function placeProposed(world: ReturnType<typeof emptyWorld>, fact: AnyFact): void {
  if (fact.kind === 'session') {
    world.proposedSessions.set(fact.factId, fact);
    for (const person of namedIn(fact)) world.person(person).proposed.push(fact);
    return;
  }
  const entry = entryOf(fact);
  if (entry === null) return;
  world.proposedEntries.set(fact.factId, entry);
  for (const person of personsNamed(entry)) world.person(person).proposedEntries.push(entry);
}

function placeEntry(world: ReturnType<typeof emptyWorld>, fact: AnyFact): void {
  const entry = entryOf(fact);
  if (entry === null) return;
  for (const person of personsNamed(entry)) world.person(person).entries.push(entry);
  if (entry.organisation !== null) listIn(world.entriesOf, entry.organisation, () => []).push(entry);
}

const personsNamed = ({ named }: Entry): Set<string> => new Set(named.map(({ person }) => person));

function placeSession(world: ReturnType<typeof emptyWorld>, session: Session): void {
  world.sessions.set(session.factId, session);
  listIn(world.sessionsOf, session.state.organisation, () => []).push(session);
  if (session.state.stage !== 'held') return;
  for (const mark of session.state.marks) if (isThere(mark)) pushOnce(world.person(mark.person).attended, session);
  for (const person of session.state.attendees) pushOnce(world.person(person).attended, session);
  for (const person of partsIn(session)) pushOnce(world.person(person).parts, session);
}

/** Who is named twice in a session is there once; sessions are placed one after the other, so the last one tells. */
function pushOnce(sessions: Session[], session: Session): void {
  if (sessions.at(-1) !== session) sessions.push(session);
}

const isThere = ({ mark }: AttendanceMark): boolean => mark === 'present' || mark === 'late';

function partsIn({ state }: Session): string[] {
  return [...state.speakers, ...state.exchanges, ...(state.host === null ? [] : [state.host])];
}

function namedIn(session: Session): Set<string> {
  const { marks, attendees } = session.state;
  return new Set([...marks.filter(isThere).map(({ person }) => person), ...attendees, ...partsIn(session)]);
}

/** Marks are found by person only once a session is asked about: most sessions of a long log never are. */
function markReader(): World['markIn'] {
  const known = new Map<Session, ReadonlyMap<string, AttendanceMark>>();
  return (session, person) => {
    let marks = known.get(session);
    if (!marks) {
      marks = marksByPerson(session);
      known.set(session, marks);
    }
    return marks.get(person) ?? null;
  };
}

function marksByPerson({ state }: Session): Map<string, AttendanceMark> {
  const marks = new Map<string, AttendanceMark>();
  for (const mark of state.marks) marks.set(mark.person, mark);
  return marks;
}

function listIn<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
