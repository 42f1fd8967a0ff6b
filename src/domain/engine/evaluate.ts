import type { LedgerValue, PersonTotal } from './evaluation.ts';
import { type PersonPoints, pointsOf } from './person-points.ts';
import { type EvaluationInput, read, type Reading } from './reading.ts';
import { totalOf } from './totals.ts';

export interface Evaluation {
  /** What the ledger must hold, nothing more and nothing less; values of zero are not held. */
  readonly values: readonly LedgerValue[];
  /** One for each person and year in which he was a member of the Party here or something belongs to him. */
  readonly totals: readonly PersonTotal[];
  /** The log as it was read, to ask for attendance and grounds without reading it again. */
  readonly reading: Reading;
}

/**
 * What a log means under the schemes in force: the one evaluator that recording, trial, rebuild and acceptance
 * all call. `only` evaluates the named persons alone, with the same results for them.
 */
export function evaluate(input: EvaluationInput & { readonly only?: readonly string[] }): Evaluation {
  const reading = read(input);
  const values: LedgerValue[] = [];
  const totals: PersonTotal[] = [];
  for (const person of [...new Set(input.only ?? reading.world.persons.keys())].sort()) {
    const points = pointsOf(reading, person);
    values.push(...ledgerValuesOf(points));
    for (const year of points.years) {
      const total = totalOf(reading, points, year);
      if (total) totals.push(total);
    }
  }
  return { values, totals, reading };
}

/** The values of one person as the ledger holds them: raw by fact, limits and shares by window. */
export function ledgerValuesOf({ person, raws, shares, limits }: PersonPoints): LedgerValue[] {
  const raw = raws.filter(({ standing }) => standing === 'counted').map(({ rule, path, session, value }): LedgerValue =>
    ({ person, kind: 'raw', of: rule.id, part: topOf(path), window: session.period, fact: session.factId, value }));
  const share = shares.map(({ placed, year, value }): LedgerValue =>
    ({ person, kind: 'share', of: placed.rule.id, part: topOf(placed.path), window: String(year), fact: null, value: value ?? 0 }));
  const limit = limits.map(({ limit, holder, path, window, value }): LedgerValue =>
    ({ person, kind: 'limit', of: limit.id, part: topOf(path, holder.id), window, fact: null, value }));
  return [...raw, ...share, ...limit].filter(({ value }) => value !== 0);
}

/** The part of the total under which a path stands; the total itself for limits of its own. */
function topOf(path: readonly string[], total = ''): string {
  return path[0] ?? total;
}
