import { describe, expect, it } from 'vitest';
import type { Column } from './table-columns.ts';
import { allRows, takenTable, type Seen } from './seen-table.ts';

interface Row {
  readonly name: string;
  readonly points: number | null;
}

const columns: readonly Column<Row>[] = [
  { key: 'name', title: '姓名', text: (row) => row.name },
  { key: 'times', title: '次数', text: (row) => row.name.length, totalCell: 5 },
  { key: 'total', title: '合计', text: (row) => (row.points === null ? '依据不足' : String(row.points)), number: { format: 'points', of: (row) => row.points } },
  { key: 'actions', title: '办理', text: () => '', screenOnly: true },
];
const seen = (change: Partial<Seen<Row>>): Seen<Row> => ({ name: 'people', title: '人员', rows: [], rowKey: (row) => row.name, columns, asked: [], ...change });
const people: readonly Row[] = Array.from({ length: 250 }, (_, at) => ({ name: `第${at}人`, points: at }));

describe('a table that is taken away', () => {
  it('has the shown columns in their order without buttons, numbers as numbers, and the total below', () => {
    const table = takenTable(seen({ asked: ['看守所党支部', '', '2026年'] }), [{ name: '罗建', points: 3646 }, { name: '陈晓岚', points: null }], '；');
    expect(table).toEqual({
      name: 'people', title: '人员', scope: '看守所党支部；2026年',
      columns: [{ title: '姓名', format: 'text' }, { title: '次数', format: 'count' }, { title: '合计', format: 'points' }],
      rows: [['罗建', 2, 3646], ['陈晓岚', 3, '依据不足']], total: ['', 5, ''],
    });
  });

  it('holds all pages, not the one that is shown, and tells how far it is', async () => {
    const told: number[] = [];
    const rowsOf = async (page: number, size: number) => people.slice((page - 1) * size, page * size);
    const rows = await allRows(seen({ rows: people.slice(0, 20), pages: { count: people.length, rowsOf } }), (count) => told.push(count));
    expect(rows).toEqual(people);
    expect(told).toEqual([100, 200, 250]);
  });

  it('holds the ticked rows where some were ticked, in the order of the page and without a total that is of all', async () => {
    const rowsOf = async (page: number, size: number) => people.slice((page - 1) * size, page * size);
    const some = seen({ pages: { count: people.length, rowsOf }, ticked: new Set(['第120人', '第7人']) });
    const rows = await allRows(some, () => {});
    expect(rows.map(({ name }) => name)).toEqual(['第7人', '第120人']);
    expect(takenTable(some, rows, '；').total).toBeNull();
    expect(await allRows(seen({ rows: people, ticked: new Set() }), () => {})).toEqual(people);
  });

  it('takes a row once that moved to the next page while the pages were asked for', async () => {
    const rowsOf = async (page: number, size: number) => people.slice(page === 1 ? 0 : (page - 1) * size - 1, page * size - 1);
    const rows = await allRows(seen({ pages: { count: people.length, rowsOf } }), () => {});
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows.length).toBe(people.length);
  });
});
