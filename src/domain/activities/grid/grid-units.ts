import { plainText } from '#domain/imports/cell-text.ts';
import type { AttendanceGrid, GridRow } from './attendance-grid.ts';

/**
 * A sheet of several branches, told apart by a column such as 单位, as one sheet for each of them with the days on which somebody of
 * it is marked. An empty cell goes by the one above, as merged cells have it. A sheet without two branches in such a column, which
 * then holds squads or one branch throughout, stays whole.
 * @param isBranch whether what a cell says is an organisation of its own, and no group of one.
 */
export function byUnits(grid: AttendanceGrid, isBranch: (written: string) => boolean): readonly AttendanceGrid[] {
  const told = grid.at.units.map((at) => rowsByUnit(grid.rows, at)).find((units) => [...units.keys()].filter(isBranch).length > 1);
  if (told === undefined) return [grid];
  return [...told].map(([organisation, rows]) => ({
    ...grid, sheet: `${grid.sheet} ${organisation}`, organisation, rows,
    columns: grid.columns.filter(({ at }) => rows.some(({ cells }) => plainText(cells[at] ?? '') !== '')),
  }));
}

function rowsByUnit(rows: readonly GridRow[], at: number): ReadonlyMap<string, readonly GridRow[]> {
  const units = new Map<string, GridRow[]>();
  let unit = '';
  for (const row of rows) {
    unit = plainText(row.cells[at] ?? '') || unit;
    units.set(unit, [...(units.get(unit) ?? []), row]);
  }
  return units;
}
