import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSchemeFile } from '#test/schemes/random-scheme.ts';
import type { Cells } from './columns.ts';
import type { TableNames } from './node-cells.ts';
import { type ReadRow, rowsOfTree, treeOfRows } from './table-tree.ts';

const names: TableNames = { activities: new Map([['mondayStudy', '周一集中学习'], ['lecture', '党课']]), records: new Map([['visit', '走访慰问']]) };
const lecture = {
  kind: 'rule', id: 'lecture', label: { zh: '讲党课', en: 'Lecture' }, clause: '第九条', match: { activities: ['lecture'], part: 'speaker' },
  value: { kind: 'fixed', each: 2 }, limits: [{ bound: 'ceiling', value: 4, per: 'year', clause: '第九条第四项' }],
};
const visits = { kind: 'rule', id: 'visits', label: { zh: '走访' }, clause: '十', match: { records: ['visit'] }, value: { kind: 'duty', full: 4, per: 'quarter', late: { days: 15, percent: 50 } } };
const root = { kind: 'part', id: 'total', label: { zh: '积分' }, full: 8, missing: 'zero', children: [{ kind: 'part', id: 'study', label: { zh: '学习' }, children: [lecture] }, visits] };

/** As if the cells had been read from a sheet. `rest` is read by the server; here the flow text is JSON enough. */
const asRead = (rows: readonly { readonly cells: Cells }[], rest: (text: string) => ReadRow['rest']): ReadRow[] =>
  rows.map(({ cells }, at) => ({ row: at + 2, cells, rest: cells.rest === undefined ? {} : rest(cells.rest) }));

describe('the table of a tree', () => {
  const rows = rowsOfTree(root, 'points', names);

  it('has a row for each part and rule in the words of the office', () => {
    expect(rows.map(({ cells }) => [cells.no, cells.aspect, cells.label, cells.way, cells.full ?? ''])).toEqual([
      ['总', undefined, '积分', '构成', '8.00'], ['1', '学习', '学习', '构成', ''], ['1.1', '学习', '讲党课', '定额', ''], ['2', '走访', '走访', '按期完成', '4.00']]);
    expect(rows[2]?.cells).toMatchObject({ activities: '党课', part: '主讲', each: '2.00', limits: '每年最多 4.00（第九条第四项）', english: 'Lecture', clause: '第九条' });
    expect(rows[2]?.cells.rest).toBeUndefined();
    expect(rows[3]?.cells).toMatchObject({ records: '走访慰问', per: '每季度', rest: '{ value: { late: { days: 15, percent: 50 } } }' });
  });

  it('is read back as it was', () => {
    const read = treeOfRows(asRead(rows, (text) => (text.includes('late') ? { value: { late: { days: 15, percent: 50 } } } : { missing: 'zero' })), 'points', names);
    expect(read.problems).toEqual([]);
    expect(read.root).toEqual(root);
    expect([...read.rows]).toEqual([['points', 2], ['points.children[0]', 3], ['points.children[0].children[0]', 4], ['points.children[1]', 5]]);
  });

  it('gives a new row an id of its own and says what it cannot read at its row', () => {
    const added = [...asRead(rows, () => ({})), { row: 6, cells: { no: '3', label: '新的', way: '按次数', activities: '党课、没有的', full: '四分', limits: '不超过四分' }, rest: {} },
      { row: 7, cells: { no: '3.1.1', label: '太深' }, rest: null }];
    const read = treeOfRows(added, 'points', names);
    expect(read.problems.map(({ row, column }) => `${row} ${column}`)).toEqual(['6 limits', '6 way', '6 full', '7 rest', '7 no']);
    const known = treeOfRows([...asRead(rows, () => ({})), { row: 6, cells: { no: '3', label: '新的', way: '定额', each: '1', activities: '党课', clause: '一' }, rest: {} }], 'points', names);
    expect(known.root).toMatchObject({ children: [{}, {}, { kind: 'rule', id: 'item5', value: { kind: 'fixed', each: 1 }, match: { activities: ['lecture'] } }] });
  });

  it('puts what a cell would lose beside it, for any scheme', () => {
    fc.assert(fc.property(randomSchemeFile, (file) => {
      const { points } = file;
      if (points === undefined) return;
      const known: TableNames = { activities: new Map((file.activities ?? []).map(({ id, label }) => [id, label.zh])), records: new Map() };
      const texts = rowsOfTree({ ...points }, 'points', known).flatMap(({ cells }) => Object.values(cells));
      expect(texts.filter((text) => /[\u0000-\u0008\u200b]/.test(text))).toEqual([]);
    }), { numRuns: 50 });
  });
});
