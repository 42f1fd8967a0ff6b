import { TABLE_LINES_MOST } from '#domain/imports/limits.ts';
import { refuseImport } from '#domain/imports/refusals.ts';
import { headerIn, type SheetHeader } from '#domain/imports/sheet-header.ts';
import { refuseSheet } from '#domain/imports/sheet-refusals.ts';
import { lineOf, type TableLine } from '#domain/imports/table-line.ts';
import type { TableImporter } from '#server/facts/table-importer.ts';
import type { Job } from '#server/platform/jobs.ts';
import type { SheetRow } from '#server/platform/read-sheets.ts';
import { readTable } from '#server/platform/read-table.ts';

/** A table as it stands in the file, and its lines in the terms of its columns. */
export interface ReadLines {
  readonly header: SheetHeader;
  readonly cells: readonly SheetRow[];
  readonly lines: readonly TableLine[];
}

/** @throws SheetColumnsMissing, SheetColumnsTwice, SheetEmpty, FileManyRows and what {@link readTable} refuses. */
export async function readLines(job: Job, bytes: Uint8Array, { columns }: TableImporter): Promise<ReadLines> {
  const table = await readTable(job, bytes, (cells) => {
    const header = headerIn(columns, cells);
    // Two titles of ours make a header; one could as well be a word in a title above it.
    if (header.at.size + header.twice.length < 2) return null;
    if (header.twice.length > 0) throw refuseSheet('SheetColumnsTwice', { titles: header.twice });
    if (header.missing.length > 0) throw refuseSheet('SheetColumnsMissing', { titles: header.missing });
    return header;
  }, TABLE_LINES_MOST, () => refuseImport('FileManyRows', { rows: TABLE_LINES_MOST }));
  if (table === null) throw refuseSheet('SheetColumnsMissing', { titles: columns.filter(({ required }) => required).map(({ title }) => title) });
  if (table.lines.length === 0) throw refuseSheet('SheetEmpty', {});
  const { header } = table;
  return { header, cells: table.lines, lines: table.lines.map(({ row, cells }) => lineOf(header, row, cells)) };
}
