import { firstDayOf, kindOf, windowKinds, windowOf } from '#domain/calendar/window.ts';
import { evaluate } from '#domain/engine/evaluate.ts';
import type { LedgerValue } from '#domain/engine/evaluation.ts';
import { keyOf, ledgerChanges, type LedgerRow } from '#domain/engine/ledger-diff.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { AdoptedScheme, Limit, PointsNode, Scheme } from '#domain/schemes/scheme.ts';

/** A ledger in memory. */
export type Ledger = LedgerRow[];

export function post(ledger: Ledger, desired: readonly LedgerValue[], movedBy = 'moved'): LedgerRow[] {
  const rows = ledgerChanges(ledger, desired, movedBy).map((change, index) => ({ ...change, id: `row-${ledger.length + index + 1}` }));
  ledger.push(...rows);
  return rows;
}

/** The net of every value that is not zero, sorted; two ledgers that hold the same are equal here. */
export function nets(values: readonly LedgerValue[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const value of values) sums.set(keyOf(value), (sums.get(keyOf(value)) ?? 0) + value.value);
  return [...sums].filter(([, net]) => net !== 0).sort(([left], [right]) => (left < right ? -1 : 1));
}

/** A ledger kept while the log grows: evaluated and posted after every `stride` entries and at the end. */
export function postStepwise(
  log: readonly LogEntry[], schemes: readonly AdoptedScheme[], date: string, stride: number, afterEach: (ledger: Ledger) => void = () => {},
): Ledger {
  const ledger: Ledger = [];
  for (let seq = stride; seq < log.length + stride; seq += stride) {
    post(ledger, evaluate({ schemes, log, upTo: { seq: Math.min(seq, log.length), date } }).values);
    afterEach(ledger);
  }
  return ledger;
}

/**
 * Ceilings of the scheme that the rows pass in some window of some person, in words. Read from rows and scheme alone;
 * for schemes with windows of a month and larger.
 */
export function overflowing(ledger: readonly LedgerValue[], scheme: Scheme): string[] {
  return scheme.points === null ? [] : nodesBelow(scheme.points).flatMap((holder) => {
    const inside = new Set(nodesBelow(holder).flatMap(({ id, limits }) => [id, ...limits.map((limit) => limit.id)]));
    const rows = ledger.filter(({ of }) => inside.has(of));
    return holder.limits.filter(({ bound }) => bound === 'ceiling').flatMap((ceiling) => over(ceiling, rows));
  });
}

function over(ceiling: Limit, rows: readonly LedgerValue[]): string[] {
  const sums = new Map<string, number>();
  for (const { person, window, value } of rows) {
    if (windowKinds.indexOf(kindOf(window)) > windowKinds.indexOf(ceiling.per)) continue;
    const key = `${person} ${windowOf(ceiling.per, firstDayOf(window))}`;
    sums.set(key, (sums.get(key) ?? 0) + value);
  }
  return [...sums].filter(([, sum]) => sum > ceiling.value).map(([key, sum]) => `${ceiling.id} of ${key}: ${sum} over ${ceiling.value}`);
}

function nodesBelow(node: PointsNode): PointsNode[] {
  return node.kind === 'rule' ? [node] : [node, ...node.children.flatMap(nodesBelow)];
}
