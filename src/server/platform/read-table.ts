import { isClosingLine } from '#domain/imports/closing-line.ts';
import { WORKBOOK_LIMITS } from '#domain/imports/limits.ts';
import { filled, type MergedRun } from '#domain/imports/merged-cells.ts';
import type { Words } from '#domain/words/words.ts';
import { demandEven } from './even-lines.ts';
import type { Job } from './jobs.ts';
import { readSheets, type SheetRow, TEXT_SHEET } from './read-sheets.ts';

/** A table that somebody wrote into a workbook: its header row in the terms of whoever asked, and the rows below. */
export interface Table<H> {
  readonly sheet: string;
  readonly header: H;
  readonly lines: readonly SheetRow[];
}

const READING: Words = { zh: '正在读取文件', en: 'Reading the file' };

/**
 * Reads the first sheet with a header row, told by `headerIn`, which answers null for a row that is none. Titles and notes
 * above the header are passed over, and so are sheets without one and everything behind the table, sums and signatures below it among that.
 * What stands in cells that are merged downwards holds for each of their rows.
 * @param tooMany what is thrown when more than `rowsMost` rows stand below the header.
 * @returns null when no sheet has a header within its first rows.
 * @throws FileManyRows, FileTooSlow, FileInflates, FileEncodingUnclear, FileQuoteOpen, FileCellsSlipped, FileUnreadable, and whatever `headerIn` throws.
 */
export async function readTable<H>(job: Job, bytes: Uint8Array, headerIn: (cells: readonly string[], sheet: string) => H | null, rowsMost: number, tooMany: () => Error): Promise<Table<H> | null> {
  let found: { sheet: string; header: H; head: SheetRow } | undefined;
  let sheet = '';
  let above = 0;
  let merged: readonly MergedRun[] = [];
  const lines: SheetRow[] = [];
  await job.progress(READING, 0, null);
  for await (const part of readSheets(bytes, job.signal)) {
    if ('sheet' in part) {
      if (found) break;
      sheet = part.sheet;
      above = 0;
      continue;
    }
    merged = part.merged ?? merged;
    for (const line of part.rows) {
      if (found) {
        if (!isClosingLine(line.cells)) lines.push(line);
      } else if (above < WORKBOOK_LIMITS.rowsAboveHeader) {
        above += 1;
        const header = headerIn(line.cells, sheet);
        if (header !== null) found = { sheet, header, head: line };
      }
    }
    if (lines.length > rowsMost) throw tooMany();
    await job.progress(READING, lines.length, null);
  }
  if (!found) return null;
  if (sheet === TEXT_SHEET) demandEven(found.head, lines);
  return { sheet: found.sheet, header: found.header, lines: filled(lines, merged) };
}
