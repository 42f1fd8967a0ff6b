import { type ItemStanding, itemStates, standingOf } from '#domain/assessments/item-standing.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { groundsNode } from '#domain/engine/grounds-node.ts';
import { lastDayBy } from '#domain/engine/rule-match.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { PointsNode, PointsPart, PointsRule } from '#domain/schemes/scheme.ts';
import { countedIn, isSpread, type TargetLine } from './item-target.ts';
import type { PlanPlace } from './plan-items.ts';

type Plan = FactState<'targetPlan'>;

/** Beside the states of an item: past the plan's own day, nothing of the kind has come up, and not in the plan. */
export const planStates = [...itemStates, 'overdue', 'nothingYet', 'notPlanned'] as const;
export type PlanState = (typeof planStates)[number];

/** What a plan says of an item, and how far it is. */
export interface Tracked {
  readonly applicable: boolean;
  readonly line: TargetLine | null;
  readonly standing: ItemStanding;
  readonly done: number | null;
}

/**
 * 状态, never typed: from the standing of the item and, where it is not done, from the day that the plan names.
 * @param over the year is over: what has not come up by then does not apply.
 */
export function planStateOf({ applicable, line, standing: { state }, done }: Tracked, day: CivilDate, over: boolean): PlanState {
  if (!applicable) return 'notApplicable';
  if (line === null) return 'notPlanned';
  if (state === 'lacks') return 'lacks';
  if (state === 'notIncluded') return state;
  if (state === 'notApplicable') return over ? 'notApplicable' : 'nothingYet';
  const short = isSpread(line.unit) && done !== null && done < line.target;
  if (state === 'done' && !short) return 'done';
  if (line.due !== null && line.due < day) return 'overdue';
  return state === 'done' ? 'inProgress' : state;
}

/** How much of an item is done, in the unit of its target, from the same grounds as its mark; null where nothing is known. */
export function doneOf(place: PlanPlace, node: PointsNode, grounds: Grounds, over: boolean): number | null {
  const counted = countedIn(place, node);
  switch (counted.by) {
    case 'cases': return leavesOf(grounds).filter(({ how }) => how.kind === 'fact' && how.fact.status === 'counted').length;
    case 'once': return counted.nodes.filter((rule) => stateIn(grounds, rule, over) === 'done').length;
    case 'rule': return isDuty(counted.rule) ? windowsMet(groundsNode(grounds, counted.rule.id)) : rateIn(grounds, counted.rule, over);
  }
}

const isDuty = ({ value }: PointsRule): boolean => value.kind === 'duty' && value.per !== 'year';

function stateIn(grounds: Grounds, rule: PointsRule, over: boolean): ItemStanding['state'] | null {
  const found = groundsNode(grounds, rule.id);
  return found && standingOf(found, rule, over).state;
}

function rateIn(grounds: Grounds, rule: PointsRule, over: boolean): number | null {
  const found = groundsNode(grounds, rule.id);
  return found && standingOf(found, rule, over).progressToDate;
}

/** A window is met once whoever is asked in it has met it: of a duty of each Party group, all of them. */
function windowsMet(grounds: Grounds | null): number {
  const met = new Map<string, boolean>();
  for (const { how } of grounds?.children ?? []) {
    if (how.kind !== 'counted' || how.window === null) continue;
    met.set(how.window, (met.get(how.window) ?? true) && (how.state === 'has' || how.state === 'late'));
  }
  return [...met.values()].filter(Boolean).length;
}

const leavesOf = (grounds: Grounds): readonly Grounds[] => (grounds.children.length === 0 ? [grounds] : grounds.children.flatMap(leavesOf));

/** 责任人 and 时限 are both there. */
export const isAssigned = (line: TargetLine): boolean => line.responsible !== null && line.due !== null;

/** By when the scheme wants the plan handed in, and with everybody named; null where it says nothing. */
export interface PlanDeadlines {
  readonly filing: CivilDate | null;
  readonly assigning: CivilDate | null;
}

/** Read from the rules that ask for the plan, so that no second date can contradict them. */
export function planDeadlines(total: PointsPart, year: number): PlanDeadlines {
  const asking = rulesIn(total).filter(({ match }) => match.records?.includes('targetPlan'));
  const first = (days: readonly string[]): CivilDate | null => days.map((day) => lastDayBy(year, day)).toSorted()[0] ?? null;
  return {
    filing: first(asking.flatMap(({ match }) => match.by ?? [])),
    assigning: first(asking.flatMap(({ match }) => Object.values(match.where ?? {}).flatMap((asked) => (typeof asked === 'object' && 'by' in asked ? [asked.by] : [])))),
  };
}

const rulesIn = (node: PointsNode): readonly PointsRule[] => (node.kind === 'rule' ? [node] : node.children.flatMap(rulesIn));

/** Whether a plan was handed in after its day; null while it was not, or where there is no day. */
export const isLate = ({ filedOn }: Pick<Plan, 'filedOn'>, { filing }: PlanDeadlines): boolean | null =>
  (filedOn === null || filing === null ? null : filedOn > filing);
