import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactKind } from '#domain/facts/contract.ts';
import type { LogEntry, LogEntryOf } from '#domain/facts/fact.ts';

/** One version of a fact, and who stands for it. */
export type Fact<K extends FactKind> = LogEntryOf<K> & {
  /** Persons other than the recorder who confirmed this version (审核), in the order of their ids. */
  readonly confirmedBy: readonly string[];
  /** When the first version of the fact was entered; later corrections do not make it late. */
  readonly enteredOn: CivilDate;
};
export type AnyFact = { [K in FactKind]: Fact<K> }[FactKind];
export type Session = Fact<'session'>;

/**
 * Who confirmed which version. A confirmation by an account without a person confirms nothing: nobody could say that
 * it was another person than the one who gains.
 */
export interface Confirmations {
  readonly of: (entry: LogEntry) => readonly string[];
}

export function confirmationsIn(entries: Iterable<LogEntryOf<'confirmation'>>): Confirmations {
  const byVersion = new Map<string, Set<string>>();
  for (const { change, standing, recordedBy, state } of entries) {
    if (change === 'withdrawn' || standing === 'proposed' || recordedBy === null) continue;
    const key = `${state.fact} ${state.version}`;
    byVersion.set(key, (byVersion.get(key) ?? new Set()).add(recordedBy));
  }
  return {
    of: (entry) => [...(byVersion.get(`${entry.factId} ${entry.version}`) ?? [])].filter((person) => person !== entry.recordedBy).sort(),
  };
}

/** Whether the version counts as a whole: at once when its recorder held the right, else when another confirmed it. */
export function counts(entry: LogEntry, confirmations: Confirmations): boolean {
  return entry.standing === 'counted' || confirmations.of(entry).length > 0;
}

/**
 * Whether somebody other than `person` stands for the fact: by having recorded it with the right to, or by confirming
 * it. Whatever a person gains beyond plain attendance (a speaker's points, an excuse, a make-up) needs this.
 */
export function stoodForByAnother(fact: AnyFact, person: string): boolean {
  if (fact.standing === 'counted' && fact.recordedBy !== person) return true;
  return fact.confirmedBy.some((confirmer) => confirmer !== person);
}
