import { addDays, type CivilDate, lastOfMonth, periodOf, yearOf } from '#domain/calendar/civil-date.ts';
import { firstDayOf, kindOf, lastDayOf, type WindowKey, windowDayOf, windowOf } from '#domain/calendar/window.ts';
import type { Match } from '#domain/schemes/format/match-shape.ts';
import type { MeasuredValue } from '#domain/schemes/format/value-shapes.ts';
import { countedLeaf, happeningsAsked } from './asked.ts';
import { wasHeld } from './attendance.ts';
import { dueBy, groupsOfYear, windowsOfYear } from './due-windows.ts';
import { type Happening, isEntry } from './entry.ts';
import type { CountState, Grounds } from './evaluation.ts';
import { happeningLeaf, happeningWords, windowWords } from './grounds-leaf.ts';
import { sessionsOfBranch } from './happenings.ts';
import { askedIn, isBeforeEntering, isIncludedSubject, isLeftOut } from './inclusion.ts';
import { hasHappened, isOver } from './has-happened.ts';
import type { Measure, Question } from './question.ts';
import { matches } from './rule-match.ts';
import type { Session } from './standing.ts';
import { personIn } from './world.ts';
import { askingFacts, type Asking, type Answering } from './asking-facts.ts';

type Value<K extends MeasuredValue['kind']> = Extract<MeasuredValue, { kind: K }>;

/** How many of the facts at which the rule looks meet a further condition; one of timely entry is asked since one could enter. */
export function measurePortion(question: Question, { which }: Value<'portion'>): Measure {
  const { reading, subject, placed } = question;
  const found = happeningsAsked(question);
  const all = found.filter(({ day }) => isIncludedSubject(reading, subject, day) && !(asksEntering(which) && isBeforeEntering(reading, subject, day)));
  const meeting = new Set(all.filter((one) => matches(reading, one, { ...placed.rule.match, ...which }, subject, question.year)));
  return {
    part: meeting.size, whole: all.length, unit: 'times', outside: found.length - all.length,
    leaves: () => all.map((one) => happeningCount(question, one, meeting.has(one) ? 'has' : 'lacks')),
  };
}

const asksEntering = ({ enteredWithin, anyOf = [] }: Match): boolean => enteredWithin !== undefined || anyOf.some(asksEntering);

/**
 * Sessions held ÷ sessions arranged whose day is over; what the bureau stopped is arranged no longer. A weekly activity is
 * asked once a week: held on another day of it is held, and a second time earns nothing.
 */
export function measureHeld(question: Question): Measure {
  const { reading, subject, placed: { rule }, year } = question;
  const sessions = sessionsOfBranch(reading, subject.id).filter((session) => yearOf(session.period) === year
    && (wasHeld(reading, session) || isOver(session.day, reading.world.upTo)) && matches(reading, session, rule.match, subject, year) && !isStopped(question, session));
  const included = sessions.filter(({ day }) => isIncludedSubject(reading, subject, day));
  const turns = new Map<string, Session>();
  for (const session of included) {
    const turn = turnOf(question, session);
    if (turns.get(turn)?.state.stage !== 'held') turns.set(turn, session);
  }
  const asked = [...turns.values()];
  const held = asked.filter(({ state }) => state.stage === 'held');
  return {
    part: held.length, whole: asked.length, unit: 'times', outside: sessions.length - included.length,
    leaves: () => asked.map((one) => happeningCount(question, one, one.state.stage === 'held' ? 'has' : 'lacks')),
  };
}

/** The week of whoever holds a weekly activity, or the session itself. */
function turnOf({ reading: { book } }: Question, { factId, day, state: { organisation, activities } }: Session): string {
  const weekly = activities.some((id) => (book.on(day)?.activities.get(id)?.weekday ?? null) !== null);
  return weekly ? `${organisation} ${windowOf('week', day)}` : factId;
}

function isStopped({ reading: { world } }: Question, { day, state }: Session): boolean {
  const above = world.tree.aboveOn(state.organisation, day);
  const stops = (world.studyStopsOn.get(day) ?? []).filter((stop) => above.includes(stop.state.scope));
  return stops.length > 0 && state.activities.every((activity) => stops.some((stop) => stop.state.activities.includes(activity)));
}

const WHOLE = 10_000;

/**
 * Windows with enough facts ÷ windows due to date (序时). A window is due when it is over, or as soon as it is met, so
 * that nothing that is not due yet is a gap. In hundredths of a percent, because one met late may count for less.
 */
export function measureDuty(question: Question, value: Value<'duty'>): Measure {
  const { reading, subject, year } = question;
  const facts = happeningsAsked(question);
  const holders = value.forEach === 'group' ? groupsOfYear(reading, subject.id, year) : [subject.id];
  const counted = holders.flatMap((holder) => windowsOfYear(value.per, year, reading.world.upTo.date)
    .filter((window) => belongsThrough(question, holder, window) && !isExcused(question, window))
    .flatMap((window) => {
      if (isFiledBeforeEntering(question, window)) return [{ holder, window, state: 'outside' as CountState, met: [] }];
      const atLeast = askedIn(reading, holder, window, value.atLeast ?? 1);
      if (atLeast > 0) return [{ holder, window, ...dutyIn(question, { ...value, atLeast }, window, facts.filter((fact) => isOf(fact, holder, subject.id))) }];
      return isLeftOut(reading, holder, window) ? [{ holder, window, state: 'outside' as CountState, met: [] }] : [];
    }));
  const due = counted.filter(({ state }) => state !== 'open' && state !== 'outside');
  return {
    part: due.reduce((sum, { state }) => sum + (state === 'has' ? WHOLE : state === 'late' ? value.late?.percent ?? 0 : 0), 0),
    whole: due.length * WHOLE, unit: 'windows', outside: counted.filter(({ state }) => state === 'outside').length,
    leaves: () => counted.map(({ holder, window, state, met }) => countedLeaf(`${holder} ${window}`, windowWords(window), state, {
      window, persons: holder === subject.id ? [] : [holder], children: met.map((one) => happeningLeaf(reading, one, question.placed.rule.id)),
    })),
  };
}

/**
 * A self-check and a plan of the year are filed here and come from no table: nobody is asked for one that was to be filed
 * before the day on which the day of inclusion was said.
 */
const isFiledBeforeEntering = ({ reading, subject, placed: { rule: { match } } }: Question, window: WindowKey): boolean =>
  (match.records ?? []).some((one) => one === 'selfCheck' || one === 'targetPlan') && isBeforeEntering(reading, subject, dueBy(window, match));

const isOf = (fact: Happening, holder: string, branch: string): boolean =>
  holder === branch || (isEntry(fact) ? fact.organisation : fact.state.organisation) === holder;

function dutyIn({ reading, placed }: Question, { atLeast = 1, late }: Value<'duty'>, window: WindowKey, facts: readonly Happening[]) {
  const met = facts.filter((fact) => windowOf(kindOf(window), windowDayOf(fact.day, fact.period)) === window);
  const end = lastDayOf(window);
  const onTime = met.filter(({ day }) => day <= end);
  if (onTime.length >= atLeast) return { state: 'has' as CountState, met };
  if (late !== undefined && met.filter(({ day }) => day <= addDays(end, late.days)).length >= atLeast) return { state: 'late' as CountState, met };
  // Without a rule about lateness a fact of the window's period counts whenever it was done.
  if (late === undefined && met.length >= atLeast) return { state: 'has' as CountState, met };
  return { state: (isOver(dueBy(window, placed.rule.match), reading.world.upTo) ? 'lacks' : 'open') as CountState, met };
}

/** A week or day on which the bureau stopped what the duty is about is nobody's gap. */
function isExcused({ reading: { world }, subject, placed: { rule } }: Question, window: WindowKey): boolean {
  const kind = kindOf(window);
  if (kind !== 'week' && kind !== 'day') return false;
  return [...world.studyStopsOn].some(([day, stops]) => windowOf(kind, day) === window && stops.some(({ state }) =>
    world.tree.aboveOn(subject.id, day).includes(state.scope) && (rule.match.activities ?? []).some((one) => state.activities.includes(one))));
}

/** Whether a group belonged to the branch when the window began and when it ended. */
const belongsThrough = ({ reading: { world }, subject }: Question, holder: string, window: WindowKey): boolean => holder === subject.id
  || [firstDayOf(window), lastDayOf(window)].every((day) => world.tree.aboveOn(holder, day).includes(subject.id));

/** What asks, what answered it, and the last day on which it can be answered. */
export interface Answered {
  readonly asking: Asking;
  readonly answer: Happening | null;
  readonly closes: CivilDate;
}

/**
 * Facts that ask for another one, and how many of them found their answer in time (event-triggered duty). An answer is
 * given once: one lesson prepares one mission, one visit is to each whom it names. The earliest asks first and takes
 * the earliest answer, so that as many as can be are answered.
 */
export function answeredIn(question: Question, value: Answering): Answered[] {
  const answers = happeningsAsked(question);
  const used = new Set<string>();
  return askingFacts(question, value).filter(({ day }) => isIncludedSubject(question.reading, question.subject, day)).toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)).map((asking) => {
    const answer = answersTo(question, asking, answers).find((one) => !used.has(useOf(one, asking)) && isAnswer(question, asking, one, value)) ?? null;
    if (answer) used.add(useOf(answer, asking));
    return { asking, answer, closes: deadlineOf(asking, value) };
  });
}

export function measureAnswered(question: Question, value: Value<'answered'>): Measure {
  const { reading } = question;
  const asked = answeredIn(question, value).map(({ asking, answer, closes }) => {
    const state: CountState = answer ? 'has' : isOver(closes, reading.world.upTo) ? 'lacks' : 'open';
    return { asking, answer, state };
  });
  const due = asked.filter(({ state }) => state !== 'open');
  return {
    part: due.filter(({ state }) => state === 'has').length, whole: due.length, unit: value.eachPerson ? 'persons' : 'times',
    outside: askingFacts(question, value).length - asked.length,
    leaves: () => asked.map((it) => askedLeaf(question, it, it.state)),
  };
}

/** What asked, with what answered it. */
export const askedLeaf = ({ reading, placed }: Question, { asking, answer }: Pick<Answered, 'asking' | 'answer'>, state: CountState): Grounds =>
  countedLeaf(asking.id, asking.label, state, {
    persons: asking.person === null ? [] : [asking.person], because: asking.facts, children: answer ? [happeningLeaf(reading, answer, placed.rule.id)] : [],
  });

/** Who moves between his day and its answer is answered all the same: what another branch entered about him counts here too. */
function answersTo({ reading, subject, placed: { rule }, year }: Question, { person }: Asking, answers: readonly Happening[]): readonly Happening[] {
  if (person === null) return answers;
  const elsewhere = personIn(reading.world, person).entries.filter((entry) => !answers.includes(entry) && hasHappened(entry, reading.world.upTo)
    && yearOf(entry.period) === year && matches(reading, entry, rule.match, subject, year));
  return [...answers, ...elsewhere];
}

const useOf = ({ factId }: Happening, { person }: Asking): string => `${factId} ${person ?? ''}`;

function isAnswer({ reading, placed: { rule } }: Question, asking: Asking, answer: Happening, { within }: Answering): boolean {
  const { day, person } = asking;
  if (person !== null) {
    const named = isEntry(answer)
      ? answer.named.some((one) => one.person === person && (rule.match.as === undefined || one.as === rule.match.as))
      : reading.world.markIn(answer, person) !== null;
    if (!named) return false;
  }
  if (within.during === true) return answer.day >= day && answer.day <= deadlineOf(asking, { within });
  if (within.same === 'month') return answer.period === periodOf(day);
  if (within.same === 'year') return yearOf(answer.period) === yearOf(day);
  return answer.day >= addDays(day, -(within.before ?? 0)) && answer.day <= addDays(day, within.after ?? 0);
}

function deadlineOf({ day, until }: Asking, { within }: Pick<Answering, 'within'>): CivilDate {
  // What lasts without an end is asked for in its year.
  if (within.during === true) return until ?? `${yearOf(day)}-12-31`;
  if (within.same === 'month') return lastOfMonth(day);
  if (within.same === 'year') return `${yearOf(day)}-12-31`;
  return addDays(day, within.after ?? 0);
}

function happeningCount({ reading }: Question, happening: Happening, state: CountState): Grounds {
  return countedLeaf(happening.factId, happeningWords(reading, happening), state, { because: [happening.factId], opens: { kind: happening.kind, factId: happening.factId } });
}
