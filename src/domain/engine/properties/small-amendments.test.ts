import fc from 'fast-check';
import { expect } from 'vitest';
import { evaluate } from '#domain/engine/evaluate.ts';
import type { LedgerValue } from '#domain/engine/evaluation.ts';
import { keyOf } from '#domain/engine/ledger-diff.ts';
import type { LogEntry, LogEntryOf } from '#domain/facts/fact.ts';
import { endOfYear, histories, schemesOf } from '#test/histories.ts';
import { type Ledger, nets, post } from '#test/ledger.ts';
import { always } from '#test/properties.ts';

type What = 'mark' | 'speaker' | 'nothing' | 'line';
const amended = fc.record({
  history: histories(), which: fc.nat(99), mark: fc.nat(29), speaker: fc.nat(29), what: fc.constantFrom<What[]>('mark', 'speaker', 'nothing', 'line'),
});
type Amended = typeof amended extends fc.Arbitrary<infer Case> ? Case : never;
type SessionState = LogEntryOf<'session'>['state'];

/** Three logs, each one version longer: a fact stands counted, is amended, and is amended back. */
function amend(one: Amended): readonly (readonly LogEntry[])[] {
  return one.what === 'line' ? amendLine(one) : amendSession(one);
}

function amendLine({ history: { log, bureau }, which, speaker }: Amended): readonly (readonly LogEntry[])[] {
  const lines = log.flatMap((entry) => (entry.kind === 'record' && entry.standing === 'counted' ? [entry] : []));
  const chosen = lines[which % Math.max(1, lines.length)];
  if (!chosen) return [];
  const persons = [{ person: bureau.people[speaker % bureau.people.length] ?? '', as: null }];
  return versionsOf(log, chosen, [chosen.state, { ...chosen.state, persons }, chosen.state].map((state) => ({ ...chosen, state })));
}

function versionsOf(log: readonly LogEntry[], chosen: LogEntry, states: readonly LogEntry[]): readonly (readonly LogEntry[])[] {
  const last = Math.max(...log.filter(({ factId }) => factId === chosen.factId).map(({ version }) => version));
  const versions = states.map((entry, index): LogEntry =>
    ({ ...entry, seq: log.length + 1 + index, version: last + 1 + index, change: 'amended', recordedBy: null }));
  return versions.map((_, index) => [...log, ...versions.slice(0, index + 1)]);
}

function amendSession({ history: { log, bureau }, which, mark, speaker, what }: Amended): readonly (readonly LogEntry[])[] {
  if (what === 'line') return [];
  const sessions = log.flatMap((entry) => (entry.kind === 'session' && entry.standing === 'counted' ? [entry] : []));
  const chosen = sessions[which % Math.max(1, sessions.length)];
  if (!chosen) return [];
  const { state } = chosen;
  const marks = state.marks.map((one, index) => (index === mark % state.marks.length ? { ...one, mark: 'late' as const } : one));
  const changes: Record<Exclude<What, 'line'>, Partial<SessionState>> = {
    mark: { marks }, speaker: { speakers: [bureau.people[speaker % bureau.people.length] ?? ''] }, nothing: { minuteTaker: bureau.people[0] ?? null },
  };
  return versionsOf(log, chosen, [state, { ...state, ...changes[what] }, state].map((to) => ({ ...chosen, state: to })));
}

always('P14: an amendment adds few rows, none for what did not change, and nothing there and back', amended, 20, (one) => {
  const schemes = schemesOf(one.history);
  const [before = [], after = [], back = []] = amend(one).map((log) => evaluate({ schemes, log, upTo: endOfYear }).values);
  const ledger: Ledger = [];
  post(ledger, before);
  const held = nets(ledger);

  const added = post(ledger, after);
  const { raw, bounded } = difference(before, after);
  expect(added.length, 'P14: more rows than changes').toBeLessThanOrEqual(2 * raw + 2 * bounded);
  if (one.what === 'nothing') expect(added, 'P14: a change that changes no value added rows').toEqual([]);
  const reversed = ledger.flatMap(({ reverses }) => (reverses === null ? [] : [reverses]));
  expect(new Set(reversed).size, 'P14: a row was reversed twice').toBe(reversed.length);

  post(ledger, back);
  expect(nets(ledger), 'P14: there and back is not zero').toEqual(held);
});

/** How many raw values differ, and how many limits and shares. */
function difference(before: readonly LedgerValue[], after: readonly LedgerValue[]): { raw: number; bounded: number } {
  const known = new Map(before.map((value) => [keyOf(value), value]));
  const now = new Map(after.map((value) => [keyOf(value), value]));
  const moved = [...new Set([...known.keys(), ...now.keys()])].filter((key) => known.get(key)?.value !== now.get(key)?.value);
  const raw = moved.filter((key) => (known.get(key) ?? now.get(key))?.kind === 'raw').length;
  return { raw, bounded: moved.length - raw };
}
