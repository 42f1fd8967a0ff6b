import { expect, it } from 'vitest';
import { offsetOf } from './text-place.ts';

it('a place of a text is found by its line and column', () => {
  const text = 'scheme: 德州\nversion: x\n';
  expect(text.slice(offsetOf(text, 2, 10))).toBe('x\n');
  expect([offsetOf(text, 1, 1), offsetOf(text, 9, 9)]).toEqual([0, text.length]);
});
