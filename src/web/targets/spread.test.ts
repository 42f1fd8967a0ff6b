import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regrouped, spreadEvenly } from './spread.ts';

const sum = (all: readonly number[]): number => all.reduce((so, one) => so + one, 0);

describe('a target spread over the year', () => {
  it('comes to the target, and no part differs from another by more than one', () => {
    expect(spreadEvenly(4, 12)).toEqual([0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1]);
    fc.assert(fc.property(fc.nat(500), fc.constantFrom(4 as const, 12 as const), (target, parts) => {
      const split = spreadEvenly(target, parts);
      expect(sum(split)).toBe(target);
      expect(Math.max(...split) - Math.min(...split)).toBeLessThanOrEqual(1);
    }));
  });

  it('keeps its sum between months and quarters', () => {
    expect(regrouped([1, 1, 1, 0, 0, 2, 0, 0, 0, 1, 0, 0], 4)).toEqual([3, 2, 0, 1]);
    expect(regrouped([3, 2, 0, 1], 12)).toEqual([0, 0, 3, 0, 0, 2, 0, 0, 0, 0, 0, 1]);
    fc.assert(fc.property(fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }), (split) => {
      expect(sum(regrouped(regrouped(split, 4), 12))).toBe(sum(split));
    }));
  });
});
