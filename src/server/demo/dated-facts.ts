import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { factStates } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { bearingsOf } from '#domain/facts/subjects.ts';
import { appendEntries } from '#server/facts/fact-writes.ts';
import type { AnyNewFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';

/** A fact with the person who entered it and the day on which he did: a demo year was not typed in one night. */
export interface DatedFact {
  readonly fact: AnyNewFact;
  readonly by: string | null;
  readonly on: CivilDate;
  /** Of a fact that was written in an earlier call; left out for a new one. */
  readonly version?: number;
}

/** Enters facts in the order of the days on which they were entered. Nothing is posted: the demo posts once at its end. */
export async function recordDated(call: Call, facts: readonly DatedFact[]): Promise<void> {
  const inOrder = facts.toSorted((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0));
  await appendEntries(call, inOrder.map((it) => ({ entry: entryOf(it), text: it.fact.text })));
}

function entryOf({ fact, by, on, version = 1 }: DatedFact): LogEntry {
  const state = factStates[fact.kind].parse(fact.state) as never;
  const { day, period } = bearingsOf(fact.kind, state, on, fact.period);
  return {
    seq: 0, factId: fact.factId ?? newId(), version, kind: fact.kind, change: version === 1 ? 'recorded' : 'amended', state, day, period,
    recordedBy: by, recordedOn: on, standing: fact.standing ?? 'counted',
    // Kind and state belong together; the compiler follows that for 25 kinds at most.
  } as LogEntry;
}
