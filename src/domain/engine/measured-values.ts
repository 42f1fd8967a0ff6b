import { type Hundredths, roundedQuotient } from '#domain/points/hundredths.ts';
import { isFactValue, type MeasuredValue } from '#domain/schemes/format/value-shapes.ts';
import type { PointsNode, PointsRule } from '#domain/schemes/scheme.ts';
import { lastDayAsked } from './asked.ts';
import type { SessionAttendance } from './attendance.ts';
import { checkedMarks } from './checked-marks.ts';
import { groupsOfYear } from './due-windows.ts';
import type { How, Raised } from './evaluation.ts';
import { sheetLeaf } from './grounds-leaf.ts';
import { isOnCommittee } from './home.ts';
import { measure } from './measure.ts';
import type { Measure, Question } from './question.ts';
import type { RawValue } from './raw-values.ts';
import type { Reading } from './reading.ts';
import { fullOf, type PlacedRule, type RuleTree, type Spreading } from './rule-tree.ts';
import { markOf, scaledMark } from './scale.ts';
import type { SchemeVersion } from './scheme-book.ts';
import type { Subject } from './subject.ts';

/** The value of one measured rule for one subject and year, and how it came about. */
export interface ShareValue {
  readonly year: number;
  readonly version: SchemeVersion;
  readonly placed: PlacedRule;
  readonly measured: Measure;
  readonly how: How;
  /** Null: no basis, and the scheme does not call that zero. */
  readonly value: Hundredths | null;
  /** Another rule stands for the part (word 10). */
  readonly outdone: boolean;
}

/** What the weight of siblings without a basis does to those that have one, part by part. */
export interface Basis {
  readonly has: (node: PointsNode) => boolean;
  /** Null where nothing is spread to the node. */
  readonly raised: (node: PointsNode) => Raised | null;
}

export interface YearValues {
  readonly shares: readonly ShareValue[];
  readonly basis: Basis;
}

/**
 * The measured values of a subject in a year, by the version that opened the year. Where a part renormalises, the
 * weight of children without a basis goes to the others in proportion; each is rounded once, at the end.
 */
export function yearValuesOf(
  reading: Reading, subject: Subject, year: number, raws: readonly RawValue[], attendances: readonly SessionAttendance[],
  totalOf: Question['totalOf'],
): YearValues {
  const version = reading.book.forWindow(String(year));
  const tree = version?.trees.get(subject.tree);
  if (!version || !tree) return { shares: [], basis: { has: () => true, raised: () => null } };
  const asked = tree.measured.map((placed) => {
    const question: Question = { reading, subject, placed, year, attendances, totalOf };
    return { placed, measured: measureWhere(question), missing: missingOf(tree, placed) };
  });
  const wholes = new Map(asked.map(({ placed, measured }) => [placed.rule.id, measured.whole]));
  const basis = basisOf(tree, (rule) => (isFactValue(rule.value) ? hasFacts(reading, subject, rule, raws, year) : (wholes.get(rule.id) ?? 0) > 0));
  const shares = asked.map(({ placed, measured, missing }): ShareValue => ({ year, version, placed, measured, outdone: false, ...valueOf(placed.rule, measured, missing, basis) }));
  return { shares, basis };
}

/** A rule that asks for a body that is not there has no basis (不适用). */
function measureWhere(question: Question): Measure {
  const { rule } = question.placed;
  // Only measured rules come here.
  if (isFactValue(rule.value) || !applies(question, rule)) return { part: 0, whole: 0, unit: 'times', leaves: () => [] };
  const measured = measure(question, rule.value);
  return measured.whole === 0 && rule.value.kind === 'mark' ? markFound(question) ?? measured : measured;
}

/** What only a check marks is as much as the check found, while nobody else has marked it. */
function markFound({ reading, subject, placed: { rule }, year }: Question): Measure | null {
  const found = checkedMarks(reading, subject, year).get(rule.id);
  if (!found || found.full === null || found.full === 0) return null;
  return { part: found.checked, whole: found.full, unit: 'points', leaves: () => [sheetLeaf(found.sheet, rule.id)] };
}

/** Whether the body for which a rule asks is there (设支委会、设党小组). */
export function applies(question: Pick<Question, 'reading' | 'subject' | 'year'>, { onlyWith }: Pick<PointsRule, 'onlyWith'>): boolean {
  const { reading: { world }, subject } = question;
  if (onlyWith === null || subject.kind === 'member') return true;
  if (onlyWith === 'groups') return groupsOfYear(question.reading, subject.id, question.year).length > 0;
  const day = lastDayAsked(question);
  const committee = (world.postsOf.get(subject.id) ?? []).filter(({ state: { person, post } }) => !singleHanded.has(post) && isOnCommittee(world, person, subject.id, day));
  return (committee.length > 0) === (onlyWith === 'committee');
}

/** A branch of few members has a secretary and perhaps a deputy, and no committee. */
const singleHanded: ReadonlySet<string> = new Set(['secretary', 'deputySecretary', 'groupLeader']);

function hasFacts(reading: Reading, subject: Subject, rule: PointsRule, raws: readonly RawValue[], year: number): boolean {
  if (!applies({ reading, subject, year }, rule)) return false;
  return rule.basis === null || raws.some((raw) => raw.rule.id === rule.id && raw.standing === 'counted' && raw.anchor.startsWith(String(year)) && saysSomething(raw));
}

/** A number below the first step or unit (a mission of four days) is as if nothing had been asked; a level is marked even with zero. */
const saysSomething = ({ rule: { value: { kind } }, value }: RawValue): boolean => value !== 0 || kind === 'fixed' || kind === 'table';

function basisOf(tree: RuleTree, ruleHas: (rule: PointsRule) => boolean): Basis {
  const has = (node: PointsNode): boolean => (node.kind === 'rule' ? ruleHas(node) : node.base !== null || node.children.some(has));
  const raised = new Map<string, Raised>();
  for (const spreading of tree.spreading) for (const [id, ratio] of raisedBy(spreading, has)) raised.set(id, ratio);
  return { has, raised: (node) => raised.get(node.id) ?? null };
}

function raisedBy({ children }: Spreading, has: (node: PointsNode) => boolean): [string, Raised][] {
  const present = children.filter(({ node }) => has(node));
  const ratio = { all: sumOfFull(children), present: sumOfFull(present) };
  return ratio.all === ratio.present ? [] : present.map(({ node }) => [node.id, ratio]);
}

function missingOf({ parts }: RuleTree, { rule }: PlacedRule): 'required' | 'renormalise' | 'zero' {
  const holder = parts.find(({ part }) => part.children.includes(rule));
  // Nothing is silently zero: a part that says nothing of missing shares requires them.
  return holder?.part.missing ?? 'required';
}

function valueOf(rule: PointsRule, measured: Measure, missing: 'required' | 'renormalise' | 'zero', basis: Basis): Pick<ShareValue, 'how' | 'value'> {
  const { value } = rule;
  // Before the day of inclusion nothing was asked: neither a gap nor a zero, whatever the scheme says of missing shares.
  if (measured.whole === 0 && (measured.outside ?? 0) > 0) return { how: { kind: 'noBasis', missing: 'notIncluded' }, value: null };
  if (isFactValue(value) || measured.whole === 0) return { how: { kind: 'noBasis', missing }, value: missing === 'zero' ? 0 : null };
  const raised = basis.raised(rule);
  return {
    how: howOf(value, measured, raised),
    value: markOf(value, measured.part, measured.whole, raised ?? { all: 1, present: 1 }),
  };
}

function howOf(value: MeasuredValue, { part, whole, unit, tally, months }: Measure, raised: Raised | null): How {
  const mark = raised === null
    ? { full: value.full, raisedFrom: null, raised }
    : { full: roundedQuotient(value.full * raised.all, raised.present), raisedFrom: value.full, raised };
  const scaled = scaledMark(value, part, whole);
  if (value.kind === 'hours' && tally !== undefined) {
    return { kind: 'hours', ...mark, minutes: tally.minutes, targetMinutes: value.targetHours * 60, months: months ?? 12 };
  }
  if (tally === undefined || scaled !== null) return { kind: 'measured', of: value.kind, ...mark, part, whole, unit, mark: scaled };
  const { present, madeUp, expected, excused, creditHundredths } = tally;
  return { kind: 'share', ...mark, present, madeUp, expected, excused, creditHundredths };
}

const sumOfFull = (children: readonly { readonly node: PointsNode }[]): Hundredths =>
  children.reduce((sum, { node }) => sum + (fullOf(node) ?? 0), 0);
