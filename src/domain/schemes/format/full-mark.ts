import type { WindowKind } from '#domain/calendar/window.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { ReadRule } from './file-shape.ts';
import type { RawNode } from './node-list.ts';
import { isFactValue, type FactValue } from './value-shapes.ts';

/**
 * The most that a part or rule can bring in a year, in hundredths, as far as the file says it: its full mark, a
 * ceiling, or what its windows allow. A rule that only deducts brings nothing. Null where nothing bounds it.
 */
export function fullMark(node: RawNode): Hundredths | null {
  const { rule, part } = node;
  if (rule !== null) return isFactValue(rule.value) ? rule.full ?? boundOf(rule, rule.value) : rule.value.full;
  if (part === null) return null;
  return part.full ?? yearlyCeiling(node);
}

/** The yearly ceiling of a part or rule, where it has one. */
export function yearlyCeiling({ rule, part }: RawNode): Hundredths | null {
  const ceiling = (rule ?? part)?.limits?.find(({ bound, per }) => bound === 'ceiling' && per === 'year');
  return ceiling?.value ?? null;
}

const windowsInYear: Readonly<Partial<Record<WindowKind, number>>> = { month: 12, quarter: 4, half: 2, year: 1 };

/** A start value over all windows of a year. */
export const yearlyValue = (base: { readonly value: Hundredths; readonly per: WindowKind } | undefined): Hundredths =>
  base === undefined ? 0 : base.value * (windowsInYear[base.per] ?? 1);

/** What the yearly ceiling says; else the least of what shorter ceilings allow, and of one fact in each window where only one pays. */
function boundOf({ limits, group }: ReadRule, value: FactValue): Hundredths | null {
  const most = mostOf(value);
  if (most !== null && most <= 0) return 0;
  const yearly = limits?.find(({ bound, per }) => bound === 'ceiling' && per === 'year');
  if (yearly !== undefined) return yearly.value;
  const byCeiling = (limits ?? []).flatMap(({ bound, per, value: ceiling }) =>
    bound === 'ceiling' && windowsInYear[per] !== undefined ? [ceiling * windowsInYear[per]] : []);
  const windows = Object.entries(windowsInYear).find(([per]) => per === group?.per)?.[1];
  const byGroup = windows !== undefined && most !== null ? [most * windows] : [];
  const bounds = [...byCeiling, ...byGroup];
  return bounds.length === 0 ? null : Math.min(...bounds);
}

/** The most that one fact can bring; null where a number of the fact decides. */
export function mostOf(value: FactValue): Hundredths | null {
  switch (value.kind) {
    case 'fixed': return value.each;
    case 'table': return Math.max(...Object.values(value.marks));
    case 'steps': return Math.max(...value.steps.map(({ mark }) => mark));
    case 'unit': return value.each <= 0 ? 0 : null;
  }
}
