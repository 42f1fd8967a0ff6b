import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { firstDayOf, lastDayOf, type WindowKey, type WindowKind, windowKinds } from '#domain/calendar/window.ts';
import type {
  Activity, AdoptedScheme, ExcuseReason, Limit, PointsNode, PointsPart, PointsRule, Scheme,
} from '#domain/schemes/scheme.ts';

/** A rule and where it stands. */
export interface PlacedRule {
  readonly rule: PointsRule;
  /** Ids from the part of the total down to the rule. */
  readonly path: readonly string[];
}

/** The rules of one part that pay by share: the mark of one without a basis may go to the others. */
export interface ShareGroup {
  readonly part: PointsPart;
  readonly rules: readonly PlacedRule[];
}

/** A limit and what it bounds: a rule, a part or the total, whose path is empty. */
export interface PlacedLimit {
  readonly limit: Limit;
  readonly holder: PointsNode;
  readonly path: readonly string[];
  /** Rules lie deepest of all, however flat the part is in which they stand. */
  readonly depth: number;
}

/** One step of the order in which limits are applied. */
export interface LimitStage {
  readonly depth: number;
  readonly per: WindowKind;
}

/** A scheme in force from a day on, with its words looked up by id. */
export interface SchemeVersion {
  readonly scheme: Scheme;
  readonly from: CivilDate;
  readonly activities: ReadonlyMap<string, Activity>;
  readonly excuses: ReadonlyMap<string, ExcuseReason>;
  /** The reason that a register brings by itself. */
  readonly broughtBy: ReadonlyMap<NonNullable<ExcuseReason['broughtBy']>, ExcuseReason>;
  readonly rules: readonly PlacedRule[];
  /** The rules with a fixed value for each fact. */
  readonly fixed: readonly PlacedRule[];
  readonly shares: readonly ShareGroup[];
  readonly limits: readonly PlacedLimit[];
}

/** Which version holds when. Null before the first adoption. */
export interface SchemeBook {
  readonly versions: readonly SchemeVersion[];
  /** For a fact: the version in force on its day, for points on its day within its period. */
  readonly on: (day: CivilDate) => SchemeVersion | null;
  /**
   * For a limit or a share: the version in force on the window's first day; where the first of all was adopted inside
   * the window, that one.
   */
  readonly forWindow: (window: WindowKey) => SchemeVersion | null;
  /** From the rules over the parts to the total, each from the smallest window to the largest; only those in use. */
  readonly limitStages: readonly LimitStage[];
}

export function schemeBook(adopted: readonly AdoptedScheme[]): SchemeBook {
  const byDay = new Map([...adopted].sort((left, right) => (left.from < right.from ? -1 : left.from > right.from ? 1 : 0))
    .map(({ scheme, from }) => [from, versionFrom(scheme, from)]));
  const versions = [...byDay.values()];
  const windows = new Map<WindowKey, SchemeVersion | null>();
  const on = (day: CivilDate) => versions.findLast(({ from }) => from <= day) ?? null;
  const opening = (window: WindowKey) => on(firstDayOf(window)) ?? versions.find(({ from }) => from <= lastDayOf(window)) ?? null;
  return {
    versions,
    on,
    forWindow: (window) => {
      const known = windows.get(window);
      if (known !== undefined) return known;
      const version = opening(window);
      windows.set(window, version);
      return version;
    },
    limitStages: limitStagesOf(versions.flatMap(({ limits }) => limits)),
  };
}

function versionFrom(scheme: Scheme, from: CivilDate): SchemeVersion {
  const broughtBy = new Map<NonNullable<ExcuseReason['broughtBy']>, ExcuseReason>();
  for (const reason of scheme.excuses) if (reason.broughtBy !== null) broughtBy.set(reason.broughtBy, reason);
  const total = scheme.points;
  const rules = total === null ? [] : total.children.flatMap((child) => rulesBelow(child, []));
  return {
    scheme,
    from,
    activities: new Map(scheme.activities.map((activity) => [activity.id, activity])),
    excuses: new Map(scheme.excuses.map((reason) => [reason.id, reason])),
    broughtBy,
    rules,
    fixed: rules.filter(({ rule }) => rule.value.kind === 'fixed'),
    shares: total === null ? [] : shareGroupsBelow(total, []),
    limits: total === null ? [] : limitsBelow(total, []),
  };
}

function rulesBelow(node: PointsNode, above: readonly string[]): PlacedRule[] {
  const path = [...above, node.id];
  return node.kind === 'rule' ? [{ rule: node, path }] : node.children.flatMap((child) => rulesBelow(child, path));
}

function shareGroupsBelow(part: PointsPart, path: readonly string[]): ShareGroup[] {
  const rules = part.children.flatMap((child) =>
    (child.kind === 'rule' && (child.value.kind === 'share' || child.value.kind === 'hours') ? [{ rule: child, path: [...path, child.id] }] : []));
  const below = part.children.flatMap((child) => (child.kind === 'part' ? shareGroupsBelow(child, [...path, child.id]) : []));
  return rules.length === 0 ? below : [{ part, rules }, ...below];
}

function limitsBelow(holder: PointsNode, path: readonly string[]): PlacedLimit[] {
  const depth = holder.kind === 'rule' ? Infinity : path.length;
  const below = holder.kind === 'part' ? holder.children.flatMap((child) => limitsBelow(child, [...path, child.id])) : [];
  const own = [...holder.limits.filter(({ bound }) => bound === 'ceiling'), ...holder.limits.filter(({ bound }) => bound === 'floor')];
  return [...below, ...own.map((limit) => ({ limit, holder, path, depth }))];
}

function limitStagesOf(limits: readonly PlacedLimit[]): LimitStage[] {
  const depths = [...new Set(limits.map(({ depth }) => depth))].sort((left, right) => right - left);
  return depths.flatMap((depth) => windowKinds
    .filter((per) => limits.some((placed) => placed.depth === depth && placed.limit.per === per))
    .map((per) => ({ depth, per })));
}
