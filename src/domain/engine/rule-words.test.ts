import { expect, it } from 'vitest';
import { fixed, hours, limit, rule, share } from '#test/scheme-parts.ts';
import type { How } from './evaluation.ts';
import { limitWords, monthWords, ruleWords } from './rule-words.ts';

const shared: Extract<How, { kind: 'share' }> = {
  kind: 'share', full: 1600, raisedFrom: null, raised: null, present: 20, madeUp: 6, expected: 28, excused: 20, creditHundredths: 2600,
};
const studied: Extract<How, { kind: 'hours' }> = { kind: 'hours', full: 800, raisedFrom: null, raised: null, minutes: 1230, targetMinutes: 1920, months: 12 };

it.each([
  ['a share', share(1600), shared, '16.00 ×（实到 + 补学）÷ 应到 = 16.00 ×（20 + 6）÷ 28', '16.00 × (present + made up) ÷ expected = 16.00 × (20 + 6) ÷ 28'],
  ['a share with half an attendance', share(1600), { ...shared, creditHundredths: 2550 }, '16.00 ×（实到 + 补学）÷ 应到 = 16.00 ×（19.5 + 6）÷ 28', null],
  ['a share of nothing', share(1600), { ...shared, creditHundredths: 600 }, '16.00 ×（实到 + 补学）÷ 应到 = 16.00 ×（0 + 6）÷ 28', null],
  ['a raised share', share(1600), { ...shared, raised: { all: 3600, present: 2400 } }, '16.00 × 36.00 ÷ 24.00 ×（实到 + 补学）÷ 应到 = 16.00 × 36.00 ÷ 24.00 ×（20 + 6）÷ 28', null],
  ['hours', hours(800, 32), studied, '8.00 × 学时 ÷ 目标学时 = 8.00 × 20:30 ÷ 32', '8.00 × hours ÷ target = 8.00 × 20:30 ÷ 32'],
  ['hours by months', hours(800, 32), { ...studied, months: 9 }, '8.00 × 学时 ÷ 目标学时 = 8.00 × 20:30 ÷(32 × 9 ÷ 12)', '8.00 × hours ÷ target = 8.00 × 20:30 ÷ (32 × 9 ÷ 12)'],
  ['hours enough', hours(800, 32), { ...studied, minutes: 2460 }, '41 学时 ≥ 32 学时，得满分 8.00', '41 hours ≥ 32 hours: the full 8.00'],
  ['no basis that is a gap', share(1600), { kind: 'noBasis', missing: 'required' }, '应到为 0，依据不足，按缺项处理', 'no basis: nothing was expected; a gap'],
  ['no basis that is zero', hours(800, 32), { kind: 'noBasis', missing: 'zero' }, '没有党员月份，依据不足，计 0 分', 'no basis: no month of membership; counted as zero'],
  ['a fixed value', fixed(200), { kind: 'sum' }, '每次 2.00 分', '2.00 each time'],
] as const)('The words of %s', (_, value, how, zh, en) => {
  const words = ruleWords(rule('one', value), how);
  expect(words.zh).toBe(zh);
  if (en !== null) expect(words.en).toBe(en);
});

it('The words of limits and months', () => {
  expect(limitWords(limit('ceiling', 800, 'month'), 1000)).toEqual({ zh: '每月最多 8.00 分，上限前 10.00', en: 'at most 8.00 a month; 10.00 before the limit' });
  expect(limitWords(limit('floor', 0, 'year'), -200).zh).toBe('每年最少 0.00 分，补足前 −2.00');
  expect(monthWords('2026-11')).toEqual({ zh: '11月', en: 'November' });
});
