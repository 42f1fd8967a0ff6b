import { type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import type { Match } from '#domain/schemes/format/match-shape.ts';
import type { CountState, Grounds, OpenedFact } from './evaluation.ts';
import { type Entry, type Happening, isEntry } from './entry.ts';
import { entriesOfSubject, heldSessions } from './happenings.ts';
import { homeOn, isPartyMember } from './home.ts';
import { isCounted } from './member-class.ts';
import type { Question } from './question.ts';
import type { Reading } from './reading.ts';
import { matches } from './rule-match.ts';
import { stoodForByAnother } from './standing.ts';
import type { Words } from '#domain/words/words.ts';

/** The sessions held and register lines of the question's year at which its rule looks, by day. */
export function happeningsAsked({ reading, subject, placed, year }: Question, match: Match = placed.rule.match): Happening[] {
  const sessions = subject.kind === 'branch' && asksSessions(match) ? heldSessions(reading, subject.id) : [];
  const entries = match.records === undefined ? [] : entriesOfSubject(reading, subject);
  return [...sessions, ...entries.filter((entry) => isOwnCounted(reading, subject, entry, placed.path))]
    .filter((one) => yearOf(one.period) === year && matches(reading, one, match, subject, year));
}

export const entriesAsked = (question: Question): Entry[] => happeningsAsked(question).filter(isEntry);

/** Lines that stand in the year: those of it, and what began before it and lasts into it (先锋队). */
export function entriesStanding(question: Question): Entry[] {
  const { reading, subject, placed: { rule, path }, year } = question;
  const registers = reading.book.on(lastDayAsked(question))?.registers;
  const lastsInto = (entry: Entry): boolean => registers?.get(entry.register)?.lasts === true
    && entry.day < `${year}-01-01` && (entry.until === null || entry.until >= `${year}-01-01`);
  return entriesOfSubject(reading, subject).filter((entry) => (yearOf(entry.period) === year || lastsInto(entry))
    && matches(reading, entry, rule.match, subject, year) && isOwnCounted(reading, subject, entry, path));
}

const asksSessions = (match: Match): boolean => match.activities !== undefined || match.records === undefined;

/** What a member gains by, another must stand for, and he must be a member on its day. */
function isOwnCounted(reading: Reading, { kind, id }: Question['subject'], entry: Entry, path: readonly string[]): boolean {
  return kind === 'branch'
    || (stoodForByAnother(entry, id) && isPartyMember(homeOn(reading.world, id, entry.day)) && isCounted(reading, id, entry.day, path));
}

/** The last day of the year of which anything can be known; of a branch that has ended, its last one: what it was then stays its own. */
export function lastDayAsked({ reading, year, subject }: Pick<Question, 'reading' | 'year'> & Partial<Pick<Question, 'subject'>>): CivilDate {
  const end = `${year}-12-31`;
  const day = reading.world.upTo.date < end ? reading.world.upTo.date : end;
  const ended = subject?.kind === 'branch' ? reading.world.organisations.get(subject.id)?.dissolved ?? day : day;
  return ended < day ? ended : day;
}

/** A leaf of a share: somebody or something that is counted, and whether it has what is asked. */
export function countedLeaf(
  id: string, label: Words, state: CountState, { persons = [], window = null, because = [], children = [], opens }: {
    readonly persons?: readonly string[]; readonly window?: string | null; readonly because?: readonly string[]; readonly children?: readonly Grounds[]; readonly opens?: OpenedFact;
  } = {},
): Grounds {
  return { id, label, value: null, full: null, rule: null, how: { kind: 'counted', state, persons, window, because, ...(opens === undefined ? {} : { opens }) }, children };
}
