import type { LogEntry } from '#domain/facts/fact.ts';
import { formatHundredths } from '#domain/points/hundredths.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';

/** What a reader of versions is, as far as it decides what he reads. */
export interface Reader {
  readonly person: string | null;
  /** Whether reasons of leave of others are shown to him; whoever may not know them is not told that they changed. */
  readonly reasons: boolean;
}

/** A state as it is compared: numbers as people write them, and no reason that the reader may not know. */
export function readableState(entry: LogEntry, reader: Reader, registers: readonly Register[]): unknown {
  switch (entry.kind) {
    case 'session': return reader.reasons ? entry.state : { ...entry.state, marks: entry.state.marks.map((it) => (it.person === reader.person ? it : { ...it, reason: null })) };
    case 'targetPlan': return {
      ...entry.state,
      lines: entry.state.lines.map((it) => (it.unit === 'percent' ? { ...it, target: `${it.target / 100}%`, split: it.split.map((share) => `${share / 100}%`) } : it)),
    };
    case 'record': {
      const fields = registers.find(({ id }) => id === entry.state.register)?.fields ?? [];
      const isHundredths = (field: string): boolean => fields.some(({ id, kind }) => id === field && (kind === 'money' || kind === 'mark'));
      return {
        ...entry.state,
        values: Object.fromEntries(Object.entries(entry.state.values).map(([field, value]) => [field, typeof value === 'number' && isHundredths(field) ? formatHundredths(value) : value])),
      };
    }
    default: return entry.state;
  }
}
