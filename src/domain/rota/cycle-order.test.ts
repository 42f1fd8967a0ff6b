import { describe, expect, it } from 'vitest';
import { overlappingDay } from './cycle-order.ts';
import { knownCycleOf } from './known-cycle-of.ts';
import { knownCycles } from './known-cycles.ts';

const shift = (start: string, hours: number) => ({ start, hours });

describe('The shifts of a cycle', () => {
  it.each(knownCycles.map((it) => [it.id, it.cycle] as const))('of %s follow each other', (_, cycle) => {
    expect(overlappingDay(cycle)).toBeNull();
  });

  it.each([
    ['on one day', [[shift('08:00', 8), shift('15:00', 8)], []], 1],
    ['from one day to the next', [[shift('20:00', 13)], [shift('08:00', 8)]], 2],
    ['from the last day to the first', [[shift('08:00', 8)], [shift('20:00', 13)]], 1],
    ['of a single day with itself', [[shift('08:00', 24), shift('09:00', 1)]], 1],
  ])('are refused when they overlap %s', (_, cycle, day) => {
    expect(overlappingDay(cycle)).toBe(day);
  });

  it('may touch: who is relieved at 08:00 is free at 08:00', () => {
    expect(overlappingDay([[shift('08:00', 24)]])).toBeNull();
  });
});

describe('A cycle is known by its shifts and its rest', () => {
  it('whatever the order of fields in which it was stored', () => {
    const [known] = knownCycles;
    const cycle = (known?.cycle ?? []).map((shifts) => shifts.map(({ start, hours }) => ({ hours, start })));
    expect(knownCycleOf({ cycle, restHours: known?.restHours ?? 0 })?.id).toBe(known?.id);
    expect(knownCycleOf({ cycle, restHours: 7 })).toBeNull();
  });
});
