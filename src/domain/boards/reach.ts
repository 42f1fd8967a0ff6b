import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';

/** Days of sessions, both ends included. */
interface Days {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Where to look for the sessions that an entry can change: too many of them do no harm, one too few does. */
export type Reach =
  | { readonly of: 'session'; readonly session: string }
  /** Sessions of one organisation, or of all. */
  | { readonly of: 'place'; readonly organisation: string | null } & Days
  /** Sessions wherever the person ever belonged, on those days or of the arrangement. */
  | { readonly of: 'person'; readonly person: string; readonly arrangement: string | null } & Days
  /** The same for everybody in the shift team. */
  | { readonly of: 'team'; readonly team: string } & Days
  /** All sessions of everything that ever hung below the organisation. */
  | { readonly of: 'tree'; readonly organisation: string }
  /** What the board already has of the organisation. */
  | { readonly of: 'board'; readonly organisation: string };

const LAST = '9999-12-31';
/** Another session stands for one that was missed on the same day, for a secondee in the same week. */
const WEEK = 7;
/** The rest after a night, the week of a secondment, the evenings of one session: so far apart two days may lie that meet. */
const QUARTER = 92;

/** What is only announced, and what is entered in registers, holds no session. */
const aside: ReadonlySet<LogEntry['kind']> = new Set([
  'arrangement', 'calendarYear', 'record', 'assignment', 'particulars', 'closing', 'lateFilingGrant', 'statement', 'selfCheck', 'delegation', 'branchReview', 'selfReview',
  'draw', 'checkSheet', 'recusal', 'problem',
  'memberReview', 'memberResult', 'objection',
  'targetPlan',
]);

/** Whether an entry can change a board at all: what has just been founded holds no session either. */
export const canMove = ({ kind, version }: LogEntry): boolean => !aside.has(kind) && (kind !== 'organisation' || version > 1);

/**
 * Whose sessions one version of a fact can change. A confirmation reaches what the confirmed fact does; whoever asks
 * hands over the versions of that one.
 */
export function reachOf(entry: LogEntry): readonly Reach[] {
  switch (entry.kind) {
    case 'session': return [{ of: 'session', session: entry.factId }, ...standIns(entry)];
    case 'makeUp': return [{ of: 'session', session: entry.state.session }];
    case 'membership': {
      const { person, organisation, group } = entry.state;
      const days = around(entry.state);
      return [ofPerson(person, days), { of: 'place', organisation, ...days }, { of: 'place', organisation: group ?? organisation, ...days }];
    }
    case 'post': return [{ of: 'place', organisation: entry.state.organisation, ...around(entry.state) }];
    case 'leave': case 'secondment': case 'teamPlacement': return [ofPerson(entry.state.person, around(entry.state))];
    case 'closedDuty': return entry.state.persons.map((person) => ofPerson(person, around(entry.state)));
    case 'shiftTeam': return [{ of: 'team', team: entry.factId, ...around(entry.state) }];
    case 'studyStop': return [{ of: 'place', organisation: null, from: entry.state.day, to: entry.state.day }];
    case 'schemeAdoption': return [{ of: 'place', organisation: null, from: entry.state.from, to: LAST }];
    case 'organisation': {
      const parents = entry.state.placements.flatMap(({ parent }) => parent ?? []);
      return [{ of: 'tree', organisation: entry.factId }, ...parents.map((organisation): Reach => ({ of: 'board', organisation }))];
    }
    // The board of a month counts what was held; nothing is asked there that a day of inclusion could leave out.
    case 'inclusion':
    case 'arrangement': case 'calendarYear': case 'record': case 'assignment': case 'particulars': case 'confirmation':
    case 'closing': case 'lateFilingGrant': case 'statement': case 'selfCheck': case 'delegation': case 'branchReview': case 'selfReview':
    case 'draw': case 'checkSheet': case 'recusal': case 'problem': return [];
    case 'memberReview': case 'memberResult': case 'objection': return [];
    case 'targetPlan': return [];
  }
}

/** Who came here has perhaps made up elsewhere what he missed there. */
function standIns({ state }: Extract<LogEntry, { kind: 'session' }>): Reach[] {
  const came = new Set([...state.marks.filter(({ mark }) => mark === 'present' || mark === 'late').map(({ person }) => person), ...state.attendees]);
  return [...came].map((person) => ({ of: 'person', person, arrangement: state.arrangement, from: addDays(state.day, -WEEK), to: addDays(state.day, WEEK) }));
}

const ofPerson = (person: string, days: Days): Reach => ({ of: 'person', person, arrangement: null, ...days });

const around = ({ from, to }: { readonly from: CivilDate; readonly to: CivilDate | null }): Days => ({
  from: addDays(from, -QUARTER), to: to === null ? LAST : addDays(to, QUARTER),
});
