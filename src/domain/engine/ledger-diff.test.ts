import { describe, expect, it } from 'vitest';
import type { LedgerValue } from './evaluation.ts';
import { type LedgerChange, ledgerChanges, type LedgerRow, netOf } from './ledger-diff.ts';

const raw = (person: string, value: number, over: Partial<LedgerValue> = {}): LedgerValue =>
  ({ person, kind: 'raw', of: 'perMonday', part: 'study', window: '2026-11', fact: 'monday', value, ...over });
const limit = (person: string, value: number): LedgerValue =>
  ({ person, kind: 'limit', of: 'monthly', part: 'study', window: '2026-11', fact: null, value });
const share = (person: string, value: number): LedgerValue =>
  ({ person, kind: 'share', of: 'mondayShare', part: 'study', window: '2026', fact: null, value });

/** The ledger after each of some states was wanted in turn, and the rows that the last one added. */
function posted(...states: readonly (readonly LedgerValue[])[]): { rows: LedgerRow[]; last: LedgerChange[] } {
  const rows: LedgerRow[] = [];
  let last: LedgerChange[] = [];
  for (const state of states) {
    last = ledgerChanges(rows, state, 'moved');
    for (const change of last) rows.push({ ...change, id: `row-${rows.length + 1}` });
  }
  return { rows, last };
}

describe('A change of the ledger (A-14)', () => {
  const fifty = Array.from({ length: 50 }, (_, number) => raw(`member-${number}`, 200));

  it('is none when no value changed', () => {
    expect(posted(fifty, fifty).last).toEqual([]);
  });

  it('is one reversal when one of fifty was excused after all, and no hundred rows', () => {
    const { last } = posted(fifty, fifty.slice(1));
    expect(last).toEqual([{ ...raw('member-0', -200), reverses: 'row-1', movedBy: 'moved' }]);
  });

  it('reverses exactly one row and posts the new value', () => {
    const { last, rows } = posted([raw('li', 200)], [raw('li', 500)]);
    expect(last.map(({ value, reverses }) => [value, reverses])).toEqual([[-200, 'row-1'], [500, null]]);
    expect(netOf(rows)).toBe(500);
  });

  it('takes a value to another window when its period was wrong, and to another part when that was', () => {
    for (const moved of [raw('li', 200, { window: '2026-10' }), raw('li', 200, { part: 'service' })]) {
      const { last } = posted([raw('li', 200)], [moved]);
      expect(last.map(({ value, window, part }) => [value, window, part]).sort()).toEqual([[-200, '2026-11', 'study'], [200, moved.window, moved.part]].sort());
    }
  });

  it('goes there and back, and each row is reversed at most once', () => {
    const { rows } = posted([raw('li', 200)], [], [raw('li', 200)], [raw('li', 300)], [raw('li', 200)]);
    const reversed = rows.flatMap(({ reverses }) => (reverses === null ? [] : [reverses]));
    expect(new Set(reversed).size).toBe(reversed.length);
    expect(netOf(rows)).toBe(200);
  });

  it('telescopes limits and shares: one row with the difference each time', () => {
    const { rows, last } = posted([share('li', 1486), limit('li', -200)], [share('li', 1434)]);
    expect(last.map(({ kind, value, reverses }) => [kind, value, reverses])).toEqual([['limit', 200, null], ['share', -52, null]]);
    expect(netOf(rows)).toBe(1434);
  });
});
