import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { hasRunOut, type ReckonedDay, type WorkingCalendar, workingDaysAfter } from '#domain/calendar/working-days.ts';
import type { FactKind, FactState } from '#domain/facts/contract.ts';
import type { FilingClock } from '#domain/months/filing.ts';
import { refuseObjection } from './refusals.ts';

export type Objection = FactState<'objection'>;
export type Matter = Objection['matter'];

/** `unanswered`: no answer came in time, and it goes to review by itself; `settled`: answered, and nobody asked for review in time. */
export type ObjectionStanding = Objection['stage'] | 'unanswered' | 'settled';

/** Both ends of the way: who answers, and who reviews the answer. */
type Days = Pick<FilingClock, 'objectionDays' | 'answerDays' | 'reviewDays'>;

/** Until when an answer is due, whether or not it has come. */
export const answerLimit = ({ raisedOn }: Pick<Objection, 'raisedOn'>, calendar: WorkingCalendar, days: Days): ReckonedDay =>
  workingDaysAfter(calendar, raisedOn, days.answerDays);

/** Until when a review is due; null where none is under way or was held. A review without an answer begins when the answer was due. */
export function reviewLimit(objection: Objection, calendar: WorkingCalendar, days: Days): ReckonedDay | null {
  if (objection.appealedOn !== null) return workingDaysAfter(calendar, objection.appealedOn, days.reviewDays);
  if (objection.answeredOn !== null) return null;
  const answer = answerLimit(objection, calendar, days);
  const review = workingDaysAfter(calendar, answer.day, days.reviewDays);
  return { day: review.day, provisional: answer.provisional || review.provisional };
}

/** Until when a review can be asked for; null before an answer, and after one that gave all that was asked. */
export const requestLimit = ({ answeredOn, verdict }: Objection, calendar: WorkingCalendar, days: Days): ReckonedDay | null =>
  (answeredOn === null || verdict === 'upheld' ? null : workingDaysAfter(calendar, answeredOn, days.objectionDays));

/** How an objection stands on a day. What is only reckoned provisionally never runs out (engine C). */
export function standingOf(objection: Objection, today: CivilDate, calendar: WorkingCalendar, days: Days): ObjectionStanding {
  if (objection.stage === 'raised') return hasRunOut(answerLimit(objection, calendar, days), today) ? 'unanswered' : 'raised';
  if (objection.stage !== 'answered') return objection.stage;
  const limit = requestLimit(objection, calendar, days);
  return limit === null || hasRunOut(limit, today) ? 'settled' : 'answered';
}

/** 异议中: the number stays in force, and finality waits. */
export const isOpen = (standing: ObjectionStanding): boolean => standing === 'raised' || standing === 'unanswered' || standing === 'answered' || standing === 'appealed';

/** The last day of whoever is to move next. */
export function deadlineOf(objection: Objection, standing: ObjectionStanding, calendar: WorkingCalendar, days: Days): ReckonedDay | null {
  switch (standing) {
    case 'raised': return answerLimit(objection, calendar, days);
    case 'answered': return requestLimit(objection, calendar, days);
    case 'unanswered': case 'appealed': return reviewLimit(objection, calendar, days);
    case 'settled': case 'decided': case 'withdrawn': return null;
  }
}

/** When and as of what the month of a fact was published to those whom it concerns. */
export interface Publication {
  readonly on: CivilDate;
  readonly asOfSeq: number;
}

/**
 * The last day for an objection to a fact: so many working days after its month was published, or after it was entered where
 * that came later. Null while the month is not published: then there is nothing yet that could have become final.
 */
export function objectionLimit(published: Publication | null, entry: { readonly seq: number; readonly recordedOn: CivilDate }, calendar: WorkingCalendar, days: Days): ReckonedDay | null {
  if (published === null) return null;
  return workingDaysAfter(calendar, entry.seq <= published.asOfSeq ? published.on : entry.recordedOn, days.objectionDays);
}

/** @throws ObjectionTooLate with the day */
export function demandInTime(limit: ReckonedDay | null, today: CivilDate): void {
  if (limit !== null && hasRunOut(limit, today)) throw refuseObjection('ObjectionTooLate', { day: limit.day });
}

/** What somebody who is to answer or decide has to do with the matter. */
export interface Involved {
  /** Whoever entered or confirmed a version of the disputed fact, or answered before. */
  readonly authors: readonly string[];
  /** Whoever gains by the fact beyond plain attendance. */
  readonly gaining: readonly string[];
  /** The decider is at home in the branch whose number it is. */
  readonly ownBranch: boolean;
}

/**
 * Nobody answers or decides on what is his own: by person, so another account of his changes nothing (finding 22).
 * @throws OwnObjectionDecided, OwnWorkDisputed
 */
export function demandImpartial({ about, raisedBy, subject, body }: Objection, decider: string | null, { authors, gaining, ownBranch }: Involved): void {
  if (decider === null || decider === raisedBy || (subject.kind === 'person' && decider === subject.id)) throw refuseObjection('OwnObjectionDecided', {});
  if (about.kind === 'listing' && decider === about.person) throw refuseObjection('OwnObjectionDecided', {});
  if (ownBranch && subject.kind === 'branch' && body === 'office') throw refuseObjection('OwnObjectionDecided', {});
  if (authors.includes(decider) || gaining.includes(decider)) throw refuseObjection('OwnWorkDisputed', {});
}

/**
 * Who gains by a fact beyond having been there: a part at a session, an excuse, a line that names him. Of a sheet all
 * of the team stand for what it found.
 */
export function gainingBy({ kind, state }: { readonly kind: FactKind; readonly state: object }): readonly string[] {
  if (kind === 'session') {
    const { host, speakers, exchanges, marks } = state as FactState<'session'>;
    return [...(host === null ? [] : [host]), ...speakers, ...exchanges, ...marks.filter(({ reason }) => reason !== null).map(({ person }) => person)];
  }
  if (kind === 'checkSheet') return (state as FactState<'checkSheet'>).judges;
  if (kind === 'record') return (state as FactState<'record'>).persons.map(({ person }) => person);
  return 'person' in state && typeof state.person === 'string' ? [state.person] : [];
}

/**
 * What an objection is counted under, by what it is about.
 * @param whole the item is the score of the whole year, on which the grade rests.
 */
export function matterOf(about: Objection['about'], kind: FactKind | null, whole = false): Matter {
  if (about.kind !== 'fact') return whole ? 'grade' : about.kind;
  switch (kind) {
    case 'session': case 'makeUp': case 'leave': case 'closedDuty': return 'attendance';
    case 'record': case 'assignment': return 'entry';
    case 'draw': case 'checkSheet': return 'spotCheck';
    default: return 'other';
  }
}
