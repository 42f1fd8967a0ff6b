import type { MeasuredValue } from '#domain/schemes/format/value-shapes.ts';
import { entriesAsked, entriesStanding } from './asked.ts';
import type { Entry } from './entry.ts';
import { entryLeaf } from './grounds-leaf.ts';
import type { Measure, Question } from './question.ts';

type Value<K extends MeasuredValue['kind']> = Extract<MeasuredValue, { kind: K }>;

/** The marks of levels against the best of them; an entry whose level has no mark leaves the reckoning (不适用). */
export function measureRated(question: Question, { by, marks }: Value<'rated'>): Measure {
  const best = Math.max(...Object.values(marks));
  const entries = entriesAsked(question).filter(({ values }) => typeof values[by] === 'string' && marks[values[by]] !== undefined);
  return {
    part: sum(entries.map(({ values }) => marks[String(values[by])] ?? 0)), whole: entries.length * best, unit: 'points',
    leaves: leavesOf(question, entries),
  };
}

/** The sum of one number of the entries ÷ the sum of another; more than the whole of one entry earns nothing, nor fills another. */
export function measureSums(question: Question, { of, over }: Value<'sums'>): Measure {
  const entries = entriesAsked(question);
  const whole = sum(entries.map((entry) => numberOf(entry, over)));
  return { part: sum(entries.map((entry) => Math.min(numberOf(entry, of), numberOf(entry, over)))), whole, unit: 'sum', leaves: leavesOf(question, entries) };
}

const PERCENT = 10_000;

/** Weighted answers ÷ valid ballots; who abstains is in neither. Too few ballots are no basis. */
export function measureBallot(question: Question, { marks, least = 1 }: Value<'ballot'>): Measure {
  const entries = entriesAsked(question);
  const answers = Object.entries(marks).map(([field, weight]) => ({ weight, count: sum(entries.map((entry) => numberOf(entry, field))) }));
  const valid = sum(answers.map(({ count }) => count));
  return {
    part: sum(answers.map(({ weight, count }) => weight * count)), whole: valid < least ? 0 : valid * PERCENT, unit: 'ballots',
    leaves: leavesOf(question, entries),
  };
}

/** The mean of the marks given; fewer than the judges asked for are no basis. What lasts is marked in every year in which it stands. */
export function measureMark(question: Question, { by, full, outOf = full, judges = 1 }: Value<'mark'>): Measure {
  const entries = entriesStanding(question).filter(({ values }) => typeof values[by] === 'number');
  const given = sum(entries.map((entry) => Math.min(numberOf(entry, by), outOf)));
  return { part: given, whole: entries.length < judges ? 0 : entries.length * outOf, unit: 'points', leaves: leavesOf(question, entries) };
}

const leavesOf = ({ reading, placed: { rule } }: Question, entries: readonly Entry[]) =>
  () => entries.map((entry) => entryLeaf(reading, entry, rule.id, null, 'counted'));

function numberOf({ values }: Entry, field: string): number {
  const value = values[field];
  return typeof value === 'number' ? value : 0;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
