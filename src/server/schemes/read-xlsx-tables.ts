import { colToLetter, readXlsx, type CellValue } from 'hucre/xlsx';
import type { Field, Row, Table } from '#domain/schemes/facts-file/tables.ts';
import type { TablesOrProblems } from './read-yaml-tables.ts';
import { workbookRefusal } from './workbook-limits.ts';

/** Sheets that explain the others to a person and say nothing to us. */
const explanations = ['说明', 'notes'];

/** A facts file as a workbook: one sheet for each table, its headings in the first row. Empty sheets are passed over. */
export async function readXlsxTables(bytes: Uint8Array): Promise<TablesOrProblems> {
  const refusal = workbookRefusal(bytes);
  if (refusal !== null) return { problems: [{ line: 1, column: 1, path: '', words: refusal }] };
  try {
    const { sheets } = await readXlsx(bytes);
    const told = sheets.filter(({ name, rows }) => !explanations.includes(name) && rows.some((row) => row.some((cell) => textOf(cell) !== '')));
    return { tables: told.map(({ name, rows }) => tableOf(name, rows)) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { problems: [{ line: 1, column: 1, path: '', words: { zh: `Excel 文件无法读取：${reason}`, en: `The Excel file cannot be read: ${reason}` } }] };
  }
}

function tableOf(name: string, rows: readonly (readonly CellValue[])[]): Table {
  const headings = (rows[0] ?? []).map((cell, column) => fieldAt(name, 0, column, textOf(cell)));
  return {
    name, line: 1, column: 1, path: name,
    headings: headings.filter(({ text }) => text !== ''),
    rows: rows.slice(1).map((cells, index) => rowOf(name, headings, cells, index + 1)).filter(({ fields }) => fields.size > 0),
  };
}

function rowOf(sheet: string, headings: readonly Field[], cells: readonly CellValue[], row: number): Row {
  const fields = headings.flatMap(({ text: heading }, column): [string, Field][] => {
    const text = textOf(cells[column]);
    return heading === '' || text === '' ? [] : [[heading, fieldAt(sheet, row, column, text)]];
  });
  return { line: row + 1, column: 1, path: `${sheet}!${row + 1}`, fields: new Map(fields) };
}

const fieldAt = (sheet: string, row: number, column: number, text: string): Field =>
  ({ text, line: row + 1, column: column + 1, path: `${sheet}!${colToLetter(column)}${row + 1}` });

/** What a person sees in the cell. Days and times of a workbook have no zone: they are read as the digits they show. */
function textOf(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if (!(cell instanceof Date)) return String(cell).trim();
  const instant = cell.toISOString();
  const day = instant.slice(0, 10);
  const time = instant.slice(11, 16);
  if (cell.getUTCFullYear() < 1901) return time;
  return time === '00:00' ? day : `${day} ${time}`;
}
