import type { CivilDate, Period } from '#domain/calendar/civil-date.ts';
import type { FactKind, FactState } from './contract.ts';

/** What the log must know of a state without understanding it: whom it names, where and when it belongs. */
export interface Bearings {
  readonly persons: readonly string[];
  readonly organisation: string | null;
  readonly day: CivilDate;
  readonly period: Period;
}

type Find = { readonly [K in FactKind]: (state: FactState<K>, recordedOn: CivilDate) => Omit<Bearings, 'period'> & { period?: Period } };

const find: Find = {
  organisation: (it) => ({ persons: [], organisation: null, day: it.founded }),
  membership: (it) => ({ persons: [it.person], organisation: it.organisation, day: it.from }),
  post: (it) => ({ persons: [it.person], organisation: it.organisation, day: it.from }),
  shiftTeam: (it) => ({ persons: [], organisation: it.organisation, day: it.from }),
  teamPlacement: (it) => ({ persons: [it.person], organisation: null, day: it.from }),
  leave: (it) => ({ persons: [it.person], organisation: null, day: it.from }),
  closedDuty: (it) => ({ persons: it.persons, organisation: null, day: it.from }),
  secondment: (it) => ({ persons: [it.person], organisation: it.organisation, day: it.from }),
  studyStop: (it) => ({ persons: [], organisation: it.scope, day: it.day }),
  arrangement: (it) => ({ persons: [], organisation: it.scope, day: it.sitting.day }),
  session: (it) => ({ persons: namedIn(it), organisation: it.organisation, day: it.day, period: it.period }),
  makeUp: (it) => ({ persons: [it.person], organisation: null, day: it.day }),
  record: (it) => ({ persons: it.persons.map(({ person }) => person), organisation: it.organisation, day: it.day }),
  assignment: (it) => ({ persons: [it.person], organisation: it.organisation, day: it.day }),
  particulars: (it, recordedOn) => ({ persons: [it.person], organisation: null, day: it.joinedParty ?? recordedOn }),
  confirmation: (_, recordedOn) => ({ persons: [], organisation: null, day: recordedOn }),
  inclusion: (it) => ({ persons: [], organisation: it.organisation, day: it.from }),
  schemeAdoption: (it) => ({ persons: [], organisation: null, day: it.from }),
  calendarYear: (it) => ({ persons: [], organisation: null, day: `${it.year}-01-01` }),
  closing: (it, recordedOn) => ({ persons: [], organisation: it.organisation, day: recordedOn, period: it.window.length === 4 ? `${it.window}-12` : it.window }),
  lateFilingGrant: (it, recordedOn) => ({ persons: [], organisation: it.organisation, day: recordedOn, period: it.period }),
  statement: (it) => ({ persons: [it.person], organisation: it.organisation, day: it.movedOn, period: it.period }),
  selfCheck: (it, recordedOn) => ({ persons: [], organisation: it.organisation, day: it.filedOn ?? recordedOn, period: it.period }),
  draw: (it, recordedOn) => ({ persons: [], organisation: it.organisation, day: recordedOn }),
  checkSheet: (it) => ({ persons: [], organisation: it.organisation, day: it.day, period: periodOfCheck(it.window, it.day) }),
  problem: (it) => ({ persons: [], organisation: it.organisation, day: it.day }),
  recusal: (it) => ({ persons: [it.person], organisation: it.organisation, day: it.from }),
  delegation: (it) => ({ persons: [it.person, it.deputy], organisation: it.organisation, day: it.from }),
  branchReview: (it, recordedOn) => ({ persons: [], organisation: it.organisation, day: recordedOn, period: `${it.year}-12` }),
  selfReview: (it) => ({ persons: [], organisation: it.organisation, day: it.filedOn, period: `${it.year}-12` }),
  memberReview: (it) => ({ persons: it.members.map(({ person }) => person), organisation: it.organisation, day: it.movedOn, period: `${it.year}-12` }),
  memberResult: (it) => ({ persons: [it.person], organisation: it.organisation, day: it.movedOn, period: `${it.year}-12` }),
  objection: (it) => ({ persons: [...(it.subject.kind === 'person' ? [it.subject.id] : []), it.raisedBy], organisation: it.organisation, day: it.raisedOn, period: it.period }),
  targetPlan: (it, recordedOn) => {
    // Filed ahead of its year it counts from the first day of it; filed after it, in its last month.
    const filed = it.filedOn ?? recordedOn;
    const day = filed < `${it.year}-01-01` ? `${it.year}-01-01` : filed;
    const period = day > `${it.year}-12-31` ? `${it.year}-12` : day.slice(0, 7);
    return { persons: it.lines.flatMap(({ responsible }) => responsible ?? []), organisation: it.organisation, day, period };
  },
};

/** Bearings of a state; `period` only where the kind has one of its own, else the month of the day. */
export function bearingsOf<K extends FactKind>(kind: K, state: FactState<K>, recordedOn: CivilDate, period?: Period): Bearings {
  const found = find[kind](state, recordedOn);
  return { ...found, persons: [...new Set(found.persons)], period: period ?? found.period ?? found.day.slice(0, 7) };
}

function namedIn(session: FactState<'session'>): readonly string[] {
  const single = [session.host, session.minuteTaker].filter((it) => it !== null);
  return [...session.marks.map((it) => it.person), ...single, ...session.speakers, ...session.exchanges, ...session.attendees];
}

/** A check of the fourth quarter that is held in January belongs to December. */
function periodOfCheck(window: string, day: CivilDate): Period {
  const [first, last] = [Number(window.slice(6)) * 3 - 2, Number(window.slice(6)) * 3].map((month) => `${window.slice(0, 4)}-${String(month).padStart(2, '0')}`);
  const own = day.slice(0, 7);
  return first !== undefined && own < first ? first : last !== undefined && own > last ? last : own;
}
