import { expect } from 'vitest';
import { evaluate } from '#domain/engine/evaluate.ts';
import { personIn } from '#domain/engine/world.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import { endOfYear, histories, schemesOf } from '#test/histories.ts';
import { always } from '#test/properties.ts';

const attendanceRules = ['attend'];

/** Persons who confirmed this version, read from the log alone; confirmations of the generator are never amended. */
function confirmersOf(log: readonly LogEntry[], { factId, version }: LogEntry): (string | null)[] {
  const withdrawn = new Set(log.filter(({ kind, change, standing }) => kind === 'confirmation' && change === 'withdrawn' && standing === 'counted').map((entry) => entry.factId));
  return log.filter((entry) => entry.kind === 'confirmation' && entry.change === 'recorded' && !withdrawn.has(entry.factId)
    && entry.state.fact === factId && entry.state.version === version).map(({ recordedBy }) => recordedBy);
}

/** Whether the version is only a proposal that nobody but its own recorder stands for. */
function isOnlyProposed(log: readonly LogEntry[], entry: LogEntry): boolean {
  return entry.standing === 'proposed' && confirmersOf(log, entry).every((person) => person === null || person === entry.recordedBy);
}

always('P9: nothing beyond plain attendance counts by the word of the one who gains', histories(), 25, ({ log, ...history }) => {
  const { values, reading } = evaluate({ schemes: schemesOf({ log, ...history }), log, upTo: endOfYear });
  for (const { kind, of, person, fact } of values) {
    if (kind !== 'raw' || attendanceRules.includes(of)) continue;
    const paid = reading.world.sessions.get(fact ?? '') ?? personIn(reading.world, person).entries.find(({ factId }) => factId === fact);
    if (!paid) throw new Error(`P9: ${of} is paid for a fact that is not in force.`);
    const standing = [
      ...(paid.standing === 'counted' ? [paid.recordedBy] : []),
      ...confirmersOf(log, paid).filter((one) => one !== null && one !== paid.recordedBy),
    ];
    expect(standing.filter((one) => one !== person), `P9: ${person} alone stands for his own ${of}`).not.toEqual([]);
  }
});

always('P9: what is proposed changes no total', histories(), 25, (history) => {
  const { log } = history;
  const schemes = schemesOf(history);
  const counted = log.filter((entry) => !isOnlyProposed(log, entry));
  const parts = (entries: readonly LogEntry[]) =>
    evaluate({ schemes, log: entries, upTo: endOfYear }).totals.map(({ proposed: _, ...total }) => total);
  expect(parts(log), 'P9: a proposal changed a total').toEqual(parts(counted));
});
