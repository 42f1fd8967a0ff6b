import { describe, expect, it } from 'vitest';
import type { FactState } from '#domain/facts/contract.ts';
import { entryOf } from './entry.ts';
import type { Fact } from './standing.ts';

const id = (at: number): string => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`;
const about = {
  seq: 9, factId: id(1), version: 1, change: 'recorded' as const, period: '2026-10', recordedBy: null, recordedOn: '2026-11-13', enteredOn: '2026-11-13',
  standing: 'counted' as const, confirmedBy: [],
};
const pinned = { scheme: 'dezhou', schemeVersion: 1, evaluator: 1, asOfSeq: 8, date: '2026-10-31', groundsHash: 'a'.repeat(64) };

function statement(state: Partial<FactState<'statement'>>): Fact<'statement'> {
  const issued: FactState<'statement'> = {
    person: id(2), organisation: id(3), period: '2026-10', total: 8000, month: 800, parts: [], ...pinned, issuedOn: '2026-11-13', objectUntil: '2026-11-20',
    stage: 'issued', disputed: null, verdict: null, answered: null, movedOn: '2026-11-13', ...state,
  };
  return { ...about, kind: 'statement', state: issued, day: issued.movedOn };
}

function selfCheck(state: Partial<FactState<'selfCheck'>>): Fact<'selfCheck'> {
  const filled: FactState<'selfCheck'> = {
    organisation: id(3), period: '2026-10', stage: 'filled', items: [], total: null, ...pinned, filedOn: null, filed: null, returned: [], seconds: null, ...state,
  };
  return { ...about, kind: 'selfCheck', state: filled, day: '2026-11-05' };
}

describe('a monthly statement as an entry of its register', () => {
  it('names the member, in the period of its month', () => {
    expect(entryOf(statement({ stage: 'confirmed' }))).toMatchObject({
      register: 'statement', organisation: id(3), period: '2026-10', named: [{ person: id(2), as: null }], values: { outcome: 'confirmed' } });
  });

  it('is confirmed by silence on the day after the last one for an objection', () => {
    expect(entryOf(statement({}))).toMatchObject({ day: '2026-11-21', values: { outcome: 'confirmed' } });
  });

  it('stays open while that day is a guess, and while an objection is open', () => {
    expect(entryOf(statement({ objectUntil: null }))?.values).toEqual({ outcome: 'open' });
    expect(entryOf(statement({ stage: 'objected' }))?.values).toEqual({ outcome: 'open' });
    expect(entryOf(statement({ stage: 'appealed', verdict: 'rejected' }))?.values).toEqual({ outcome: 'open' });
  });

  it.each([
    ['answered', 'onTime', 'answered'], ['answered', 'late', 'late'], ['appealed', 'onTime', 'answered'], ['appealed', 'late', 'late'], ['reviewed', 'onTime', 'answered'], ['reviewed', 'late', 'late'], ['reviewed', null, 'late'], ['appealed', null, 'open'],
    // A log from before the day of an answer was kept.
    ['answered', undefined, 'answered'], ['reviewed', undefined, 'answered'], ['objected', undefined, 'open'],
  ] as const)('that is %s, and was by the branch %s, is %s', (stage, answered, outcome) => {
    expect(entryOf(statement({ stage, answered, verdict: 'upheld' }))?.values).toEqual({ outcome });
  });
});

describe('a plan of the year as an entry of its register', () => {
  const plan = (state: Partial<FactState<'targetPlan'>>): Fact<'targetPlan'> => ({
    ...about, kind: 'targetPlan', day: '2026-01-20', state: { organisation: id(3), year: 2026, stage: 'draft', lines: [], filedOn: null, assignedOn: null, ...state },
  });

  it('is one once it was handed in, and stays one while it is changed or comes back', () => {
    expect(entryOf(plan({}))).toBeNull();
    expect(entryOf(plan({ stage: 'filed', filedOn: '2026-01-20' }))).toMatchObject({ register: 'targetPlan', organisation: id(3), named: [], values: {} });
    const named = { filedOn: '2026-01-20', assignedOn: '2026-02-10' };
    for (const stage of ['filed', 'draft', 'returned'] as const) expect(entryOf(plan({ stage, ...named }))?.values).toEqual({ assignedOn: '2026-02-10' });
  });
});

describe('a self-check as an entry of its register', () => {
  it('is one once it was handed in, and stays what it was when it comes back', () => {
    expect(entryOf(selfCheck({ stage: 'filled' }))).toBeNull();
    const handedIn = { filedOn: '2026-11-05', filed: 'late' as const };
    expect(entryOf(selfCheck({ stage: 'submitted', ...handedIn }))).toMatchObject({ register: 'selfCheck', named: [], values: { filed: 'late' } });
    expect(entryOf(selfCheck({ stage: 'returned', ...handedIn }))?.values).toEqual({ filed: 'late' });
  });
});
