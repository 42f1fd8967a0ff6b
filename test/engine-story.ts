import { addDays, daysBetween, weekday } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import { evaluate, type Evaluation } from '#domain/engine/evaluate.ts';
import { attendanceOf } from '#domain/engine/attendance.ts';
import { type Entering, logBook, type LogBook, uuid } from '#test/log-book.ts';

type SessionState = FactState<'session'>;
type Mark = SessionState['marks'][number]['mark'];

/** Who came to a session and how; whoever is listed under a reason is excused by hand. */
export interface Attending extends Partial<Omit<SessionState, 'marks'>> {
  readonly present?: readonly string[];
  readonly late?: readonly string[];
  readonly absent?: readonly string[];
  readonly excused?: Readonly<Record<string, string>>;
}

export function sessionState(organisation: string, day: string, { present = [], late = [], absent = [], excused = {}, ...over }: Attending = {}): SessionState {
  const marked = (mark: Mark) => (person: string) => ({ person, mark, reason: null, sitting: 0 });
  return {
    organisation, arrangement: null, stage: 'held', activities: ['mondayStudy'], contents: [], day, period: day.slice(0, 7),
    sittings: [{ day, from: '19:00', to: '21:00' }], host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [],
    marks: [
      ...present.map(marked('present')), ...late.map(marked('late')), ...absent.map(marked('absent')),
      ...Object.entries(excused).map(([person, reason]) => ({ ...marked('excused')(person), reason })),
    ],
    allPresent: false, agenda: [], resolutions: [], ...over,
  };
}

/** A committee with two branches, the first of them with a group, and a log to tell what happened there. */
export interface Story {
  readonly book: LogBook;
  readonly committee: string;
  readonly branchA: string;
  readonly branchB: string;
  readonly groupA1: string;
  member(organisation: string, over?: Partial<FactState<'membership'>>): string;
  move(person: string, membership: string, to: string, day: string): string;
  held(organisation: string, day: string, attending?: Attending, entering?: Entering): string;
  evaluate(schemes: readonly AdoptedScheme[], date?: string): Evaluation;
  status(schemes: readonly AdoptedScheme[], session: string, person: string): string;
}

export function story(): Story {
  const book = logBook();
  let persons = 900_000;
  const organisation = (category: FactState<'organisation'>['category'], number: string, parent: string | null) => book.record('organisation', {
    category, number, name: number, shortName: number, founded: '2020-01-01', dissolved: null, placements: [{ parent, from: '2020-01-01' }],
  });
  const committee = organisation('611', 'A', null);
  const branchA = organisation('631', 'A1', committee);
  const branchB = organisation('631', 'A2', committee);
  const groupA1 = organisation('699', 'A1-1', branchA);
  const told: Story = {
    book, committee, branchA, branchB, groupA1,
    member: (home, over = {}) => {
      persons += 1;
      const person = over.person ?? uuid(persons);
      book.record('membership', { organisation: home, group: null, stage: 'full', staffKind: 'officer', from: '2020-01-01', to: null, ...over, person });
      return person;
    },
    move: (person, membership, to, day) => {
      const before = book.entries.findLast(({ factId }) => factId === membership);
      if (before?.kind !== 'membership') throw new Error(`No membership ${membership}.`);
      book.amend('membership', membership, { ...before.state, to: addDays(day, -1) });
      return book.record('membership', { ...before.state, person, organisation: to, group: null, from: day, to: null });
    },
    held: (at, day, attending = {}, entering = {}) => book.record('session', sessionState(at, day, attending), entering),
    evaluate: (schemes, date = '2026-12-31') => evaluate({ schemes, log: book.entries, upTo: { seq: Infinity, date } }),
    status: (schemes, session, person) => {
      const { reading } = told.evaluate(schemes);
      const found = reading.world.sessions.get(session);
      if (!found) throw new Error(`No session ${session} in force.`);
      const { status, reason } = attendanceOf(reading, found, person);
      return reason === null ? status : `${status}: ${reason}`;
    },
  };
  return told;
}

/** Ids of the memberships of a person, in the order in which they were entered. */
export function membershipsOf({ book }: Story, person: string): string[] {
  return [...new Set(book.entries.flatMap((entry) => (entry.kind === 'membership' && entry.state.person === person ? [entry.factId] : [])))];
}

/** Every Monday of a span, both ends included. */
export function mondays(from: string, to: string): string[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, day) => addDays(from, day)).filter((day) => weekday(day) === 1);
}

/** A plan of one line, handed in on a day, and perhaps with everybody named. */
export const planState = (organisation: string, filedOn: string | null, assignedOn: string | null = null, year = 2026): FactState<'targetPlan'> => ({
  organisation, year, stage: filedOn === null ? 'draft' : 'filed', filedOn, assignedOn,
  lines: [{ item: 'themeDays', unit: 'months', target: 12, split: Array.from({ length: 12 }, () => 1), responsible: null, due: `${year}-12-31` }],
});
