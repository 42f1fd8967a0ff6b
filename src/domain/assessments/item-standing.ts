import type { WindowKind } from '#domain/calendar/window.ts';
import type { Grounds, How } from '#domain/engine/evaluation.ts';
import { roundedQuotient } from '#domain/points/hundredths.ts';
import { isFactValue, type MeasuredValue } from '#domain/schemes/format/value-shapes.ts';
import type { PointsNode, PointsPart, PointsRule } from '#domain/schemes/scheme.ts';

/** 已完成, 推进中, 未到期, 缺项, 不适用, 未纳入: what a secretary wants to know of an item before its mark (finding 5). */
export const itemStates = ['done', 'inProgress', 'notDue', 'lacks', 'notApplicable', 'notIncluded'] as const;
export type ItemState = (typeof itemStates)[number];

export interface ItemStanding {
  readonly state: ItemState;
  /** 序时进度: done ÷ due to date, in hundredths of a percent; null where nothing is due yet. */
  readonly progressToDate: number | null;
}

const WHOLE = 10_000;
const windowsInYear: Readonly<Partial<Record<WindowKind, number>>> = { month: 12, quarter: 4, half: 2, year: 1 };

/**
 * How an aspect or item stands, read from its grounds and so from the same facts as its mark.
 * @param over the year is over: nothing that is missing can come any more.
 */
export const standingOf = (grounds: Grounds, node: PointsNode, over: boolean): ItemStanding =>
  (node.kind === 'rule' ? standingOfRule(grounds, node, over) : standingOfPart(grounds, node, over));

function standingOfPart(grounds: Grounds, { children, choose }: PointsPart, over: boolean): ItemStanding {
  const states = children.flatMap((child) => {
    const found = grounds.children.find(({ id }) => id === child.id);
    return found ? [standingOf(found, child, over).state] : [];
  });
  return { state: together(states, choose !== null), progressToDate: shareOfFull(raised(grounds)) };
}

/** A gap anywhere is a gap; where one child stands for all, one that is done is enough. */
function together(states: readonly ItemState[], anyOne: boolean): ItemState {
  const asked = states.filter((state) => state !== 'notApplicable' && state !== 'notIncluded');
  if (asked.length === 0) return states.includes('notIncluded') ? 'notIncluded' : 'notApplicable';
  if (anyOne && asked.includes('done')) return 'done';
  if (asked.includes('lacks')) return 'lacks';
  if (asked.every((state) => state === 'done')) return 'done';
  return asked.every((state) => state === 'notDue') ? 'notDue' : 'inProgress';
}

function standingOfRule(grounds: Grounds, rule: PointsRule, over: boolean): ItemStanding {
  const { value } = rule;
  if (isFactValue(value)) return { state: over ? 'done' : 'inProgress', progressToDate: shareOfFull(raised(grounds)) };
  const progressToDate = progressIn(grounds.how);
  if (grounds.how.kind === 'noBasis') return { state: withoutBasis(grounds, rule, value, over), progressToDate: null };
  if (lackingIn(grounds).length > 0 || (value.kind === 'inForce' && progressToDate === 0)) return { state: 'lacks', progressToDate };
  return { state: over || isComplete(grounds, value, progressToDate) ? 'done' : 'inProgress', progressToDate };
}

/** What waits for its day is not due; what has not come up in this branch does not apply to it. */
function withoutBasis({ how, children }: Grounds, { onlyWith }: PointsRule, { kind }: MeasuredValue, over: boolean): ItemState {
  // Ballots that were counted and are too few to tell anything: no more of them will come.
  if (kind === 'ballot' && children.length > 0) return 'notApplicable';
  if (children.some(({ how }) => how.kind === 'counted' && how.state === 'open')) return 'notDue';
  if (how.kind === 'noBasis' && how.missing === 'notIncluded') return 'notIncluded';
  if (onlyWith !== null || over) return 'notApplicable';
  return kind === 'answered' || kind === 'portion' ? 'notApplicable' : 'notDue';
}

/** Whether the year can ask nothing more of it. */
function isComplete({ how, children }: Grounds, value: MeasuredValue, progressToDate: number | null): boolean {
  if (value.kind === 'ballot' || value.kind === 'mark') return true;
  if (progressToDate !== WHOLE) return false;
  switch (value.kind) {
    case 'duty': return how.kind === 'measured' && children.length >= (windowsInYear[value.per] ?? Infinity);
    case 'members': return value.have.times !== undefined && children.every((child) => child.how.kind !== 'counted' || child.how.state === 'has');
    case 'pairs': return children.every((child) => child.how.kind !== 'counted' || child.how.state === 'has');
    case 'inForce': case 'posts': return true;
    default: return false;
  }
}

function progressIn(how: How): number | null {
  switch (how.kind) {
    case 'measured': return how.whole === 0 ? null : percent(how.part, how.whole);
    case 'share': return how.expected === 0 ? null : percent(how.creditHundredths, how.expected * 100);
    case 'hours': return how.targetMinutes === 0 ? null : percent(how.minutes * 12, how.targetMinutes * how.months);
    default: return null;
  }
}

/** Rounded half up like a mark; but what lacks anything is never shown, and so never decided, as whole. */
function percent(part: number, whole: number): number {
  if (part <= 0) return 0;
  return part >= whole ? WHOLE : Math.min(WHOLE - 1, roundedQuotient(part * WHOLE, whole));
}

/** What the weight of siblings without a basis adds is no progress. */
function raised({ value, full, children }: Grounds): Pick<Grounds, 'value' | 'full'> {
  const added = children.reduce((sum, child) => sum + (child.how.kind === 'raise' ? child.value ?? 0 : 0), 0);
  return { value: value === null ? null : value - added, full };
}

/** Of an aspect: the mark to date ÷ its full mark, for what is not due yet is in neither. */
export const shareOfFull = ({ value, full }: Pick<Grounds, 'value' | 'full'>): number | null =>
  (value === null || full === null || full === 0 ? null : percent(value, full));

/** Whatever is counted somewhere below and does not have what is asked. */
export function lackingIn(grounds: Grounds): readonly Grounds[] {
  const { how, children } = grounds;
  return [...(how.kind === 'counted' && how.state === 'lacks' ? [grounds] : []), ...children.flatMap(lackingIn)];
}
