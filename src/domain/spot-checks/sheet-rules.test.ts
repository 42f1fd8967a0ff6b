import { describe, expect, it } from 'vitest';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { computedMark, isOverMarked, markedItems, type SheetItemState } from './sheet-rules.ts';

const item = (over: Partial<SheetItemState> = {}): SheetItemState =>
  ({ item: 'themeDays', why: 'lot', full: 400, computed: 360, selfMark: 400, selfFull: 400, checked: null, asked: 0, ...over });
const mark = (checked: number | null, reason = '', name = 'themeDays') => ({ item: name, checked, asked: 3, reason, looked: '' });
const grounds = (value: number | null, children: readonly Grounds[] = [], how: Grounds['how'] = { kind: 'sum' }): Grounds =>
  ({ id: 'x', label: { zh: '', en: '' }, value, full: 400, how, rule: null, children });

describe('marks on a sheet', () => {
  it('stand with how many were asked', () => {
    expect(markedItems([item()], [mark(360)])).toEqual([item({ checked: 360, asked: 3 })]);
  });

  it.each([
    ['above the full mark', [item()], [mark(401, '有补充材料')], 'MarkAboveFull'],
    ['of an item that is not on it', [item()], [mark(360), mark(100, '', 'visits')], 'ItemNotOnSheet'],
    ['of an item without a basis', [item({ computed: null })], [mark(100, '看过')], 'MarkWithoutBasis'],
    ['left out', [item()], [], 'MarksMissing'],
    ['that differ without a reason', [item()], [mark(300)], 'ReasonMissing'],
  ] as const)('%s are refused', (_, items, marks, name) => {
    expect(() => markedItems(items, [...marks])).toThrow(name);
  });

  it('an item without a basis stays unmarked, one that only a check marks is marked', () => {
    expect(markedItems([item({ computed: null }), item({ item: 'vanguards', why: 'marked', computed: null })], [mark(200, '', 'vanguards')]).map(({ checked }) => checked)).toEqual([null, 200]);
  });
});

it.each([[330, 300, false], [331, 300, true], [300, 300, false], [null, 300, false], [1, 0, true]])('a self-mark of %s where %s was found is over-marked: %s', (selfMark, checked, over) => {
  expect(isOverMarked(item({ selfMark, checked }))).toBe(over);
});

it('a self-mark out of more is compared in proportion', () => {
  expect(isOverMarked(item({ selfMark: 480, selfFull: 480, checked: 400, full: 400 }))).toBe(false);
});

it('the computed mark leaves earlier checks out', () => {
  const check = grounds(-50, [], { kind: 'check', day: '2026-03-31', checked: 300, computed: 350, outOf: 400, before: 350, full: 400, atCheck: 3, now: 3 });
  expect(computedMark(grounds(300, [check]))).toBe(350);
  expect(computedMark(grounds(null))).toBeNull();
});
