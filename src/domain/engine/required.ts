import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { kindOf, lastDayOf, type WindowKey, windowDayOf, windowOf } from '#domain/calendar/window.ts';
import type { Requirement } from '#domain/schemes/format/requirement-shape.ts';
import type { RuleValue } from '#domain/schemes/format/value-shapes.ts';
import { countedLeaf, happeningsAsked } from './asked.ts';
import { isDueFrom, windowsOfYear } from './due-windows.ts';
import { type Happening, isEntry } from './entry.ts';
import type { CountState, Grounds } from './evaluation.ts';
import { happeningLeaf, windowWords } from './grounds-leaf.ts';
import { isOver } from './has-happened.ts';
import type { Question } from './question.ts';
import type { Reading } from './reading.ts';
import type { PlacedRule } from './rule-tree.ts';
import type { Fact } from './standing.ts';
import { branch } from './subject.ts';

/** A requirement read as a rule that brings nothing. */
export function requiredRule({ id, label, clause, match, value }: Requirement): PlacedRule {
  const worth: RuleValue = { ...value, full: 0 };
  return {
    path: [id],
    rule: { kind: 'rule', id, label, clause, match, value: worth, full: null, basis: null, group: null, onlyWith: null, labels: [], guidance: null, guide: null, responsible: null, limits: [] },
  };
}

/** One window of a requirement: how often it was done, how often it is asked, and where that stands. */
export interface RequiredWindow {
  readonly window: WindowKey;
  readonly done: number;
  /** What the scheme asks less what was stopped in the window (停学). */
  readonly asked: number;
  readonly state: 'met' | 'due' | 'gap' | 'excused';
  readonly grounds: Grounds;
}

const counted = { met: 'has', due: 'open', gap: 'lacks', excused: 'has' } as const satisfies Record<RequiredWindow['state'], CountState>;

/**
 * The windows of a year that have begun, of a body that owes so many of something in each. What it held itself counts, a
 * committee's not what its branches held; each day on which the bureau stopped it takes one from what is asked, and a
 * window of which nothing is left is excused.
 */
export function requiredWindows(reading: Reading, organisation: string, requirement: Requirement, year: number): RequiredWindow[] {
  if (requirement.value.kind !== 'duty') return [];
  const { per, atLeast = 1 } = requirement.value;
  const question: Question = { reading, subject: branch(organisation), placed: requiredRule(requirement), year, attendances: [], totalOf: () => null };
  const own = happeningsAsked(question).filter((fact) => requirement.of === 'branch' || holderOf(fact) === organisation);
  return windowsOfYear(per, year, reading.world.upTo.date).filter((window) => isDueFrom(reading, organisation, window)).map((window) => {
    const inside = own.filter((fact) => windowOf(per, windowDayOf(fact.day, fact.period)) === window);
    const stops = stopsIn(question, window);
    const asked = Math.max(0, atLeast - stops.length);
    const state = asked === 0 ? 'excused' : inside.length >= asked ? 'met' : isOver(lastDayOf(window), reading.world.upTo) ? 'gap' : 'due';
    return { window, done: inside.length, asked, state, grounds: groundsOf(question, { window, state }, inside, stops) };
  });
}

const holderOf = (fact: Happening): string | null => (isEntry(fact) ? fact.organisation : fact.state.organisation);

/** One stop for each day on which the bureau stopped what is required; what was put off within the window is still asked. */
function stopsIn({ reading: { world }, subject, placed: { rule } }: Question, window: WindowKey): Fact<'studyStop'>[] {
  return [...world.studyStopsOn].filter(([day]) => windowOf(kindOf(window), day) === window).flatMap(([day, stops]) => stops
    .filter(({ state }) => world.tree.aboveOn(subject.id, day).includes(state.scope) && (rule.match.activities ?? []).some((one) => state.activities.includes(one)) && !isInside(state.movedTo, window)).slice(0, 1));
}

const isInside = (day: CivilDate | null, window: WindowKey): boolean => day !== null && windowOf(kindOf(window), day) === window;

function groundsOf({ reading, placed }: Question, { window, state }: Pick<RequiredWindow, 'window' | 'state'>, inside: readonly Happening[], stops: readonly Fact<'studyStop'>[]): Grounds {
  const { zh, en } = windowWords(window);
  const label = { zh: `${zh} ${placed.rule.label.zh}`, en: `${placed.rule.label.en}, ${en}` };
  return countedLeaf(`${placed.rule.id} ${window}`, label, counted[state], {
    window,
    children: [
      ...inside.map((fact) => happeningLeaf(reading, fact, placed.rule.id)),
      ...stops.map(({ factId, day }) => countedLeaf(factId, { zh: `${day.slice(5)} 停学，少要求一次`, en: `${day.slice(5)} stopped: one less is asked` }, 'has', { because: [factId] })),
    ],
  });
}
