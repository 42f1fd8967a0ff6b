import { expect, it } from 'vitest';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { schemeOf } from '#test/scheme-parts.ts';
import { groundsText } from './grounds-text.ts';

const label = (zh: string) => ({ zh, en: zh });
const scheme = { ...schemeOf([]), label: { zh: '积分办法（示例）', en: 'Points (sample)' } };

it('works out a share with an attendance that counts half, and a mark that was raised, above the rule in general words', () => {
  const share: Grounds = {
    id: 'mondayShare', label: label('学习'), value: 1800, full: 2400, children: [],
    how: {
      kind: 'share', full: 2400, raisedFrom: 1600, raised: { all: 3600, present: 2400 },
      present: 2, madeUp: 0, expected: 2, excused: 3, creditHundredths: 150,
    },
    rule: { id: 'mondayShare', words: { zh: '规则甲', en: 'rule one' }, clause: '第一条', scheme: 'sample', version: 2 },
  };
  expect(groundsText(share, scheme, 'zh').split('\n')).toEqual([
    '学习  18.00  满分 16.00 × 36.00 ÷ 24.00 × 折算 1.50（实到 2 + 补学 0，迟到早退折半）÷ 应到 2，免计 3',
    '  规则：规则甲 · 第一条 · 积分办法（示例）第 2 版',
  ]);
  expect(groundsText(share, scheme, 'en').split('\n')).toEqual([
    '学习  18.00  full mark 16.00 × 36.00 ÷ 24.00 × credit 1.50 (present 2 + made up 0, late or left early counts half) ÷ expected 2, excused 3',
    '  Rule: rule one · 第一条 · Points (sample) version 2',
  ]);
});

it('names no clause where a limit has none', () => {
  const limit: Grounds = {
    id: 'year 2026', label: label('每年最多 4.00 分'), value: -600, full: null, children: [],
    how: { kind: 'limit', bound: 'ceiling', before: 1000, at: 400, window: '2026' },
    rule: { id: 'year', words: label('每年最多 4.00 分'), clause: null, scheme: 'sample', version: 1 },
  };
  expect(groundsText(limit, scheme, 'zh').split('\n')).toEqual([
    '每年最多 4.00 分  −6.00  2026 封顶 4.00，原为 10.00', '  规则：每年最多 4.00 分 · 积分办法（示例）第 1 版',
  ]);
});
