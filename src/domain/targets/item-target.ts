import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { monthOf } from '#domain/calendar/civil-date.ts';
import { anchorOf, kindOf, lastDayOf, type WindowKey, type WindowKind } from '#domain/calendar/window.ts';
import { weightOf } from '#domain/assessments/branch-score.ts';
import { dueBy, isDueFrom, windowsOfYear } from '#domain/engine/due-windows.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { type FactValue, isFactValue } from '#domain/schemes/format/value-shapes.ts';
import type { PointsNode, PointsPart, PointsRule } from '#domain/schemes/scheme.ts';
import { isApplicable, type PlanPlace } from './plan-items.ts';

export type TargetLine = FactState<'targetPlan'>['lines'][number];
export type TargetUnit = TargetLine['unit'];

/** What the scheme asks of an item in a year, as a target from which a plan starts. */
export interface ItemTarget {
  readonly unit: TargetUnit;
  readonly target: number;
  /** No plan can ask for more: there are twelve months, and a rate ends at 100 %. */
  readonly most: number;
  readonly split: readonly number[];
  /** The last day on which the scheme lets it be done. */
  readonly due: CivilDate;
}

/** What decides how the target of an item is counted: one rule, several things asked once a year, or cases there shall not be. */
export type Counted =
  | { readonly by: 'rule'; readonly rule: PointsRule }
  | { readonly by: 'once'; readonly nodes: readonly PointsRule[] }
  | { readonly by: 'cases' };

const WHOLE = 10_000;
const unitOf: Readonly<Record<Exclude<WindowKind, 'year'>, TargetUnit>> = { day: 'days', week: 'weeks', month: 'months', quarter: 'quarters', half: 'halves' };
/** Units that are spread over months; all other countable ones over quarters, and a rate over nothing. */
const monthly: ReadonlySet<TargetUnit> = new Set(['days', 'weeks', 'months']);
const lasting: ReadonlySet<TargetUnit> = new Set(['percent', 'cases']);

/** Whether a target is spread over the year at all. */
export const isSpread = (unit: TargetUnit): boolean => !lasting.has(unit);

export function targetOf(place: PlanPlace, node: PointsNode): ItemTarget {
  const counted = countedIn(place, node);
  const end = `${place.year}-12-31`;
  if (counted.by === 'cases') return { unit: 'cases', target: 0, most: 0, split: [], due: end };
  if (counted.by === 'once') {
    const days = counted.nodes.map(({ match }) => dueBy(String(place.year), match)).toSorted();
    return { unit: 'times', target: days.length, most: days.length, split: spreadOver('times', days), due: days.at(-1) ?? end };
  }
  const { value, match } = counted.rule;
  if (value.kind !== 'duty' || value.per === 'year') return { unit: 'percent', target: rateOf(counted.rule), most: WHOLE, split: [], due: end };
  const windows = windowsOfYear(value.per, place.year, end).filter((window) => isDueFrom(place.reading, place.organisation, window));
  const unit = unitOf[value.per];
  const last = dueBy(windows.at(-1) ?? String(place.year), match);
  return { unit, target: windows.length, most: windows.length, split: spreadOver(unit, windows.map(dayOf)), due: last < end ? last : end };
}

/** By which rule, or as what, an item is counted: its heaviest rule, unless everything in it is asked once a year. */
export function countedIn(place: PlanPlace, node: PointsNode): Counted {
  const rules = node.kind === 'rule' ? [node] : node.children.filter((child) => isApplicable(place, child));
  if (rules.every(isDeduction)) return { by: 'cases' };
  const once = rules.filter(isOnce);
  if (once.length === rules.length) return { by: 'once', nodes: once };
  if (node.kind === 'rule') return { by: 'rule', rule: node };
  return countedIn(place, leadingIn(node, rules));
}

function leadingIn({ choose }: PointsPart, children: readonly PointsNode[]): PointsNode {
  const [first, ...others] = children;
  if (!first) throw new Error('an item that applies has a rule that does');
  return choose === null ? others.reduce((most, one) => ((weightOf(one) ?? 0) > (weightOf(most) ?? 0) ? one : most), first) : first;
}

/** What is there or not, or done once in the year. */
const isOnce = (node: PointsNode): node is PointsRule =>
  node.kind === 'rule' && (node.value.kind === 'inForce' || node.value.kind === 'posts' || (node.value.kind === 'duty' && node.value.per === 'year'));

const isDeduction = (node: PointsNode): boolean => (node.kind === 'part' ? node.children.every(isDeduction) : isFactValue(node.value) && marksOf(node.value).every((mark) => mark <= 0));

function marksOf(value: FactValue): readonly number[] {
  switch (value.kind) {
    case 'table': return Object.values(value.marks);
    case 'steps': return value.steps.map(({ mark }) => mark);
    case 'fixed': case 'unit': return [value.each];
  }
}

/** The rate from which the full mark is given; where the scheme says nothing, all of it. */
function rateOf({ value }: PointsRule): number {
  if ('scale' in value && value.scale !== undefined) return value.scale.fullFrom;
  if (!isFactValue(value) && 'steps' in value && value.steps !== undefined) return Math.max(...value.steps.map(({ from }) => from));
  return WHOLE;
}

/** A week belongs to the month of its Thursday; everything else to that in which it ends. */
const dayOf = (window: WindowKey): CivilDate => (kindOf(window) === 'week' ? anchorOf(window) : lastDayOf(window));

function spreadOver(unit: TargetUnit, days: readonly CivilDate[]): number[] {
  const months = monthly.has(unit);
  const slots = Array.from({ length: months ? 12 : 4 }, () => 0);
  for (const day of days) {
    const at = months ? monthOf(day) - 1 : Math.ceil(monthOf(day) / 3) - 1;
    slots[at] = (slots[at] ?? 0) + 1;
  }
  return slots;
}
