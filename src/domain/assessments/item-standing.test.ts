import { expect, test } from 'vitest';
import { shareOfFull } from './item-standing.ts';

test('what is done of what is due is rounded half up, and is whole only when nothing lacks', () => {
  const shares: readonly (readonly [value: number, full: number, share: number])[] = [
    [89_378, 100_000, 8938], [1, 3, 3333], [2, 3, 6667], [1, 20_000, 1], [19_999, 20_000, 9999], [20_000, 20_000, 10_000], [12, 10, 10_000], [-3, 10, 0],
  ];
  expect(shares.map(([value, full]) => shareOfFull({ value, full }))).toEqual(shares.map(([, , share]) => share));
  expect([shareOfFull({ value: 3, full: 0 }), shareOfFull({ value: null, full: 3 })]).toEqual([null, null]);
});
