import { bearingsOf } from '#domain/facts/subjects.ts';
import type { FactKind, FactState } from '#domain/facts/contract.ts';
import type { LogEntry, LogEntryOf } from '#domain/facts/fact.ts';

/** Who entered a version, when, and whether he held the right to. */
export interface Entering {
  readonly by?: string | null;
  readonly on?: string;
  readonly standing?: 'counted' | 'proposed';
  /** The month it belongs to, where that is not the month of its day. */
  readonly period?: string;
}

/** A log that is written by hand in a test: facts get the ids 1, 2, 3 … in the shape of a UUID. */
export interface LogBook {
  readonly entries: readonly LogEntry[];
  record<K extends FactKind>(kind: K, state: FactState<K>, entering?: Entering): string;
  amend<K extends FactKind>(kind: K, factId: string, state: FactState<K>, entering?: Entering): void;
  withdraw(factId: string, entering?: Entering): void;
  /** Another person stands for the latest version of the fact. */
  confirm(factId: string, by: string | null): string;
}

/** Everything is entered by this account without a person unless a test says otherwise. */
const IMPORT = null;

export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export function logBook(): LogBook {
  const entries: LogEntry[] = [];
  let facts = 0;
  const latest = (factId: string): LogEntry => {
    const found = entries.findLast((entry) => entry.factId === factId);
    if (!found) throw new Error(`No fact ${factId} in this log.`);
    return found;
  };
  const append = <K extends FactKind>(
    kind: K, state: FactState<K>, placed: Pick<LogEntry, 'factId' | 'version' | 'change'>, entering: Entering,
  ): void => {
    const recordedOn = entering.on ?? '2026-12-31';
    const { day, period } = bearingsOf(kind, state, recordedOn, entering.period);
    const entry: LogEntryOf<K> = {
      ...placed, seq: entries.length + 1, kind, state, day, period, recordedOn,
      recordedBy: entering.by === undefined ? IMPORT : entering.by, standing: entering.standing ?? 'counted',
    };
    entries.push(entry as LogEntry);
  };
  const record: LogBook['record'] = (kind, state, entering = {}) => {
    facts += 1;
    append(kind, state, { factId: uuid(facts), version: 1, change: 'recorded' }, entering);
    return uuid(facts);
  };
  return {
    entries,
    record,
    amend: (kind, factId, state, entering = {}) =>
      append(kind, state, { factId, version: latest(factId).version + 1, change: 'amended' }, entering),
    withdraw: (factId, entering = {}) => {
      const { kind, state, version } = latest(factId);
      append(kind, state, { factId, version: version + 1, change: 'withdrawn' }, entering);
    },
    confirm: (factId, by) => record('confirmation', { fact: factId, version: latest(factId).version }, { by }),
  };
}
