import { describe, expect, it } from 'vitest';
import type { FactLeaf, Grounds, How } from '#domain/engine/evaluation.ts';
import { groundsLines } from './grounds-lines.ts';

const node = (id: string, how: How, children: readonly Grounds[] = []): Grounds =>
  ({ id, label: { zh: id, en: id }, value: 100, full: null, how, rule: null, children });
const fact = (period: string): Grounds => {
  const leaf: FactLeaf = {
    factId: period, version: 1, kind: 'session', day: `${period}-02`, period, activities: [], status: 'present', reason: null, reasonClass: null, because: [],
    minutes: null, recordedBy: null, recordedOn: `${period}-02`, lateDays: 0, confirmedBy: null };
  return node(`fact ${period}`, { kind: 'fact', fact: leaf });
};
const month = (period: string): Grounds => node(period, { kind: 'window', window: period, present: 1, madeUp: 0, expected: 1, excused: 0 }, [fact(period)]);
const total = node('total', { kind: 'sum' }, [node('study', { kind: 'sum' }, [node('monday', { kind: 'sum' }, [month('2026-10'), month('2026-11')]), fact('2026-11')])]);
const told = (of: string | null) => groundsLines(total, of).map(({ depth, grounds }) => `${depth} ${grounds.id}`);

describe('the lines of a printed total', () => {
  it('of a year are its rules, each month in one line, and the facts that stand under a rule of their own', () => {
    expect(told(null)).toEqual(['0 study', '1 monday', '2 2026-10', '2 2026-11', '1 fact 2026-11']);
  });

  it('of one month list its facts, leave out what belongs to others, and never a rule', () => {
    expect(told('2026-11')).toEqual(['0 study', '1 monday', '2 2026-11', '3 fact 2026-11', '1 fact 2026-11']);
    expect(told('2026-01')).toEqual(['0 study', '1 monday']);
  });
});
