import type { LedgerValue, PersonTotal } from './evaluation.ts';
import { forget } from './once.ts';
import { type EvaluationInput, read, type Reading } from './reading.ts';
import { member } from './subject.ts';
import { pointsOf, type SubjectPoints } from './subject-points.ts';
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
  for (const person of inOrder(input.only ?? reading.world.persons.keys())) {
    const evaluated = evaluatedPerson(reading, person);
    values.push(...evaluated.values);
    totals.push(...evaluated.totals);
  }
  return { values, totals, reading };
}

/** The same person by person, for whoever need not hold the values of a whole bureau at once: who has gone by is let go. */
export function* evaluatedPeople(reading: Reading): Generator<Pick<Evaluation, 'values' | 'totals'>> {
  for (const person of inOrder(reading.world.persons.keys())) {
    yield evaluatedPerson(reading, person);
    forget(reading, person);
  }
}

const inOrder = (persons: Iterable<string>): string[] => [...new Set(persons)].sort();

function evaluatedPerson(reading: Reading, person: string): Pick<Evaluation, 'values' | 'totals'> {
  const points = pointsOf(reading, member(person));
  const totals = points.years.flatMap((year) => {
    const total = totalOf(reading, points, year);
    return total ? [{ person, ...total }] : [];
  });
  return { values: ledgerValuesOf(points), totals };
}

/** The values of one person as the ledger holds them: raw by fact, everything else by window. */
export function ledgerValuesOf({ subject, raws, shares, bases, openings, limits, raises }: SubjectPoints): LedgerValue[] {
  const person = subject.id;
  const raw = raws.filter(({ standing }) => standing === 'counted').map(({ rule, path, fact, value }): LedgerValue =>
    ({ person, kind: 'raw', of: rule.id, part: topOf(path), window: fact.period, fact: fact.factId, value }));
  const opening = openings.map(({ part, path, entry, value }): LedgerValue =>
    ({ person, kind: 'raw', of: part.id, part: topOf(path, part.id), window: entry.period, fact: entry.factId, value }));
  const share = shares.filter(({ outdone }) => !outdone).map(({ placed, year, value }): LedgerValue =>
    ({ person, kind: 'share', of: placed.rule.id, part: topOf(placed.path), window: String(year), fact: null, value: value ?? 0 }));
  const base = bases.map(({ part, path, window, value }): LedgerValue =>
    ({ person, kind: 'base', of: part.id, part: topOf(path, part.id), window, fact: null, value }));
  const limit = limits.map(({ limit, holder, path, window, value }): LedgerValue =>
    ({ person, kind: 'limit', of: limit.id, part: topOf(path, holder.id), window, fact: null, value }));
  const raise = raises.map(({ node, path, window, value }): LedgerValue =>
    ({ person, kind: 'raise', of: node.id, part: topOf(path, node.id), window, fact: null, value }));
  return [...raw, ...opening, ...share, ...base, ...limit, ...raise].filter(({ value }) => value !== 0);
}

/** The part of the total under which a path stands; the total itself for limits of its own. */
function topOf(path: readonly string[], total = ''): string {
  return path[0] ?? total;
}
