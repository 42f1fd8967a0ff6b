import { addDays, type CivilDate, firstOfMonth, yearOf } from '#domain/calendar/civil-date.ts';
import type { PointsRule } from '#domain/schemes/scheme.ts';
import type { Answering } from './asking-facts.ts';
import type { CountState, Grounds } from './evaluation.ts';
import { type Answered, answeredIn, askedLeaf } from './measure-happenings.ts';
import { applies } from './measured-values.ts';
import type { Question } from './question.ts';
import type { Reading } from './reading.ts';
import type { PlacedRule } from './rule-tree.ts';
import { requiredRule } from './required.ts';
import { branch } from './subject.ts';

/** So far ahead it is said what will be asked, and so long a gap stays on the desk. */
export const DAYS_AHEAD = 31;
const DAYS_KEPT = 14;

/** Something that a fact calls for: what asks, from when it can be met and until when, and where it stands today. */
export interface FollowUp extends Answered {
  readonly opens: CivilDate;
  readonly state: 'due' | 'gap' | 'met';
}

/** 随事任务: what one rule calls for now, by day. */
export interface FollowUps {
  readonly rule: PointsRule;
  readonly items: readonly FollowUp[];
  /** How many of them are met, and which. */
  readonly grounds: Grounds;
}

/**
 * What the facts of a branch call for today under the rules of its indicators and what is required beside them: what can be met already and is not over,
 * and what was missed lately. Nothing is asked before its time, and what is met leaves with its last day.
 * @param about an entry: then only what it asks for or answers, whenever that was.
 * @param ahead the log read up to {@link DAYS_AHEAD} days after today, so that what is announced asks already.
 */
export function followUpsOf(ahead: Reading, organisation: string, today: CivilDate, about: string | null = null): FollowUps[] {
  const version = ahead.book.on(today);
  const required = (version?.scheme.requirements ?? []).filter(({ of }) => of === 'branch').map(requiredRule);
  const rules = [...(version?.trees.get('indicators')?.rules ?? []), ...required];
  const years = [...new Set([yearOf(today), yearOf(ahead.world.upTo.date)])];
  return rules.flatMap((placed): FollowUps[] => {
    const { value } = placed.rule;
    if (value.kind !== 'answered') return [];
    const asked = years.map((year) => questionOf(ahead, organisation, placed, year)).filter((question) => applies(question, placed.rule));
    const items = asked.flatMap((question) => answeredIn(question, value).map((it) => standing(it, value, today))).filter((it) => (about === null ? isCurrent(it, today) : concerns(it, about)));
    const [question] = asked;
    return question === undefined || items.length === 0 ? [] : [{ rule: placed.rule, items, grounds: groundsOf(question, items) }];
  });
}

const questionOf = (reading: Reading, organisation: string, placed: PlacedRule, year: number): Question =>
  ({ reading, subject: branch(organisation), placed, year, attendances: [], totalOf: () => null });

function standing(answered: Answered, { within }: Answering, today: CivilDate): FollowUp {
  const { asking: { day }, answer, closes } = answered;
  const opens = within.same === 'month' ? firstOfMonth(day) : addDays(day, -(within.before ?? 0));
  return { ...answered, opens, state: answer !== null ? 'met' : closes < today ? 'gap' : 'due' };
}

function isCurrent({ opens, closes, state }: FollowUp, today: CivilDate): boolean {
  return opens <= today && closes >= (state === 'gap' ? addDays(today, -DAYS_KEPT) : today);
}

const concerns = ({ asking, answer }: FollowUp, entry: string): boolean => asking.facts.includes(entry) || answer?.factId === entry;

const counted = { met: 'has', gap: 'lacks', due: 'open' } as const satisfies Record<FollowUp['state'], CountState>;

function groundsOf(question: Question, items: readonly FollowUp[]): Grounds {
  const { id, label } = question.placed.rule;
  return {
    id, label, value: null, full: null, rule: null, how: { kind: 'counted', state: items.every(({ state }) => state === 'met') ? 'has' : 'open', persons: [], window: null, because: [] },
    children: items.map((it) => askedLeaf(question, it, counted[it.state])),
  };
}
