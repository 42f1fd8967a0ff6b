import type { Hundredths } from '#domain/points/hundredths.ts';
import type { LedgerValue } from './evaluation.ts';

/** A row of the ledger as it stands. */
export interface LedgerRow {
  readonly id: number;
  readonly person: string;
  readonly kind: 'raw' | 'limit' | 'share';
  readonly of: string;
  readonly part: string;
  readonly window: string;
  /** For `raw` the fact that pays; for `limit` and `share` the fact that moved it. */
  readonly fact: string;
  readonly value: Hundredths;
  /** The row that this one takes back (冲正). */
  readonly reverses: number | null;
}

export type LedgerAddition = Omit<LedgerRow, 'id'>;

/**
 * The rows to add so that a ledger says what an evaluation says, for the people and windows that both lists speak of
 * . A raw value that changed is taken back by a row that names it and negates it, and posted anew; a limit or a
 * share moves by one difference, booked against the fact `movedBy`. What did not change gets no row.
 */
export function ledgerDiff(rows: readonly LedgerRow[], desired: readonly LedgerValue[], movedBy: string): LedgerAddition[] {
  return [...rawAdditions(rows, desired), ...differences(rows, desired, movedBy)];
}

function rawAdditions(rows: readonly LedgerRow[], desired: readonly LedgerValue[]): LedgerAddition[] {
  const reversed = new Set(rows.map((row) => row.reverses));
  const standing = new Map(rows.filter((row) => row.kind === 'raw' && row.reverses === null && !reversed.has(row.id)).map((row) => [rawKey(row), row]));
  const wanted = new Map(desired.flatMap((value) => (value.kind === 'raw' && value.fact !== null ? [[rawKey(value), { ...value, fact: value.fact }] as const] : [])));
  const undone = [...standing].filter(([key]) => !wanted.has(key))
    .map(([, { id, ...row }]): LedgerAddition => ({ ...row, value: -row.value, reverses: id }));
  const posted = [...wanted].filter(([key]) => !standing.has(key)).map(([, value]): LedgerAddition => ({ ...value, reverses: null }));
  return [...undone, ...posted];
}

/** The value belongs to the key: another value is another posting. */
const rawKey = (it: { person: string; of: string; part: string; window: string; fact: string | null; value: Hundredths }): string =>
  [it.person, it.of, it.part, it.window, it.fact, it.value].join(' ');

function differences(rows: readonly LedgerRow[], desired: readonly LedgerValue[], movedBy: string): LedgerAddition[] {
  const moving = new Map<string, LedgerAddition>();
  const add = (it: LedgerRow | LedgerValue, value: Hundredths): void => {
    if (it.kind === 'raw') return;
    const key = [it.person, it.kind, it.of, it.part, it.window].join(' ');
    const { person, kind, of, part, window } = it;
    const before = moving.get(key)?.value ?? 0;
    moving.set(key, { person, kind, of, part, window, fact: movedBy, value: before + value, reverses: null });
  };
  for (const value of desired) add(value, value.value);
  for (const row of rows) add(row, -row.value);
  return [...moving.values()].filter(({ value }) => value !== 0);
}
