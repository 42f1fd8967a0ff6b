import { expect, it } from 'vitest';
import { asked } from './the-year.ts';

it('the interface shows the Party office every branch and every member as reckoned', () => {
  expect(asked.compared).toBeGreaterThan(500);
  expect(asked.wrong).toEqual([]);
});

it('each fact under the score of a branch, and under the points of its members, may be opened by its secretary', () => {
  expect(asked.opened).toBeGreaterThan(150);
  expect(asked.closed).toEqual([]);
});
