import { refuseImport } from '#domain/imports/refusals.ts';
import type { SheetRow } from './read-sheets.ts';

/**
 * Refuses a table in text that has more in one of its rows than cells in its header: a separator within a cell has moved
 * everything behind it by one, and nothing tells where. A spreadsheet writes as many cells into each row.
 * @throws FileCellsSlipped
 */
export function demandEven(head: SheetRow, lines: readonly SheetRow[]): void {
  const titles = head.cells.length;
  const slipped = lines.find(({ cells }) => cells.slice(titles).some((it) => it.trim() !== ''));
  if (slipped) throw refuseImport('FileCellsSlipped', { row: slipped.row, cells: slipped.cells.length, titles });
}
