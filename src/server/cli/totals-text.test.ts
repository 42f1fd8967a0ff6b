import { expect, it } from 'vitest';
import { part, rule, schemeOf, share } from '#test/scheme-parts.ts';
import { totalsText } from './totals-text.ts';

const scheme = schemeOf([part('study', [rule('mondayShare', share(1600)), rule('lifeShare', share(1200))])]);
const total = { person: 'p', year: 2026, total: null, parts: [], proposed: 0, excluded: null, gaps: ['mondayShare', 'lifeShare'] };

it('names what is missing behind a total that there is not', () => {
  const lines = (language: 'zh' | 'en') => totalsText([total], scheme, new Map([['p', '王建国']]), language);
  expect(lines('zh')).toContain('依据不足（缺项：mondayShare、lifeShare）');
  expect(lines('en')).toContain('no basis (gap: mondayShare, lifeShare)');
});
