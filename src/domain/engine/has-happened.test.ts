import { expect, it } from 'vitest';
import { hasHappened } from './has-happened.ts';

it('A-15: the end of a month holds what was made up for it later, and nothing of the next month', () => {
  const november = { seq: 1, date: '2026-11-30', period: '2026-11' };
  expect(hasHappened({ day: '2026-12-09', period: '2026-11' }, november)).toBe(true);
  expect(hasHappened({ day: '2026-11-30', period: '2026-12' }, november)).toBe(false);
  expect(hasHappened({ day: '2026-12-09', period: '2026-11' }, { seq: 1, date: '2026-11-30' })).toBe(false);
});
