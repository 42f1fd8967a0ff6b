import { type Period, periodOf } from '#domain/calendar/civil-date.ts';
import { lastDayOf } from '#domain/calendar/window.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { PointsNode, PointsPart } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import { type Feed, fedBy } from './fed-by.ts';
import { type ItemStanding, lackingIn, shareOfFull, standingOf } from './item-standing.ts';
import { type Lack, lacksOf } from './lacks.ts';
import { raisedFull } from './raised-full.ts';

/** 项目: a task of the year with its mark, how it stands and what it lacks. */
export interface ScoredItem extends ItemStanding {
  readonly id: string;
  readonly label: Words;
  readonly value: Hundredths | null;
  /** With what siblings without a basis add to it. */
  readonly full: Hundredths | null;
  /** 分值 as the scheme has it. */
  readonly weight: Hundredths | null;
  readonly clause: string | null;
  readonly guidance: Words | null;
  readonly lacks: readonly Lack[];
  readonly closing: Closing | null;
  readonly feeds: readonly Feed[];
}

/**
 * What fills a gap: a session of this activity, of the window and the Party group that lack one, or a line in a register,
 * of the last month of the window that lacks one.
 */
export type Closing =
  | { readonly kind: 'session'; readonly activity: string; readonly window: string | null; readonly group: string | null }
  | { readonly kind: 'entry'; readonly register: string; readonly period: Period | null };

/** 方面 with its items. */
export interface ScoredAspect {
  readonly id: string;
  readonly label: Words;
  readonly value: Hundredths | null;
  readonly full: Hundredths | null;
  readonly weight: Hundredths | null;
  readonly progressToDate: number | null;
  readonly clause: string | null;
  readonly items: readonly ScoredItem[];
}

/**
 * The grounds of a branch's year as aspects and items, in the order of the scheme. A rule that stands beside the aspects
 * is an aspect of one item.
 * @param over the year is over on the day of the evaluation.
 * @param registers that the scheme declares, where somebody is to be led to them.
 */
export function scoredAspects(grounds: Grounds, total: PointsPart, over: boolean, registers: readonly Register[] = []): readonly ScoredAspect[] {
  return total.children.flatMap((node): ScoredAspect[] => {
    const found = below(grounds, node.id);
    if (!found) return [];
    const items = (node.kind === 'rule' ? [node] : node.children).flatMap((item) => {
      const own = node.kind === 'rule' ? found : below(found, item.id);
      return own ? [scoredItem(own, item, over, registers)] : [];
    });
    const full = raisedFull(found, weightOf(node));
    return [{
      id: node.id, label: node.label, value: found.value, full, weight: weightOf(node), progressToDate: shareOfFull({ value: found.value, full }), clause: node.clause, items,
    }];
  });
}

const below = ({ children }: Grounds, id: string): Grounds | undefined => children.find((child) => child.id === id);

function scoredItem(grounds: Grounds, node: PointsNode, over: boolean, registers: readonly Register[]): ScoredItem {
  const { id, label, clause, guidance } = node;
  return {
    id, label, value: grounds.value, full: raisedFull(grounds, weightOf(node)), weight: weightOf(node), clause, guidance,
    ...standingOf(grounds, node, over), lacks: lacksOf(grounds, node), closing: closingOf(grounds, node), feeds: fedBy(node, registers),
  };
}

/** 分值 of an aspect or item, as the scheme gives it. */
export const weightOf = (node: PointsNode): Hundredths | null => (node.kind === 'rule' && 'full' in node.value ? node.value.full : node.full);

/** By the first rule of the item that lacks something. */
function closingOf(grounds: Grounds, node: PointsNode): Closing | null {
  if (node.kind === 'part') {
    for (const child of node.children) {
      const found = below(grounds, child.id);
      const closing = found && lacksOf(found, child).length > 0 ? closingOf(found, child) : null;
      if (closing !== null) return closing;
    }
    return null;
  }
  const { activities: [activity] = [], records: [register] = [] } = node.match;
  const [first] = lackingIn(grounds).flatMap(({ how }) => (how.kind === 'counted' && how.window !== null ? [how] : []));
  if (register !== undefined) return { kind: 'entry', register, period: first?.window ? periodOf(lastDayOf(first.window)) : null };
  if (activity === undefined) return null;
  const group = 'forEach' in node.value && node.value.forEach === 'group' ? first?.persons[0] ?? null : null;
  return { kind: 'session', activity, window: first?.window ?? null, group };
}
