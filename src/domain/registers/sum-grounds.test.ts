import { expect, test } from 'vitest';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { isAddedUp, sumGrounds, type SummedEntry } from './sum-grounds.ts';

const paid = { id: 'paid', label: { zh: '实缴', en: 'Paid' }, kind: 'money' } as const;
const attended = { id: 'attended', label: { zh: '参加人数', en: 'Attended' }, kind: 'count' } as const;
const entry = (id: string, place: string, value: number, more: Partial<SummedEntry> = {}): SummedEntry => ({ entry: id, day: '2026-03-10', place, persons: [], waiting: false, value, ...more });
const outline = ({ label, value, children }: Grounds): unknown => [label.zh, value, ...(children.length === 0 ? [] : [children.map(outline)])];
const adds = ({ value, children }: Grounds): boolean => children.length === 0 || (children.reduce((sum, it) => sum + (it.value ?? 0), 0) === value && children.every(adds));

test('a sum unfolds to what each organisation adds and to its entries, each leading to itself', () => {
  const grounds = sumGrounds(paid, [{ id: 'a', name: '甲支部', value: 5050, entries: 2 }, { id: 'b', name: '乙支部', value: 100, entries: 1 }],
    [entry('1', 'a', 50), entry('2', 'b', 100, { persons: ['石磊', '季平'] }), entry('3', 'a', 5000, { persons: ['文岚'], waiting: true })]);
  expect(outline(grounds)).toEqual(['实缴（3 条）', 5150, [
    ['甲支部（2 条）', 5050, [['2026-03-10', 50], ['2026-03-10 文岚（待确认）', 5000]]], ['乙支部（1 条）', 100, [['2026-03-10 石磊等 2 人', 100]]],
  ]]);
  expect(adds(grounds)).toBe(true);
  const [leaf] = grounds.children[1]?.children ?? [];
  expect(leaf?.how).toMatchObject({ opens: { kind: 'record', factId: '2' } });
});

test('of one organisation the entries stand at once, and heads are no hundredths', () => {
  const grounds = sumGrounds(attended, [{ id: 'a', name: '甲支部', value: 41, entries: 2 }], [entry('1', 'a', 20), entry('2', 'a', 21)]);
  expect([outline(grounds), grounds.format, grounds.children.map(({ format }) => format)]).toEqual([['参加人数（2 条）', 41, [['2026-03-10', 20], ['2026-03-10', 21]]], 'count', ['count', 'count']]);
});

test('of more than can be listed it says what each organisation adds and how to see the entries', () => {
  const grounds = sumGrounds(attended, [{ id: 'a', name: '甲支部', value: 9000, entries: 1200 }], []);
  expect(outline(grounds)).toEqual(['参加人数（1200 条），选择党组织后列出每条登记', 9000, [['甲支部（1200 条）', 9000]]]);
});

test('a mark is not added up', () => {
  expect((['count', 'money', 'minutes', 'ordinal', 'mark', 'level'] as const).filter((kind) => isAddedUp({ kind }))).toEqual(['count', 'money', 'minutes']);
});
