import fc from 'fast-check';
import { type Act, acts } from '#test/histories/acts.ts';
import { type Bureau, foundBureau, founding, type Founding } from '#test/histories/bureau.ts';
import { uuid } from '#test/log-book.ts';
import { perform } from '#test/histories/perform.ts';
import { adoptedSchemes } from '#domain/engine/adoption.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { AdoptedScheme, Scheme } from '#domain/schemes/scheme.ts';

/** Everything that happened in a small bureau in one year, as the log tells it. */
export interface History {
  readonly log: readonly LogEntry[];
  readonly bureau: Bureau;
  /** The versions that the log may adopt, by number from 1. */
  readonly versions: readonly Scheme[];
}

export const YEAR_END = '2026-12-31';
export const endOfYear = { seq: Infinity, date: YEAR_END };

interface Told {
  readonly founding: Founding;
  readonly acts: readonly Act[];
}

/**
 * Random histories: three levels of organisations, 5 to 30 people, 40 to 200 commands. Shrinks by turning commands into
 * doing nothing and people into fewer.
 */
export function histories(over: { readonly commands?: { readonly min: number; readonly max: number } } = {}): fc.Arbitrary<History> {
  const { min, max } = over.commands ?? { min: 40, max: 200 };
  return fc.record<Told>({ founding, acts: fc.array(acts, { minLength: min, maxLength: max, size: 'max' }) }).map(tell);
}

function tell({ founding: founded, acts: performed }: Told): History {
  const bureau = foundBureau(founded);
  for (const act of performed) perform(bureau, act);
  const told = { log: bureau.book.entries, bureau, versions: founded.versions };
  return Object.assign(told, { [fc.toStringMethod]: () => retold(told, performed) });
}

/** A failing history as what was done and what the log then held, short enough to be read. */
function retold({ log }: History, performed: readonly Act[]): string {
  const done = performed.filter((act) => act.does !== 'nothing').map((act) => JSON.stringify(act));
  const entries = log.filter(({ kind }) => kind !== 'organisation' && kind !== 'shiftTeam')
    .map(({ seq, factId, version, kind, change, day, recordedBy, standing }) => [seq, Number(factId.slice(24)), version, kind, change, day, recordedBy?.slice(-3), standing].join(' '));
  return ['', ...done, ...entries].join('\n  ');
}

/** The schemes that the log of a history adopts. */
export function schemesOf({ log, versions }: History): AdoptedScheme[] {
  return adoptedSchemes(log, endOfYear, (_, version) => {
    const found = versions[version - 1];
    if (!found) throw new Error(`No version ${version}.`);
    return found;
  });
}

/**
 * The same final facts entered in another order, numbered anew: versions of one fact keep theirs, everything else is
 * shuffled by `keys`.
 */
export function reordered(log: readonly LogEntry[], keys: readonly number[]): LogEntry[] {
  const rank = new Map<string, number>();
  const placed = log.map((entry, index) => {
    const before = rank.get(entry.factId) ?? -1;
    const own = Math.max(before, (keys[index % Math.max(1, keys.length)] ?? index) * 1000 + index % 7);
    rank.set(entry.factId, own);
    return { entry, own, index };
  });
  return placed.sort((left, right) => left.own - right.own || left.index - right.index).map(({ entry }, index) => ({ ...entry, seq: index + 1 }));
}

/** The log with sessions thrown in that are withdrawn again, some at once and some at the end. */
export function withPassingFacts(log: readonly LogEntry[], { bureau }: History, keys: readonly number[]): LogEntry[] {
  const [model] = log.filter(({ kind }) => kind === 'session');
  if (model?.kind !== 'session') return [...log];
  const passing = keys.slice(0, 6).map((key, index) => ({
    ...model, factId: uuid(700_000 + index), version: 1, change: 'recorded' as const, standing: 'counted' as const, recordedBy: null,
    state: { ...model.state, speakers: bureau.people.slice(0, 1 + (key % 3)), activities: ['mondayStudy', 'partyLecture'] },
  }));
  const withdrawn = passing.map((entry) => ({ ...entry, version: 2, change: 'withdrawn' as const }));
  const [atOnce, later] = [withdrawn.slice(0, 3), withdrawn.slice(3)];
  const middle = Math.floor(log.length / 2);
  return [...log.slice(0, middle), ...passing, ...atOnce, ...log.slice(middle), ...later].map((entry, index) => ({ ...entry, seq: index + 1 }));
}
