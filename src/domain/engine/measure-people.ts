import { addMonths, type CivilDate, firstOfMonth, isWithin, lastOfMonth, monthOf, periodOf, yearOf } from '#domain/calendar/civil-date.ts';
import { postLabels } from '#domain/people/posts.ts';
import type { MeasuredValue } from '#domain/schemes/format/value-shapes.ts';
import { countedLeaf, entriesAsked, happeningsAsked, lastDayAsked } from './asked.ts';
import { attendancesOf } from './attendance.ts';
import { type Entry, isEntry, isInForce } from './entry.ts';
import type { CountState } from './evaluation.ts';
import { entryLeaf } from './grounds-leaf.ts';
import { entriesOfSubject, membersOn } from './happenings.ts';
import { isOver } from './has-happened.ts';
import { isIncluded, isIncludedThrough } from './inclusion.ts';
import { isOnCommittee, isPartyMemberIn } from './home.ts';
import { classOn, isOfClass } from './member-class.ts';
import type { Measure, Question } from './question.ts';
import { matches } from './rule-match.ts';
import { stoodForByAnother } from './standing.ts';
import { member } from './subject.ts';
import { minutesAttended } from './tally.ts';
import { personIn } from './world.ts';

type Value<K extends MeasuredValue['kind']> = Extract<MeasuredValue, { kind: K }>;
type Members = Value<'members'>;

const MONTHS = 12;
const nobody = { zh: '', en: '' };

/** Members of the branch who have enough of something ÷ members, as of the last day known of the year. */
export function measureMembers(question: Question, value: Members): Measure {
  const { reading, subject, placed: { rule } } = question;
  const day = lastDayAsked(question);
  const members = membersOn(reading, subject.id, day).filter((person) => {
    const standing = classOn(reading, person, day)?.are;
    return (standing ?? 'in') === 'in' && isOfClass(reading, rule.match, person, day);
  });
  if (value.have.times !== undefined && timesAsked(question, value) === 0) return outsideOf(members);
  const counted = members.map((person) => ({ person, state: stateOf(question, value, person, day) }))
    .filter(({ person, state }) => state !== 'lacks' || !isExcused(question, value, person, day));
  const due = counted.filter(({ state }) => state !== 'open');
  return {
    part: due.filter(({ state }) => state === 'has').length, whole: due.length, unit: 'persons',
    leaves: () => counted.map(({ person, state }) => countedLeaf(person, nobody, state, { persons: [person] })),
  };
}

/** What is asked once a year is no gap before the year is over; hours are asked to date (序时). */
function stateOf(question: Question, { have, proRata }: Members, person: string, day: CivilDate): CountState {
  const { reading, year } = question;
  const over = isOver(`${year}-12-31`, reading.world.upTo);
  if (have.particulars !== undefined) return reading.world.particulars.get(person)?.state.missing === 0 ? 'has' : 'lacks';
  if (have.points !== undefined) {
    const total = question.totalOf(person);
    return total === null ? 'open' : total >= have.points ? 'has' : 'lacks';
  }
  if (have.hours !== undefined) {
    const target = onCommittee(question, person, day) ? have.committeeHours ?? have.hours : have.hours;
    const months = monthsAsked(question, person, day, proRata ?? false);
    // Of whom nothing is asked yet has not done it either: full marks for nothing would stand there in the first month.
    if (months === 0) return 'open';
    return minutesOf(question, person) * MONTHS >= target * 60 * months ? 'has' : 'lacks';
  }
  const times = happeningsAsked(question).filter((one) => (isEntry(one) ? one.named.some((named) => named.person === person) : attended(question, one, person))).length;
  return times >= timesAsked(question, { have }) ? 'has' : over ? 'lacks' : 'open';
}

/** A quota of the year is asked for the months of inclusion, rounded down. */
function timesAsked({ reading: { world }, subject, year }: Question, { have }: Pick<Members, 'have'>): number {
  const months = monthsOf(year).filter((month) => isIncludedThrough(world, subject.id, month));
  return Math.floor(((have.times ?? 1) * months.length) / MONTHS);
}

/** Everybody counted, and nobody asked: the quota of a year that was not whole (未纳入). */
const outsideOf = (persons: readonly string[]): Measure => ({
  part: 0, whole: 0, unit: 'persons', outside: persons.length, leaves: () => persons.map((person) => countedLeaf(person, nobody, 'outside', { persons: [person] })),
});

const monthsOf = (year: number): string[] => Array.from({ length: MONTHS }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);

/** Whether an entry of the year that excuses from being asked names him; who has what is asked counts all the same. */
function isExcused({ reading, year }: Question, { excusedBy }: Members, person: string, day: CivilDate): boolean {
  if (excusedBy === undefined) return false;
  return personIn(reading.world, person).entries.some((entry) => entry.day <= day && (entry.until ?? entry.day) >= `${year}-01-01`
    && stoodForByAnother(entry, person) && matches(reading, entry, excusedBy, member(person), year));
}

const attended = ({ reading: { world } }: Question, session: Parameters<typeof world.markIn>[0], person: string): boolean => {
  const mark = world.markIn(session, person)?.mark;
  return mark === 'present' || mark === 'late';
};

const onCommittee = ({ reading: { world }, subject }: Question, person: string, day: CivilDate): boolean => isOnCommittee(world, person, subject.id, day);

/** Minutes of study in the year, wherever the member was at home. */
function minutesOf({ reading, placed: { rule }, year }: Question, person: string): number {
  return attendancesOf(reading, person)
    .filter(({ session }) => yearOf(session.period) === year && matches(reading, session, rule.match, member(person)))
    .reduce((sum, { session, attendance }) => sum + minutesAttended(reading.world, session, attendance), 0);
}

/** Whole months gone by; with pro rata only those of membership. */
function monthsAsked({ reading: { world }, subject, year }: Question, person: string, day: CivilDate, proRata: boolean): number {
  const gone = day >= lastOfMonth(day) ? monthOf(day) : monthOf(day) - 1;
  return monthsOf(year).slice(0, gone)
    .filter((month) => isIncluded(world, subject.id, lastOfMonth(month)) && (!proRata || isPartyMemberIn(world, person, month))).length;
}

/** The required matrix of 谈心谈话 (D-18): each member of the committee with every other and with every member. */
export function measurePairs(question: Question): Measure {
  const { reading, subject } = question;
  const day = lastDayAsked(question);
  const members = membersOn(reading, subject.id, day);
  const committee = members.filter((person) => isOnCommittee(reading.world, person, subject.id, day));
  const required = committee.flatMap((one) => members.filter((other) => other !== one && (!committee.includes(other) || one < other)).map((other) => [one, other] as const));
  // Each pair is asked once a year, and a quota of one is asked of whole years only.
  if (!isIncludedThrough(reading.world, subject.id, String(question.year))) return { part: 0, whole: 0, unit: 'pairs', outside: required.length, leaves: () => [] };
  const talks = entriesAsked(question);
  const over = isOver(`${question.year}-12-31`, reading.world.upTo);
  const counted = required.map(([one, other]) => {
    const talk = talks.find((entry) => talkedTogether(entry, one, other));
    const state: CountState = talk ? 'has' : over ? 'lacks' : 'open';
    return { one, other, talk, state };
  });
  const due = counted.filter(({ state }) => state !== 'open');
  return {
    part: due.filter(({ state }) => state === 'has').length, whole: due.length, unit: 'pairs',
    leaves: () => counted.map(({ one, other, talk, state }) =>
      countedLeaf(`${one} ${other}`, nobody, state, { persons: [one, other], because: talk ? [talk.factId] : [] })),
  };
}

/** Two whom one third person talked with have not talked with each other. */
function talkedTogether({ named }: Entry, one: string, other: string): boolean {
  return named.some((first) => first.person === one && named.some((second) => second.person === other && (first.as !== second.as || first.as === null)));
}

/** Whether an entry is in force on the last day known of the year; what lasts reaches over years. */
export function measureInForce(question: Question): Measure {
  const { reading, subject, placed: { rule } } = question;
  const day = lastDayAsked(question);
  const entry = entriesOfSubject(reading, subject).find((one) => isInForce(one, day) && matches(reading, one, rule.match, subject, question.year));
  return {
    part: entry ? 1 : 0, whole: 1, unit: 'state',
    leaves: () => (entry ? [entryLeaf(reading, entry, rule.id, null, 'counted')] : []),
  };
}

/** Posts of the branch committee; one that has been vacant for longer than so many months, in a branch as old, costs its mark. */
export function measurePosts(question: Question, { posts, vacantMonths, each, full }: Value<'posts'>): Measure {
  const day = lastDayAsked(question);
  const since = vacantSince(day, vacantMonths);
  const isYoung = (question.reading.world.organisations.get(question.subject.id)?.founded ?? '') > since;
  const counted = posts.map((post) => {
    const held = holdersOf(question, post);
    const state: CountState = held.some((spell) => isWithin(day, spell)) ? 'has' : isYoung || held.some((spell) => spell.from <= day && (spell.to ?? day) >= since) ? 'open' : 'lacks';
    return { post, state };
  });
  const vacant = counted.filter(({ state }) => state === 'lacks').length;
  return {
    part: Math.max(0, full - vacant * Math.abs(each)), whole: full, unit: 'points',
    leaves: () => counted.map(({ post, state }) => countedLeaf(`${question.subject.id} ${post}`, postLabels[post], state)),
  };
}

function holdersOf({ reading: { world }, subject }: Question, post: string): readonly { readonly from: CivilDate; readonly to: CivilDate | null }[] {
  return (world.postsOf.get(subject.id) ?? []).filter(({ state }) => state.post === post).map(({ state }) => state)
    .filter(({ person }) => personIn(world, person).memberships.length > 0);
}

/** A post that ended before this day has been vacant for longer than the months allowed. */
function vacantSince(day: CivilDate, months: number): CivilDate {
  const month = addMonths(periodOf(day), -months);
  const same = `${month}${day.slice(7)}`;
  return same <= lastOfMonth(month) ? same : lastOfMonth(firstOfMonth(month));
}
