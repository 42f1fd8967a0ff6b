import { compareDates } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { AdoptedScheme, Scheme } from '#domain/schemes/scheme.ts';
import type { UpTo } from './evaluation.ts';
import { factsInForce } from './facts-in-force.ts';

/**
 * The schemes that were in force by what the log knew at `upTo.seq`: adoption is a fact like any other. `find`
 * gives the checked scheme of an adopted text; an adoption of a text that nobody has is a fault, not a refusal.
 */
export function adoptedSchemes(
  log: readonly LogEntry[], upTo: UpTo, find: (scheme: string, version: number, textHash: string) => Scheme,
): AdoptedScheme[] {
  const known = factsInForce(log.filter(({ kind }) => kind === 'schemeAdoption' || kind === 'confirmation'), upTo).inForce;
  const adoptions = known.filter((fact) => fact.kind === 'schemeAdoption');
  // Of two adoptions from the same day the one entered later holds: the book keeps the last.
  return adoptions.sort((left, right) => compareDates(left.state.from, right.state.from) || left.seq - right.seq)
    .map(({ state }) => ({ scheme: find(state.scheme, state.version, state.textHash), from: state.from }));
}
