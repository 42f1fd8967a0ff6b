import { attendanceGrid, type AttendanceGrid, yearOfFile } from '#domain/activities/grid/attendance-grid.ts';
import { GRID_LIMITS } from '#domain/activities/grid/grid-limits.ts';
import { refuseGrid } from '#domain/activities/grid/grid-refusals.ts';
import { explainsOthers } from '#domain/imports/sheets-beside.ts';
import type { Words } from '#domain/words/words.ts';
import type { Job } from '#server/platform/jobs.ts';
import { demandEven } from '#server/platform/even-lines.ts';
import { readSheets, type SheetRow, TEXT_SHEET } from '#server/platform/read-sheets.ts';

const READING: Words = { zh: '正在读取文件', en: 'Reading the file' };
/** Titles above the names, and sums below them. */
const ROWS_BESIDE = 40;

export interface ReadGrids {
  readonly grids: readonly AttendanceGrid[];
  /** Sheets with something in them that are none of attendance. */
  readonly passedOver: readonly string[];
}

/**
 * Every sheet of a workbook that is one of attendance; sheets that are none are passed over and named.
 * @throws GridMissing, GridTooLarge, FileTooSlow, FileInflates, FileEncodingUnclear, FileQuoteOpen, FileCellsSlipped, FileUnreadable
 */
export async function readGrids(job: Job, bytes: Uint8Array, fileName: string): Promise<ReadGrids> {
  const sheets: { name: string; lines: SheetRow[] }[] = [];
  await job.progress(READING, 0, null);
  for await (const part of readSheets(bytes, job.signal)) {
    if ('sheet' in part) sheets.push({ name: part.sheet, lines: [] });
    else sheets.at(-1)?.lines.push(...part.rows);
    if (sheets.length > GRID_LIMITS.sheets * 2 || (sheets.at(-1)?.lines.length ?? 0) > GRID_LIMITS.people + ROWS_BESIDE) throw refuseGrid('GridTooLarge', GRID_LIMITS);
    await job.progress(READING, sheets.length, null);
  }
  const year = yearOfFile(fileName);
  const read = sheets.map(({ name, lines }) => ({ name, isEmpty: lines.length === 0, grid: gridIn(name, lines, fileName, year) }));
  const grids = read.flatMap(({ grid }) => (grid !== null && grid.rows.length > 0 && grid.columns.length > 0 ? [grid] : []));
  if (grids.length === 0) throw refuseGrid('GridMissing', {});
  const sessions = grids.reduce((sum, { columns }) => sum + columns.length, 0);
  if (grids.length > GRID_LIMITS.sheets || sessions > GRID_LIMITS.sessions || grids.some(({ rows, columns }) => rows.length > GRID_LIMITS.people || columns.length > GRID_LIMITS.columns)) throw refuseGrid('GridTooLarge', GRID_LIMITS);
  return { grids, passedOver: read.filter(({ name, isEmpty, grid }) => !isEmpty && !explainsOthers(name) && (grid === null || !grids.includes(grid))).map(({ name }) => name) };
}

/** A table in text is called like its file, as a spreadsheet calls it. */
function gridIn(name: string, lines: readonly SheetRow[], fileName: string, year: number | null): AttendanceGrid | null {
  const grid = attendanceGrid(name === TEXT_SHEET ? fileName.replace(/\.\w+$/, '') : name, lines, year);
  const head = lines.find(({ row }) => row === grid?.headRow);
  if (name === TEXT_SHEET && grid && head) demandEven(head, lines.filter(({ row }) => row > head.row));
  return grid;
}
