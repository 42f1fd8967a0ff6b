import type { Hundredths } from '#domain/points/hundredths.ts';
import type { LedgerValue } from './evaluation.ts';

/** A row of the ledger as it stands; rows only grow. */
export interface LedgerRow extends LedgerValue {
  readonly id: string;
  /** The one row that this one takes back, exactly. */
  readonly reverses: string | null;
}

/** A row to insert. */
export interface LedgerChange extends LedgerValue {
  readonly reverses: string | null;
  /** The fact that moved the value; for a raw value not always its own, for a limit or share always another. */
  readonly movedBy: string;
}

/**
 * The rows that bring the ledger of some subjects from what it holds to what it must hold. `rows` are all
 * rows of these subjects, `desired` all their values, `movedBy` the fact whose entry moved them. A raw value that
 * changed is reversed, which names one row, and posted anew; a limit or share that changed gets one row with the
 * difference, so that its rows telescope to the value. What did not change gets none.
 */
export function ledgerChanges(rows: readonly LedgerRow[], desired: readonly LedgerValue[], movedBy: string): LedgerChange[] {
  const wanted = new Map(desired.map((value) => [keyOf(value), value]));
  const held = new Map<string, LedgerRow[]>();
  for (const row of rows) held.set(keyOf(row), [...(held.get(keyOf(row)) ?? []), row]);
  const keys = [...new Set([...held.keys(), ...wanted.keys()])].sort();
  return keys.flatMap((key) => changesOf(held.get(key) ?? [], wanted.get(key), movedBy));
}

function changesOf(rows: readonly LedgerRow[], desired: LedgerValue | undefined, movedBy: string): LedgerChange[] {
  const [about = desired] = rows;
  if (about?.kind === 'raw') return rawChanges(standingRow(rows), desired, movedBy);
  const difference = (desired?.value ?? 0) - netOf(rows);
  return about && difference !== 0 ? [{ ...valueOf(about), value: difference, reverses: null, movedBy }] : [];
}

function rawChanges(standing: LedgerRow | undefined, desired: LedgerValue | undefined, movedBy: string): LedgerChange[] {
  if (standing?.value === desired?.value) return [];
  const reversal = standing ? [{ ...valueOf(standing), value: -standing.value, reverses: standing.id, movedBy }] : [];
  return desired && desired.value !== 0 ? [...reversal, { ...valueOf(desired), reverses: null, movedBy }] : reversal;
}

/** The row that is neither a reversal nor reversed; a raw value never has two. */
function standingRow(rows: readonly LedgerRow[]): LedgerRow | undefined {
  const reversed = new Set(rows.map(({ reverses }) => reverses));
  return rows.find((row) => row.reverses === null && !reversed.has(row.id));
}

export function netOf(rows: readonly { readonly value: Hundredths }[]): Hundredths {
  return rows.reduce((net, { value }) => net + value, 0);
}

/** What a value is about; its part belongs to it, because standings are kept by part. */
export function keyOf({ person, kind, of, part, window, fact }: LedgerValue): string {
  return [person, kind, of, part, window, fact ?? ''].join(' ');
}

function valueOf({ person, kind, of, part, window, fact, value }: LedgerValue): LedgerValue {
  return { person, kind, of, part, window, fact, value };
}
