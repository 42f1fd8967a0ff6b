import { isFactValue } from '#domain/schemes/format/value-shapes.ts';
import type { WindowKind } from '#domain/calendar/window.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { Limit, PointsNode, PointsPart, PointsRule } from '#domain/schemes/scheme.ts';

/** A rule and where it stands. */
export interface PlacedRule {
  readonly rule: PointsRule;
  /** Ids from the part of the total down to the rule. */
  readonly path: readonly string[];
}

export interface PlacedPart {
  readonly part: PointsPart;
  readonly path: readonly string[];
}

/** A limit and what it bounds: a rule, a part or the total, whose path is empty. */
export interface PlacedLimit {
  readonly limit: Limit;
  readonly holder: PointsNode;
  readonly path: readonly string[];
  readonly depth: number;
}

/** A part or rule whose weight takes part when a sibling has no basis. */
export interface Weighed {
  readonly node: PointsNode;
  readonly path: readonly string[];
  readonly full: Hundredths;
}

/** A part that spreads the weight of children without a basis over the others. */
export interface Spreading {
  readonly part: PointsPart;
  readonly children: readonly Weighed[];
}

/** One step of the order in which limits are applied. */
export interface Stage {
  readonly depth: number;
  readonly windows: ReadonlySet<WindowKind>;
}

/** The points or the indicators of one version, flattened for the evaluator. */
export interface RuleTree {
  readonly total: PointsPart;
  readonly rules: readonly PlacedRule[];
  /** Paid by the fact. */
  readonly byFact: readonly PlacedRule[];
  /** A full mark times a share of the year. */
  readonly measured: readonly PlacedRule[];
  readonly limits: readonly PlacedLimit[];
  readonly parts: readonly PlacedPart[];
  readonly spreading: readonly Spreading[];
  /** How deep limits and raised nodes lie, and over which windows limits at that depth reach. */
  readonly stages: readonly Stage[];
}

/** Rules lie deepest of all, however flat the part is in which they stand. */
export const RULE_DEPTH = Infinity;

export function ruleTree(total: PointsPart): RuleTree {
  const rules = total.children.flatMap((child) => rulesBelow(child, []));
  const limits = limitsBelow(total, []);
  const parts = partsBelow(total, []);
  const spreading = parts.flatMap(spreadingOf);
  const raised = spreading.flatMap(({ children }) => children.map(({ node, path }) => depthOf(node, path)));
  return {
    total, rules, limits, parts, spreading,
    byFact: rules.filter(({ rule }) => isFactValue(rule.value)),
    measured: rules.filter(({ rule }) => !isFactValue(rule.value)),
    stages: [...new Set([...limits.map(({ depth }) => depth), ...raised])].map((depth) =>
      ({ depth, windows: new Set(limits.filter((placed) => placed.depth === depth).map(({ limit }) => limit.per)) })),
  };
}

export const depthOf = (node: PointsNode, path: readonly string[]): number => (node.kind === 'rule' ? RULE_DEPTH : path.length);

/** The most that a node says it can bring; null where it does not say. */
export function fullOf(node: PointsNode): Hundredths | null {
  return node.kind === 'part' || isFactValue(node.value) ? node.full : node.value.full;
}

function rulesBelow(node: PointsNode, above: readonly string[]): PlacedRule[] {
  const path = [...above, node.id];
  return node.kind === 'rule' ? [{ rule: node, path }] : node.children.flatMap((child) => rulesBelow(child, path));
}

function partsBelow(part: PointsPart, path: readonly string[]): PlacedPart[] {
  const below = part.children.flatMap((child) => (child.kind === 'part' ? partsBelow(child, [...path, child.id]) : []));
  return [{ part, path }, ...below];
}

function spreadingOf({ part, path }: PlacedPart): Spreading[] {
  // Where one child stands for all, the others are no siblings whose weight could go to it (word 10).
  if (part.missing !== 'renormalise' || part.choose !== null) return [];
  const children = part.children.flatMap((node): Weighed[] => {
    // A bonus is no part of the mark that could go to siblings, and takes none of theirs.
    const full = node.kind === 'part' && node.bonus ? null : fullOf(node);
    return full === null ? [] : [{ node, path: [...path, node.id], full }];
  });
  return [{ part, children }];
}

function limitsBelow(holder: PointsNode, path: readonly string[]): PlacedLimit[] {
  const depth = depthOf(holder, path);
  const below = holder.kind === 'part' ? holder.children.flatMap((child) => limitsBelow(child, [...path, child.id])) : [];
  const own = [...holder.limits.filter(({ bound }) => bound === 'ceiling'), ...holder.limits.filter(({ bound }) => bound === 'floor')];
  return [...below, ...own.map((limit) => ({ limit, holder, path, depth }))];
}
