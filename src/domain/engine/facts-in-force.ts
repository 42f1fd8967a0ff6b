import { compareDates, type CivilDate } from '#domain/calendar/civil-date.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { UpTo } from './evaluation.ts';
import { type AnyFact, type Confirmations, confirmationsIn, counts } from './standing.ts';

export interface FactsInForce {
  /** Each fact once, in the greatest version that counts; withdrawn ones are gone. By day, so never by order of entry. */
  readonly inForce: readonly AnyFact[];
  /** Versions beyond the one in force that still wait for another's confirmation (待确认), withdrawals among them. */
  readonly proposed: readonly AnyFact[];
}

interface Versions {
  latest: LogEntry;
  counted: LogEntry | null;
  enteredOn: CivilDate;
}

/**
 * What the log says at `upTo.seq`. While an amendment waits for its confirmation the version before it stays
 * in force: who may not record for others can take nothing from them either.
 */
export function factsInForce(log: readonly LogEntry[], upTo: UpTo): FactsInForce {
  const known = log.filter((entry) => entry.seq <= upTo.seq);
  const confirmations = confirmationsIn(latestConfirmations(known));
  const inForce: AnyFact[] = [];
  const proposed: AnyFact[] = [];
  for (const { latest, counted, enteredOn } of versionsOf(known, confirmations)) {
    if (counted && counted.change !== 'withdrawn') inForce.push(factOf(counted, enteredOn, confirmations));
    if (counted !== latest) proposed.push(factOf(latest, enteredOn, confirmations));
  }
  return { inForce: inForce.sort(byDay), proposed: proposed.sort(byDay) };
}

function versionsOf(entries: readonly LogEntry[], confirmations: Confirmations): Iterable<Versions> {
  const facts = new Map<string, Versions>();
  for (const entry of entries) {
    if (entry.kind === 'confirmation') continue;
    const counted = counts(entry, confirmations) ? entry : null;
    const before = facts.get(entry.factId);
    if (!before) {
      facts.set(entry.factId, { latest: entry, counted, enteredOn: isAnnouncement(entry) ? LATER : entry.recordedOn });
      continue;
    }
    if (entry.version > before.latest.version) before.latest = entry;
    if (counted && counted.version > (before.counted?.version ?? 0)) before.counted = counted;
    if (entry.recordedOn < before.enteredOn && !isAnnouncement(entry)) before.enteredOn = entry.recordedOn;
  }
  return facts.values();
}

/** A session is entered when it is recorded, not when it was arranged. */
const isAnnouncement = (entry: LogEntry): boolean => entry.kind === 'session' && entry.state.stage === 'arranged';
/** Later than any day: until the first record is found. */
const LATER = '9999-12-31';

function latestConfirmations(entries: readonly LogEntry[]) {
  const latest = new Map<string, Extract<LogEntry, { kind: 'confirmation' }>>();
  for (const entry of entries) {
    // A withdrawal that is only proposed takes nothing back yet.
    if (entry.kind === 'confirmation' && entry.standing === 'counted' && entry.version > (latest.get(entry.factId)?.version ?? 0)) latest.set(entry.factId, entry);
  }
  return latest.values();
}

function factOf(entry: LogEntry, enteredOn: CivilDate, confirmations: Confirmations): AnyFact {
  return { ...entry, enteredOn, confirmedBy: confirmations.of(entry) };
}

function byDay(left: AnyFact, right: AnyFact): number {
  return compareDates(left.day, right.day) || (left.factId < right.factId ? -1 : 1);
}
