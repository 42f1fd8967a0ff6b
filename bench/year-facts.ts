import { addDays } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { newId } from '#server/platform/ids.ts';
import { MEMBERS_OF_A_BRANCH } from './scale.ts';

const YEAR_BEGINS = '2026-01-05';
const FOUNDED = '2020-01-01';
const SESSIONS = 100;
/** Two sessions a week, on Monday and Thursday. */
const APART = [0, 3] as const;

/** A year of a bureau as its log tells it: a hundred sessions of each branch, and of seventeen marks one absence. */
export function* yearFacts(branches: number): Generator<Omit<LogEntry, 'seq'>> {
  const root = newId();
  yield organisation(root, '611', 'A', null);
  for (let at = 0; at < branches; at += 1) {
    const branch = newId();
    yield organisation(branch, '631', `B${at}`, root);
    const people = Array.from({ length: MEMBERS_OF_A_BRANCH }, () => newId());
    for (const person of people) {
      yield entry('membership', newId(), { person, organisation: branch, group: null, stage: 'full', staffKind: 'officer', from: FOUNDED, to: null }, FOUNDED);
    }
    for (let session = 0; session < SESSIONS; session += 1) {
      const day = addDays(YEAR_BEGINS, Math.floor(session / 2) * 7 + APART[session % 2 === 0 ? 0 : 1]);
      yield entry('session', newId(), sessionOf(branch, people, session, day), day);
    }
  }
}

function sessionOf(organisationId: string, people: readonly string[], session: number, day: string) {
  return {
    organisation: organisationId, arrangement: null, stage: 'held' as const, activities: ['mondayStudy'], contents: [], day, period: day.slice(0, 7),
    sittings: [{ day, from: '19:00', to: '21:00' }], host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [],
    marks: people.map((person, at) => ({ person, mark: (at + session) % 17 === 0 ? 'absent' as const : 'present' as const, reason: null, sitting: 0 })),
    allPresent: false, agenda: [], resolutions: [],
  };
}

const organisation = (factId: string, category: '611' | '631', number: string, parent: string | null): Omit<LogEntry, 'seq'> =>
  entry('organisation', factId, {
    category, number, name: number, shortName: number, founded: FOUNDED, dissolved: null, placements: [{ parent, from: FOUNDED }],
  }, FOUNDED);

function entry(kind: LogEntry['kind'], factId: string, state: LogEntry['state'], day: string): Omit<LogEntry, 'seq'> {
  const made = { factId, version: 1, change: 'recorded', kind, state, day, period: day.slice(0, 7), recordedBy: null, recordedOn: day, standing: 'counted' };
  // Kind and state are handed over together.
  return made as Omit<LogEntry, 'seq'>;
}

/** Paid by the session, so that a year has two million entries; at most 0.80 in a month. */
export const yearScheme = `
scheme: bench
version: 1
label: { zh: 按次计分 }
takesEffect: 2026-01-01
activities:
  - { id: mondayStudy, label: { zh: 周一集中学习 }, audience: members, heldBy: branch, from: '19:00', to: '21:00' }
points:
  kind: part
  id: total
  label: { zh: 积分 }
  children:
    - kind: rule
      id: study
      label: { zh: 集中学习 }
      clause: 第一条
      match: { activities: [mondayStudy], part: attendance }
      value: { kind: fixed, each: 0.10, perSession: true }
      limits: [{ bound: ceiling, value: 0.80, per: month, clause: 第一条 }]
`;
