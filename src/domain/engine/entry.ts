import { addDays, type CivilDate, daysBetween } from '#domain/calendar/civil-date.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { isConfirmedSheet, overMarkedIn } from './check-sheet.ts';
import type { AnyFact, Fact, Session } from './standing.ts';

type Source = Fact<'record'> | Fact<'assignment'> | Fact<'closedDuty'> | Fact<'particulars'> | Fact<'statement'> | Fact<'selfCheck'>
  | Fact<'targetPlan'> | Fact<'checkSheet'> | Fact<'problem'>;

/** A line of a register, whether the scheme declares the register or the product keeps it itself. */
export type Entry = Source & {
  readonly register: string;
  readonly organisation: string | null;
  readonly until: CivilDate | null;
  readonly named: readonly { readonly person: string; readonly as: string | null }[];
  readonly values: Readonly<Record<string, number | boolean | string>>;
};

/** Whatever a rule can look at. */
export type Happening = Session | Entry;

export const isEntry = (happening: Happening): happening is Entry => 'register' in happening;

/**
 * The register line that a fact is, if it is one. A task counts once it is accepted or was not done (交办任务), a
 * self-check or a plan once it was handed in, a statement that nobody objected to once nobody can any more.
 */
export function entryOf(fact: AnyFact): Entry | null {
  switch (fact.kind) {
    case 'record': {
      const { register, organisation, until, persons, values } = fact.state;
      return { ...fact, register, organisation, until, named: persons, values };
    }
    case 'assignment': {
      const outcome = outcomeOf(fact.state);
      const { organisation, person, until } = fact.state;
      return outcome === null ? null : { ...fact, register: 'assignment', organisation, until, named: [{ person, as: null }], values: { outcome } };
    }
    case 'closedDuty':
      return {
        ...fact, register: 'closedDuty', organisation: null, until: fact.state.to, values: {},
        named: fact.state.persons.map((person) => ({ person, as: null })),
      };
    case 'statement': return statementEntry(fact);
    case 'selfCheck': {
      const { organisation, filed } = fact.state;
      return filed === null ? null : { ...fact, register: 'selfCheck', organisation, until: null, named: [], values: { filed } };
    }
    case 'targetPlan': {
      const { organisation, filedOn, assignedOn } = fact.state;
      return filedOn === null ? null : { ...fact, register: 'targetPlan', organisation, until: null, named: [], values: assignedOn === null ? {} : { assignedOn } };
    }
    case 'checkSheet': {
      const items = isConfirmedSheet(fact.state) ? overMarkedIn(fact.state) : 0;
      return items === 0 ? null : { ...fact, register: 'overMarked', organisation: fact.state.organisation, until: null, named: [], values: { items } };
    }
    case 'problem': {
      const { organisation, stage, until, closedOn } = fact.state;
      const inTime = closedOn === null ? {} : { outcome: closedOn > until ? 'late' : 'onTime' };
      return { ...fact, register: 'problem', organisation, until: null, named: [], values: { stage: stage === 'closed' ? 'closed' : 'open', ...inTime } };
    }
    default: return null;
  }
}

/** Silence confirms on the day after the last one for an objection, and not while that day is a guess. */
function statementEntry(fact: Fact<'statement'>): Entry {
  const { organisation, person, stage, objectUntil } = fact.state;
  const entry = { ...fact, register: 'statement', organisation, until: null, named: [{ person, as: null }] };
  if (stage === 'issued' && objectUntil !== null) return { ...entry, day: addDays(objectUntil, 1), values: { outcome: 'confirmed' } };
  return { ...entry, values: { outcome: stage === 'confirmed' ? 'confirmed' : answeredAs(fact.state) } };
}

/**
 * A branch that answered in time has done so, whoever asks for review afterwards; one that left the answer to the review has
 * not. An answer of which nobody kept when it came counts as one in time.
 */
function answeredAs({ stage, answered }: Fact<'statement'>['state']): string {
  if (answered === 'late' || (answered === null && stage === 'reviewed')) return 'late';
  return answered === 'onTime' || stage === 'answered' || stage === 'reviewed' ? 'answered' : 'open';
}

function outcomeOf({ stage, handedInOn, until }: Fact<'assignment'>['state']): string | null {
  if (stage === 'notDone') return 'notDone';
  if (stage !== 'accepted') return null;
  return handedInOn !== null && handedInOn > until ? 'late' : 'onTime';
}

/** Whether what lasts has begun and not yet ended on a day. */
export const isInForce = ({ day, until }: Entry, on: CivilDate): boolean => day <= on && (until === null || on <= until);

/**
 * A number that a rule may ask of an entry, in the unit in which the scheme writes it: days that it lasts with both ends
 * counted, people that it names, or a field; null where the entry does not have it.
 */
export function numberIn(entry: Entry, by: string, today: CivilDate, register: Register | null): number | null {
  if (by === 'persons') return new Set(entry.named.map(({ person }) => person)).size;
  if (by === 'days') return daysBetween(entry.day, entry.until ?? (today > entry.day ? today : entry.day)) + 1;
  const value = entry.values[by];
  if (typeof value !== 'number') return null;
  const kind = register?.fields?.find(({ id }) => id === by)?.kind;
  return kind === 'money' || kind === 'mark' ? value / 100 : value;
}
