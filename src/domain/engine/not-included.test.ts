import { expect, it } from 'vitest';
import type { Grounds, How } from './evaluation.ts';
import { isNotIncluded } from './not-included.ts';

const node = (value: number | null, how: How, children: readonly Grounds[] = []): Grounds => ({ id: 'x', label: { zh: '项', en: 'Item' }, value, full: null, how, rule: null, children });
const before = node(null, { kind: 'noBasis', missing: 'notIncluded' });
const required = node(null, { kind: 'noBasis', missing: 'required' });
const there = node(500, { kind: 'sum' });

it.each([
  ['a share before the day of inclusion', before, true], ['a share that something required has no basis', required, false], ['what has a value', there, false],
  ['a part of which all that is missing lies before', node(null, { kind: 'sum' }, [before, there]), true], ['a part that lacks something besides', node(null, { kind: 'sum' }, [before, required]), false],
  ['a part that is empty by itself', node(null, { kind: 'sum' }), false], ['a part with a value', node(500, { kind: 'sum' }, [before, there]), false],
])('%s', (_, grounds, expected) => {
  expect(isNotIncluded(grounds)).toBe(expected);
});
