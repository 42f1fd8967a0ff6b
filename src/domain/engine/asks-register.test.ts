import { expect, it } from 'vitest';
import { fixed, part, rule, schemeOf } from '#test/scheme-parts.ts';
import { pointsAskRegister } from './asks-register.ts';

it('finds a register in the match of a rule, however deep the rule stands', () => {
  const scheme = schemeOf([part('order', [part('months', [rule('confirmed', fixed(100), { records: ['statement'] })])])]);
  expect(pointsAskRegister(scheme, 'statement')).toBe(true);
  expect(pointsAskRegister(scheme, 'assignment')).toBe(false);
});
