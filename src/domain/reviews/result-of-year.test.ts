import { expect, it } from 'vitest';
import { part, rule, schemeOf } from '#test/scheme-parts.ts';
import { ruleOfReview } from './result-of-year.ts';

const label = { zh: '', en: '' };
const indicators = part('score', [rule('item', { kind: 'held', full: 100 })]);
const branchYear = (id: string) => ({
  id, label, of: 'branch' as const, parts: [{ kind: 'total' as const, id: 'daily', label, of: 'indicators' as const }], grades: [{ id: 'good', label }],
});
const first = { from: '2026-01-01', scheme: { ...schemeOf([], { indicators, results: [branchYear('branchYear')] }), version: 1 } };
const second = { from: '2026-01-01', scheme: { ...schemeOf([], { indicators, results: [branchYear('another')] }), version: 2 } };
const pin = { scheme: first.scheme.id, schemeVersion: 1, evaluator: 1, asOfSeq: 1, date: '2026-12-31' };

it('A-5: a review keeps the version to which it is pinned, also where another was adopted from the same day', () => {
  const review = { pin, result: 'branchYear', year: 2026 };
  expect(ruleOfReview([first, second], review)?.version.scheme.version, 'A-5: the pinned version was lost').toBe(1);
  expect(ruleOfReview([first, second], { ...review, pin: null })?.result.id).toBe('another');
  expect(ruleOfReview([second], review)).toBeNull();
});
