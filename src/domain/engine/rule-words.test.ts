import { expect, it } from 'vitest';
import { fixed, hours, limit, rule, share } from '#test/scheme-parts.ts';
import type { How } from './evaluation.ts';
import { limitWords, monthWords, ruleWords } from './rule-words.ts';

const shared: How = {
  kind: 'share', full: 1600, raisedFrom: null, raised: null, present: 20, madeUp: 6, expected: 28, excused: 20, creditHundredths: 2600,
};
const studied: How = { kind: 'hours', full: 1200, raisedFrom: 800, raised: { all: 3600, present: 2400 }, minutes: 1230, targetMinutes: 1920, months: 9 };

it.each([
  ['a share', share(1600), shared, '16.00 ×（实到 + 补学）÷ 应到', '16.00 × (present + made up) ÷ expected'],
  ['hours, by their own mark even where it was raised', hours(800, 32), studied, '8.00 × 学时 ÷ 目标学时，最多 8.00', '8.00 × hours ÷ target, at most 8.00'],
  ['no basis that is a gap', share(1600), { kind: 'noBasis', missing: 'required' }, '16.00 ×（实到 + 补学）÷ 应到；应到为 0 的，按缺项处理', '16.00 × (present + made up) ÷ expected; where nothing was expected, there is a gap'],
  ['no basis whose mark goes to others', share(1600), { kind: 'noBasis', missing: 'renormalise' }, '16.00 ×（实到 + 补学）÷ 应到；应到为 0 的，分值按比例分给同级各项', '16.00 × (present + made up) ÷ expected; where nothing was expected, the mark goes to its siblings in proportion'],
  ['no basis that is zero', hours(800, 32), { kind: 'noBasis', missing: 'zero' }, '8.00 × 学时 ÷ 目标学时，最多 8.00；没有党员月份的，计 0 分', '8.00 × hours ÷ target, at most 8.00; where there is no month of membership, it counts as zero'],
  ['a fixed value', fixed(200), { kind: 'sum' }, '每次 2.00 分', '2.00 each time'],
] as const)('The words of %s', (_, value, how, zh, en) => {
  expect(ruleWords(rule('one', value), how)).toEqual({ zh, en });
});

it('The words of limits and months', () => {
  expect(limitWords(limit('ceiling', 800, 'month'))).toEqual({ zh: '每月最多 8.00 分', en: 'at most 8.00 a month' });
  expect(limitWords(limit('floor', 0, 'year'))).toEqual({ zh: '每年最少 0.00 分', en: 'at least 0.00 a year' });
  expect(monthWords('2026-11')).toEqual({ zh: '11月', en: 'November' });
});
