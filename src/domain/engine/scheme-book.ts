import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { firstDayOf, lastDayOf, type WindowKey } from '#domain/calendar/window.ts';
import { builtInRegisters, openingBalances } from '#domain/schemes/built-in-registers.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { Activity, AdoptedScheme, ExcuseReason, PointsPart, Scheme } from '#domain/schemes/scheme.ts';
import { markedRules } from './marked-rules.ts';
import { ruleTree, type RuleTree, type Stage } from './rule-tree.ts';
import type { TreeKey } from './subject.ts';

/** A scheme in force from a day on, with its words looked up by id. */
export interface SchemeVersion {
  readonly scheme: Scheme;
  readonly from: CivilDate;
  readonly activities: ReadonlyMap<string, Activity>;
  /** Declared by the scheme or kept by the product itself. */
  readonly registers: ReadonlyMap<string, Register>;
  readonly excuses: ReadonlyMap<string, ExcuseReason>;
  /** The reason that a register brings by itself. */
  readonly broughtBy: ReadonlyMap<NonNullable<ExcuseReason['broughtBy']>, ExcuseReason>;
  /** Each label with itself and all above it, so that a tag on something below counts for what stands above. */
  readonly labelsAbove: ReadonlyMap<string, readonly string[]>;
  /** The points of members, the indicators of branches, and what is marked for a result alone. */
  readonly trees: ReadonlyMap<TreeKey, RuleTree>;
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
  /** Depths at which something is bounded or raised in any version, from the deepest up to the total. */
  readonly stages: (tree: TreeKey) => readonly Stage[];
}

export function schemeBook(adopted: readonly AdoptedScheme[]): SchemeBook {
  const byDay = new Map([...adopted].sort((left, right) => (left.from < right.from ? -1 : left.from > right.from ? 1 : 0))
    .map(({ scheme, from }) => [from, versionFrom(scheme, from)]));
  const versions = [...byDay.values()];
  const windows = new Map<WindowKey, SchemeVersion | null>();
  const stages = new Map<TreeKey, readonly Stage[]>();
  const on = (day: CivilDate) => {
    for (let at = versions.length - 1; at >= 0; at -= 1) {
      const version = versions[at];
      if (version && version.from <= day) return version;
    }
    return null;
  };
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
    stages: (tree) => {
      const before = stages.get(tree) ?? stagesOf(versions, tree);
      stages.set(tree, before);
      return before;
    },
  };
}

function versionFrom(scheme: Scheme, from: CivilDate): SchemeVersion {
  const broughtBy = new Map<NonNullable<ExcuseReason['broughtBy']>, ExcuseReason>();
  for (const reason of scheme.excuses) if (reason.broughtBy !== null) broughtBy.set(reason.broughtBy, reason);
  return {
    scheme,
    from,
    activities: new Map(scheme.activities.map((activity) => [activity.id, activity])),
    registers: new Map([...builtInRegisters, openingBalances, ...scheme.registers].map((register) => [register.id, register])),
    excuses: new Map(scheme.excuses.map((reason) => [reason.id, reason])),
    broughtBy,
    labelsAbove: labelsAbove(scheme),
    trees: treesOf(scheme),
  };
}

function treesOf({ points, indicators, results }: Scheme): Map<TreeKey, RuleTree> {
  const totals: readonly (readonly [TreeKey, PointsPart | null])[] = [
    ['points', points], ['indicators', indicators], ...results.map((result) => [`result ${result.id}`, markedRules(result)] as const),
  ];
  return new Map(totals.flatMap(([key, total]) => (total === null ? [] : [[key, ruleTree(total)]])));
}

function labelsAbove({ framework }: Scheme): Map<string, readonly string[]> {
  const parents = new Map(framework.map(({ id, under }) => [id, under]));
  return new Map(framework.map(({ id }) => {
    const chain = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !chain.has(at); at = parents.get(at)) chain.add(at);
    return [id, [...chain]];
  }));
}

function stagesOf(versions: readonly SchemeVersion[], tree: TreeKey): Stage[] {
  const all = versions.flatMap(({ trees }) => trees.get(tree)?.stages ?? []);
  const depths = [...new Set(all.map(({ depth }) => depth))].sort((left, right) => right - left);
  return depths.map((depth) => ({ depth, windows: new Set(all.filter((stage) => stage.depth === depth).flatMap(({ windows }) => [...windows])) }));
}
