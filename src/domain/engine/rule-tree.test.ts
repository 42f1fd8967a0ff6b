import { expect, it } from 'vitest';
import { part, rule, share } from '#test/scheme-parts.ts';
import { ruleTree } from './rule-tree.ts';

it('A-11: weight goes to siblings, never from a source that was not chosen to the one that was', () => {
  const sources = [rule('withCommittee', share(400)), rule('without', share(400))];
  const chosen = ruleTree(part('total', [part('firstItem', sources, { choose: 'first', missing: 'renormalise' })]));
  expect(chosen.spreading).toEqual([]);
  const siblings = ruleTree(part('total', [part('firstItem', sources, { missing: 'renormalise' })]));
  expect(siblings.spreading.map(({ children }) => children.map(({ full }) => full))).toEqual([[400, 400]]);
});
