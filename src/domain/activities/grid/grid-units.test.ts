import { expect, it } from 'vitest';
import { attendanceGrid } from './attendance-grid.ts';
import { byUnits } from './grid-units.ts';

const rows = [
  ['序号', '单位', '姓名', '5日', '12日'],
  ['1', '看守所', '温岚', '√', '√'], ['2', '', '季平', '√', ''],
  ['3', '拘留所', '罗健', '√', ''], ['4', '', '唐悦', '', ''],
];
const grid = attendanceGrid('1月', rows.map((cells, at) => ({ row: at + 1, cells })), 2026);
if (!grid) throw new Error('the sheet of a test must be one of attendance');
const told = (branches: readonly string[]) => byUnits(grid, (it) => branches.includes(it)).map((it) => `${it.sheet}|${it.organisation}|${it.rows.map(({ name }) => name).join('、')}|${it.columns.map(({ day }) => day).join('、')}`);

it('a sheet of the whole bureau is one sheet for each branch, with its own days', () => {
  expect(told(['看守所', '拘留所'])).toEqual(['1月 看守所|看守所|温岚、季平|2026-01-05、2026-01-12', '1月 拘留所|拘留所|罗健、唐悦|2026-01-05']);
});

it('a column of squads, or of one branch throughout, leaves a sheet whole', () => {
  expect(told([])).toEqual(['1月|1月|温岚、季平、罗健、唐悦|2026-01-05、2026-01-12']);
  expect(told(['看守所'])).toEqual(told([]));
});
