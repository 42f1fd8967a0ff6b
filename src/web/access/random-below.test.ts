import { expect, it } from 'vitest';
import { randomBelow } from './random-below.ts';

it('every number below the limit comes up, and none other', () => {
  const drawn = new Set(Array.from({ length: 4000 }, () => randomBelow(31)));
  expect([...drawn].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 31 }, (_, at) => at));
});
