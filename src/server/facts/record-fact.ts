import { factStates, type FactKind, type FactState } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import { bearingsOf } from '#domain/facts/subjects.ts';
import type { Period } from '#domain/calendar/civil-date.ts';
import type { Call, Moved } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { appendEntries, type NewEntry } from './fact-writes.ts';
import { lastEntry } from './fact-reads.ts';
import type { FactText } from './fact-text.ts';

export interface NewFact<K extends FactKind = FactKind> {
  readonly kind: K;
  readonly state: FactState<K>;
  /** 所属期, where the kind allows another than the month of its day. */
  readonly period?: Period | undefined;
  readonly text?: FactText | undefined;
  /** `proposed` when the recorder does not hold the right to record for all subjects. */
  readonly standing?: 'counted' | 'proposed' | undefined;
  readonly factId?: string | undefined;
}

/** One literal type per kind, so that a list of new facts keeps kind and state together. */
export type AnyNewFact = { [K in FactKind]: NewFact<K> }[FactKind];

/** Appends new facts to the log, writes their typed rows and lets the other rooms react, all in the caller's transaction. */
export async function recordFacts(call: Call, facts: readonly AnyNewFact[]): Promise<readonly LogEntry[]> {
  const entries = facts.map((fact) => newEntry(call, fact, 1, 'recorded', fact.factId ?? newId(call.now.getTime())));
  return append(call, entries, new Map());
}

export async function recordFact(call: Call, fact: AnyNewFact): Promise<LogEntry> {
  return only(await recordFacts(call, [fact]));
}

export interface Amendment<K extends FactKind = FactKind> extends Omit<NewFact<K>, 'factId'> {
  readonly factId: string;
  /** The version that was read before changing it; a second amendment of the same version is refused. */
  readonly version: number;
}
export type AnyAmendment = { [K in FactKind]: Amendment<K> }[FactKind];

/** @throws FactChanged when somebody amended the version that was read, FactWithdrawn. */
export async function amendFact(call: Call, amendment: AnyAmendment): Promise<LogEntry> {
  const before = await currentEntry(call, amendment);
  const entry = newEntry(call, amendment, amendment.version + 1, 'amended', amendment.factId);
  return only(await append(call, [entry], new Map([[amendment.factId, before]])));
}

interface VersionRead {
  readonly factId: string;
  readonly version: number;
  readonly text?: FactText;
}

interface Restoring extends VersionRead {
  /** `proposed` where another has to stand for it again. */
  readonly standing?: 'counted' | 'proposed';
}

/** The fact no longer holds; its history stays, with the reason in the text if there is one. @throws FactChanged, FactWithdrawn. */
export async function withdrawFact(call: Call, read: VersionRead): Promise<LogEntry> {
  return only(await withdrawFacts(call, [read]));
}

/** The same for facts that are taken back together. @throws FactChanged, FactWithdrawn. */
export const withdrawFacts = (call: Call, reads: readonly VersionRead[]): Promise<readonly LogEntry[]> => goOn(call, reads, 'withdrawn');

/**
 * Facts that were withdrawn hold again as they did, each as a further version: who confirmed an earlier one has not confirmed
 * this one, and what was known since long is not late. Rooms ask their rules anew before. @throws FactChanged, FactStands.
 */
export const restoreFacts = (call: Call, reads: readonly Restoring[]): Promise<readonly LogEntry[]> => goOn(call, reads, 'amended');

async function goOn(call: Call, reads: readonly Restoring[], change: 'amended' | 'withdrawn'): Promise<readonly LogEntry[]> {
  const before = new Map<string, LogEntry>();
  // One after the other in one order, so that two who take back the same do not wait for each other for ever.
  for (const read of reads.toSorted((a, b) => (a.factId < b.factId ? -1 : 1))) before.set(read.factId, await currentEntry(call, read, change === 'amended'));
  return append(call, reads.flatMap(({ factId, version, text, standing = 'counted' }): NewEntry[] => {
    const last = before.get(factId);
    return last ? [{ entry: { ...last, version: version + 1, change, recordedBy: call.actor.person, recordedOn: call.today, standing }, text }] : [];
  }), before);
}

async function currentEntry(call: Call, read: { factId: string; version: number }, gone = false): Promise<LogEntry> {
  const before = await lastEntry(call.tx, read.factId);
  if (!before) throw new Error(`no fact ${read.factId}: rooms look it up under their own rights first`);
  if ((before.change === 'withdrawn') !== gone) throw refuseFact(gone ? 'FactStands' : 'FactWithdrawn', {});
  if (before.version !== read.version) throw refuseFact('FactChanged', { read: read.version, current: before.version });
  return before;
}

function newEntry(call: Call, fact: AnyNewFact | AnyAmendment, version: number, change: 'recorded' | 'amended', factId: string): NewEntry {
  // Rooms hand over checked input; the schema is asked again because whatever enters the log stays for ever.
  const state = factStates[fact.kind].parse(fact.state) as never;
  const { day, period } = bearingsOf(fact.kind, state, call.today, fact.period);
  const entry = {
    seq: 0, factId, version, kind: fact.kind, change, state, day, period, recordedBy: call.actor.person,
    recordedOn: call.today, standing: fact.standing ?? 'counted',
    // Kind and state belong together; the compiler follows that for 25 kinds at most.
  } as LogEntry;
  return { entry, text: fact.text };
}

async function append(call: Call, entries: readonly NewEntry[], before: ReadonlyMap<string, LogEntry>): Promise<readonly LogEntry[]> {
  if (entries.length === 0) return [];
  const logged = await appendEntries(call, entries);
  const moved = logged.map((entry): Moved => ({ entry, before: before.get(entry.factId) }));
  for (const react of call.reactions) await react(call, moved);
  return logged;
}

function only(entries: readonly LogEntry[]): LogEntry {
  const [entry] = entries;
  if (!entry) throw new Error('one fact gives one entry');
  return entry;
}
