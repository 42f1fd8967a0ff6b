import { expect, test } from 'vitest';
import { dayIn, isUncertainDay, looksLikeDay } from './day-titles.ts';

test('a day without its whole year heads a day, of which nobody can be certain', () => {
  for (const title of ['5/1/26', '26.5.1', '01-05-26', '5/1/26（周五）']) expect([title, looksLikeDay(title), isUncertainDay(title), dayIn(title, 2026)]).toEqual([title, true, true, null]);
  for (const title of ['2026-05-01', '5/1', '5月1日', '2026.5.1', '合计', '1.5/26']) expect([title, isUncertainDay(title)]).toEqual([title, false]);
});
