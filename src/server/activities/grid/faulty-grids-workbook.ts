import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { AttendanceGrid } from '#domain/activities/grid/attendance-grid.ts';
import { escaped } from '#domain/imports/cell-text.ts';
import { REASON_TITLE } from '#domain/imports/sheet-header.ts';
import { sheetName } from '#server/platform/table-workbook.ts';
import { cellName, type GridFault } from './grid-faults.ts';
import type { SheetPlan } from './plan-grids.ts';

/**
 * The sessions that could not be taken, in sheets of the same shape: everybody's row, because a session is entered whole,
 * with the reasons in a column of their own; corrected, the file can be sent as it is.
 * @param taken when and for whom they were picked out: on a sheet of its own, because a year above the days would be theirs.
 */
export function faultyGridsWorkbook(plans: readonly SheetPlan[], taken: string): Promise<Uint8Array> {
  const sheets = plans.flatMap(({ grid, columns }): WriteSheet[] => {
    const faulty = columns.flatMap((it) => (it.outcome === 'faulty' ? [it] : []));
    if (faulty.length === 0) return [];
    return [{
      name: sheetName(grid.sheet), freezePane: { rows: 5 },
      columns: [{ width: 12, numFmt: '@' }, { width: 12, numFmt: '@' }, ...faulty.map(() => ({ width: 14, numFmt: '@' })), { width: 60 }],
      rows: rowsOf(grid, faulty.map(({ column }) => column), faulty.flatMap(({ faults }) => faults)),
    }];
  });
  return writeXlsx({ properties: { description: taken }, sheets: [...sheets, { name: '说明', columns: [{ width: 90 }], rows: [[escaped(taken)]] }] });
}

function rowsOf(grid: AttendanceGrid, columns: AttendanceGrid['columns'], faults: readonly GridFault[]): string[][] {
  const reasons = (row: number): string => [...new Set(faults.filter((it) => it.row === row).map((it) => `${cellName(it)}：${it.rule.zh}${it.suggestion.zh}`))].join('\n');
  const across = (label: string, cell: (column: AttendanceGrid['columns'][number]) => string, reason = ''): string[] => [label, '', ...columns.map((it) => escaped(cell(it))), reason];
  return [
    ['党组织', escaped(grid.organisation)],
    across('活动', (it) => it.activity, reasons(grid.headRow)),
    across('主题', (it) => it.topic),
    across('时间', (it) => it.time),
    ['警号', '姓名', ...columns.map((it) => it.day ?? it.written), REASON_TITLE],
    ...grid.rows.map(({ row, number, name, cells }) => [escaped(number), escaped(name), ...columns.map(({ at }) => escaped(cells[at] ?? '')), reasons(row)]),
    ...(grid.legend.length === 0 ? [] : [[`图例：${grid.legend.map(({ mark, words }) => `${mark}${isSign(mark) ? '' : '—'}${words}`).join('　')}`]]),
  ];
}

const isSign = (mark: string): boolean => !/^\p{L}/u.test(mark);
