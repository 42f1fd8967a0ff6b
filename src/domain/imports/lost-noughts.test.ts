import { expect, test } from 'vitest';
import { shortenedAmong } from './lost-noughts.ts';

test('figures that are shorter than the numbers with a nought in front may have lost theirs', () => {
  expect(shortenedAmong(['010001', '10002', '010003', 'F10004', '910005', '3001'])).toEqual([1, 5]);
});

test('where no number begins with a nought, none can be said to have lost one', () => {
  expect(shortenedAmong(['10001', '9002', 'T001'])).toEqual([]);
  expect(shortenedAmong([])).toEqual([]);
});
