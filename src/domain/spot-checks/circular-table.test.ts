import { expect, it } from 'vitest';
import type { PointsPart } from '#domain/schemes/scheme.ts';
import { circularTable, differencesFrom, sameNumbers } from './circular-table.ts';

const label = { zh: '', en: '' };
const rule = (id: string): PointsPart['children'][number] => ({ kind: 'rule', id, label, clause: '', full: 1000, match: {}, value: { kind: 'fixed', points: 100 } } as never);
const indicators = { kind: 'part', id: 'all', label, full: 2000, children: [{ kind: 'part', id: 'thinking', label, full: 1000, children: [rule('study'), rule('talks')] }, rule('brand')] } as never as PointsPart;
const marks = [{ organisation: 'a', aspect: '', value: 9000 }, { organisation: 'a', aspect: 'thinking', value: 5000 }, { organisation: 'b', aspect: '', value: 8000 }];
const given = { indicators, branches: ['a', 'b'], drawn: new Set(['b']), marks, sheets: [{ organisation: 'b', problems: 2, open: 1, items: [
  { item: 'study', checked: 300, computed: 350 }, { item: 'talks', checked: 200, computed: 180 }, { item: 'brand', checked: 100, computed: null }] }] };

it('says of every branch of the list what it came to, and what the check changed aspect by aspect', () => {
  const { rows, sheets, confirmed } = circularTable(given);
  expect([sheets, confirmed]).toEqual([1, 1]);
  expect(rows).toEqual([
    { organisation: 'a', drawn: false, value: 9000, change: null, problems: 0, open: 0, cells: [{ aspect: 'thinking', value: 5000, change: null }, { aspect: 'brand', value: null, change: null }] },
    { organisation: 'b', drawn: true, value: 8000, change: -30, problems: 2, open: 1, cells: [{ aspect: 'thinking', value: null, change: -30 }, { aspect: 'brand', value: null, change: null }] },
  ]);
});

it('a revision names the numbers that it changes, and no closed problem makes one', () => {
  const before = circularTable(given);
  const after = circularTable({ ...given, marks: marks.map((it) => (it.organisation === 'a' && it.aspect === '' ? { ...it, value: 9100 } : it)) });
  const [a, b] = after.rows;
  expect([a && differencesFrom(before, a).whole, a && differencesFrom(before, a).of('thinking'), b && differencesFrom(before, b).whole]).toEqual([{ value: 9000 }, null, null]);
  expect(a && differencesFrom(null, a).whole).toBeNull();
  expect(sameNumbers(before, after)).toBe(false);
  expect(sameNumbers(before, circularTable({ ...given, sheets: given.sheets.map((it) => ({ ...it, open: 0 })) }))).toBe(true);
});
