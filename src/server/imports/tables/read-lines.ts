import { TABLE_LINES_MOST } from '#domain/imports/limits.ts';
import { refuseImport } from '#domain/imports/refusals.ts';
import type { ReshapedTable } from '#domain/imports/reshaped-table.ts';
import { headerIn, type SheetHeader } from '#domain/imports/sheet-header.ts';
import { refuseSheet } from '#domain/imports/sheet-refusals.ts';
import { explained } from '#domain/imports/explained-marks.ts';
import { besideNotices } from '#domain/imports/sheets-beside.ts';
import { lineOf, type TableLine } from '#domain/imports/table-line.ts';
import type { Words } from '#domain/words/words.ts';
import type { TableImporter } from '#server/facts/table-importer.ts';
import { demandEven } from '#server/platform/even-lines.ts';
import type { Job } from '#server/platform/jobs.ts';
import { type SheetRow, TEXT_SHEET } from '#server/platform/read-sheets.ts';
import { readTable } from '#server/platform/read-table.ts';
import { wholeSheets } from '#server/platform/whole-sheets.ts';

/** A table as it stands in the file, and its lines in the terms of its columns. */
export interface ReadLines {
  readonly header: SheetHeader;
  readonly cells: readonly SheetRow[];
  readonly lines: readonly TableLine[];
  /** How a sheet was read that is laid out otherwise. */
  readonly notices: readonly Words[];
}

/** @throws SheetColumnsMissing, SheetColumnsTwice, SheetEmpty, FileManyRows and what {@link readTable} refuses. */
export async function readLines(job: Job, bytes: Uint8Array, fileName: string, importer: TableImporter): Promise<ReadLines> {
  return (importer.reshape === undefined ? null : await reshapedLines(job, bytes, fileName, importer.columns, importer.reshape)) ?? linesBelowHeader(job, bytes, importer);
}

/** Sheets laid out otherwise, as lines under the titles of the template: what is faulty comes back as such a table. */
async function reshapedLines(job: Job, bytes: Uint8Array, fileName: string, columns: TableImporter['columns'], reshape: NonNullable<TableImporter['reshape']>): Promise<ReadLines | null> {
  const sheets = await wholeSheets(job, bytes, ROWS_MOST, () => refuseImport('FileManyRows', { rows: TABLE_LINES_MOST }));
  const table = reshape(sheets, fileName);
  if (table === null) return null;
  const text = sheets.find(({ sheet }) => sheet === TEXT_SHEET);
  for (const { sheet, row } of table.heads) {
    const head = text?.lines.find((it) => sheet === TEXT_SHEET && it.row === row);
    if (text && head) demandEven(head, text.lines.filter((it) => it.row > row));
  }
  if (table.lines.length === 0) throw refuseSheet('SheetEmpty', {});
  if (table.lines.length > TABLE_LINES_MOST) throw refuseImport('FileManyRows', { rows: TABLE_LINES_MOST });
  const header = headerIn(columns, columns.map(({ title }) => title));
  const cells = table.lines.map((line, at) => ({ row: at + 1, cells: columns.map(({ key }) => line.cells[key] ?? '') }));
  return { header, cells, lines: cells.map((it, at) => ({ ...lineOf(header, it.row, it.cells), ...placeOf(table.lines[at]) })), notices: table.notices };
}

const placeOf = (line: ReshapedTable['lines'][number] | undefined): Pick<TableLine, 'place'> => (line === undefined ? {} : { place: line.place });

/** Titles and notes of the sheets beside the lines. */
const ROWS_MOST = TABLE_LINES_MOST + 500;

async function linesBelowHeader(job: Job, bytes: Uint8Array, { columns, marks }: TableImporter): Promise<ReadLines> {
  const found = (cells: readonly string[]): SheetHeader | null => {
    const header = headerIn(columns, cells);
    // Two titles of ours make a header; one could as well be a word in a title above it.
    if (header.at.size + header.twice.length < 2) return null;
    if (header.twice.length > 0) throw refuseSheet('SheetColumnsTwice', { titles: header.twice });
    if (header.missing.length > 0) throw refuseSheet('SheetColumnsMissing', { titles: header.missing });
    return header;
  };
  const table = await readTable(job, bytes, { headerIn: found, known: (cells) => headerIn(columns, cells).at.size }, TABLE_LINES_MOST, () => refuseImport('FileManyRows', { rows: TABLE_LINES_MOST }));
  if (table === null) throw refuseSheet('SheetColumnsMissing', { titles: columns.filter(({ required }) => required).map(({ title }) => title) });
  if (table.lines.length === 0) throw refuseSheet('SheetEmpty', {});
  const { header } = table;
  const read = explained(table.lines, table.around, header.at.get(marks?.key ?? ''), marks?.understood ?? (() => false));
  return { header, cells: read.lines, lines: read.lines.map(({ row, cells }) => lineOf(header, row, cells)), notices: [...besideNotices(table.sheet, table.beside), ...read.notices] };
}
