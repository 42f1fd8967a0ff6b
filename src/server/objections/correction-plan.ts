import type { FactKind } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import type { Correction } from '#domain/objections/contract.ts';
import { gainingBy, type Objection } from '#domain/objections/objection-rules.ts';
import { refuseObjection } from '#domain/objections/refusals.ts';
import type { CorrectedFor, Correcting, Correctings, Ways } from '#server/facts/correcting.ts';
import { noWays } from '#server/facts/correcting.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import { canonical } from '#server/facts/fact-writes.ts';
import { type AnyAmendment, amendFact, recordFact, withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { isWaiting } from '#server/rota/rota-reads.ts';

/** A correction as it will be written: checked, and not yet written. */
export interface CorrectionPlan {
  /** The version by which the fact is right. */
  readonly corrected: NonNullable<Objection['correction']>;
  /** The log as if it were written, for a preview; null where nothing is to be written. */
  readonly entry: LogEntry | null;
  readonly write: () => Promise<unknown>;
}

/** A number of the log that nothing has yet: a preview is evaluated as if it came last. */
const LAST = Number.MAX_SAFE_INTEGER - 1;

/**
 * What upholding an objection writes, by the rules of the room that owns the fact. The deciding body stands for the version
 * that it writes, as anybody who amends does (A-9, decision 29).
 * @throws CorrectionNotAllowed, CorrectionWaits, CorrectionChangesNothing, OwnWorkDisputed, and what the room refuses
 */
export async function correctionPlan(call: Call, objection: Objection, before: LogEntry, correction: Correction, correctings: Correctings): Promise<CorrectionPlan> {
  const { factId, version } = before;
  if (!(await waysFor(call, objection, before, correctings)).ways.includes(correction.kind)) {
    throw refuseObjection((await waits(call, before)) ? 'CorrectionWaits' : 'CorrectionNotAllowed', {});
  }
  switch (correction.kind) {
    case 'entered':
      if (before.recordedOn < objection.raisedOn) throw refuseObjection('CorrectionNotAllowed', {});
      return { corrected: { fact: factId, version }, entry: null, write: () => Promise.resolve() };
    case 'confirm': return confirmation(call, before);
    case 'withdraw': return {
      corrected: { fact: factId, version: version + 1 }, entry: { ...before, ...signed(call), version: version + 1, change: 'withdrawn' },
      write: () => withdrawFact(call, { factId, version }),
    };
    case 'mark': case 'values': case 'makeUp': case 'leave': case 'handedIn': case 'checked': case 'void': return amendment(call, objection.subject, before, correction, correctings);
  }
}

/** What may be done to a fact: what its room allows, and whatever is the same for every kind. */
export async function waysFor(call: Call, objection: Objection, entry: LogEntry, correctings: Correctings): Promise<Ways> {
  // While a version waits, what is in force is another one: only the waiting one can be settled.
  if (await waits(call, entry)) return { ...noWays, ways: ['confirm'] };
  const correcting = correctingOf(correctings, entry.kind);
  const ways = correcting ? await correcting.ways(call, entry as never, objection.subject) : noWays;
  const entered = objection.about.kind === 'missing' && entry.recordedOn >= objection.raisedOn;
  return entered ? { ...ways, ways: [...ways.ways, 'entered'] } : ways;
}

const waits = async ({ tx }: Call, { factId, standing }: LogEntry): Promise<boolean> => standing === 'proposed' && isWaiting(tx, factId);

const correctingOf = (correctings: Correctings, kind: FactKind): Correcting | undefined =>
  // Every line of the table takes the facts of its own kind, and is only ever handed those.
  correctings[kind] as Correcting | undefined;

async function amendment(call: Call, whose: CorrectedFor, before: LogEntry, correction: Correction, correctings: Correctings): Promise<CorrectionPlan> {
  const correcting = correctingOf(correctings, before.kind);
  if (!correcting) throw refuseObjection('CorrectionNotAllowed', {});
  const corrected = await correcting.corrected(call, before as never, correction, whose);
  if (canonical(corrected.state) === canonical(before.state)) throw refuseObjection('CorrectionChangesNothing', {});
  if (call.actor.person !== null && gainingBy({ kind: before.kind, state: corrected.state }).includes(call.actor.person)) throw refuseObjection('OwnWorkDisputed', {});
  const { factId, version } = before;
  // State and kind come from the one fact; the compiler cannot see that through the table.
  const amended = { kind: before.kind, factId, version, ...corrected, standing: 'counted' } as AnyAmendment;
  return {
    corrected: { fact: factId, version: version + 1 },
    entry: { ...before, ...signed(call), version: version + 1, change: 'amended', state: corrected.state } as LogEntry,
    write: () => amendFact(call, amended),
  };
}

function confirmation(call: Call, before: LogEntry): CorrectionPlan {
  const state = { fact: before.factId, version: before.version };
  return {
    corrected: state,
    entry: { ...before, ...signed(call), factId: newId(), version: 1, kind: 'confirmation', change: 'recorded', state, day: call.today, period: call.today.slice(0, 7) },
    write: () => recordFact(call, { kind: 'confirmation', state }),
  };
}

const signed = ({ actor, today }: Call): Pick<LogEntry, 'seq' | 'recordedBy' | 'recordedOn' | 'standing'> =>
  ({ seq: LAST, recordedBy: actor.person, recordedOn: today, standing: 'counted' });

/** The fact as it stands, held against a change meanwhile. @throws CorrectionNotAllowed, FactWithdrawn */
export async function factToCorrect(call: Call, factId: string): Promise<LogEntry> {
  const entry = await lastEntry(call.tx, factId);
  if (!entry) throw refuseObjection('CorrectionNotAllowed', {});
  if (entry.change === 'withdrawn') throw refuseFact('FactWithdrawn', {});
  return entry;
}
