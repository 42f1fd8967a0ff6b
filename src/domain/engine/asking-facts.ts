import { type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import { partyBirthday } from '#domain/people/party-birthday.ts';
import type { MeasuredValue } from '#domain/schemes/format/value-shapes.ts';
import type { Words } from '#domain/words/words.ts';
import { happeningsAsked, lastDayAsked } from './asked.ts';
import { isEntry } from './entry.ts';
import type { OpenedFact } from './evaluation.ts';
import { happeningWords } from './grounds-leaf.ts';
import { entriesAbove, membersOn } from './happenings.ts';
import type { Question } from './question.ts';
import { matches, ownPersons } from './rule-match.ts';

/** Something that asks to be answered: a fact, a person whom it names, or a birthday. */
export interface Asking {
  readonly id: string;
  readonly label: Words;
  readonly day: CivilDate;
  /** Its last day, of what lasts. */
  readonly until: CivilDate | null;
  readonly person: string | null;
  readonly facts: readonly string[];
  /** What kind of facts these are. */
  readonly kind: OpenedFact['kind'];
}

/** What a rule asks of facts that call for another one, without its mark. */
export type Answering = Pick<Extract<MeasuredValue, { kind: 'answered' }>, 'to' | 'within' | 'eachPerson'>;

/** What asks in the year to date, by day: the branch's own facts, what the office announced above, and Party birthdays. */
export function askingFacts(question: Question, { to, eachPerson }: Answering): Asking[] {
  const { reading, subject, year } = question;
  if (to.records?.includes('partyBirthday')) return birthdays(question);
  const announced = entriesAbove(reading, subject.id).filter((entry) => yearOf(entry.period) === year && matches(reading, entry, to, subject, year));
  return [...new Set([...happeningsAsked(question, to), ...announced])].flatMap((fact): Asking[] => {
    const asking = { label: happeningWords(reading, fact), day: fact.day, until: isEntry(fact) ? fact.until : null, facts: [fact.factId], kind: fact.kind };
    if (eachPerson !== true || !isEntry(fact)) return [{ ...asking, id: fact.factId, person: null }];
    return ownPersons(reading.world, fact, subject, to.as).map((person) => ({ ...asking, id: `${fact.factId} ${person}`, person }));
  });
}

/** 政治生日 of whoever is a member of the branch on it. */
function birthdays(question: Question): Asking[] {
  const { reading, subject, year } = question;
  const end = lastDayAsked(question);
  return [...reading.world.particulars.values()].flatMap(({ factId, state: { person, joinedParty } }): Asking[] => {
    const day = joinedParty === null ? null : partyBirthday(joinedParty, year);
    if (day === null || day > end || !membersOn(reading, subject.id, day).includes(person)) return [];
    return [{ id: `birthday ${person}`, label: { zh: `${day.slice(5)} 政治生日`, en: `${day.slice(5)} Party birthday` }, day, until: null, person, facts: [factId], kind: 'particulars' }];
  }).sort((left, right) => (left.day === right.day ? (left.id < right.id ? -1 : 1) : left.day < right.day ? -1 : 1));
}
