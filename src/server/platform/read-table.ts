import { isClosingLine } from '#domain/imports/closing-line.ts';
import { type Head, headIn } from '#domain/imports/head-rows.ts';
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

/** How whoever asks tells a header. */
export interface Titles<H> {
  /** Null for a row that is none. */
  readonly headerIn: (cells: readonly string[], sheet: string) => H | null;
  /** How many of the columns a row of titles names. */
  readonly known: (cells: readonly string[]) => number;
}

const READING: Words = { zh: '正在读取文件', en: 'Reading the file' };

/**
 * Reads the first sheet with a header in one row or two. Titles and notes
 * above the header are passed over, and so are sheets without one and everything behind the table, sums and signatures below it among that.
 * What stands in cells that are merged downwards holds for each of their rows.
 * @param tooMany what is thrown when more than `rowsMost` rows stand below the header.
 * @returns null when no sheet has a header within its first rows.
 * @throws FileManyRows, FileTooSlow, FileInflates, FileEncodingUnclear, FileQuoteOpen, FileCellsSlipped, FileUnreadable, and whatever telling the header throws.
 */
export async function readTable<H>(job: Job, bytes: Uint8Array, titles: Titles<H>, rowsMost: number, tooMany: () => Error): Promise<Table<H> | null> {
  /** `top` has the first rows of the sheet until it is known whether a header is among them. */
  const at: { sheet: string; top: SheetRow[] | null; head: Head<H> | null } = { sheet: '', top: null, head: null };
  let merged: readonly MergedRun[] = [];
  const lines: SheetRow[] = [];
  const take = (below: readonly SheetRow[]): void => void lines.push(...below.filter(({ cells }) => !isClosingLine(cells)));
  const decide = (): void => {
    if (at.top === null) return;
    at.head = headIn(at.top, (cells) => titles.headerIn(cells, at.sheet), titles.known);
    at.top = null;
    take(at.head?.below ?? []);
  };
  await job.progress(READING, 0, null);
  for await (const part of readSheets(bytes, job.signal)) {
    if ('sheet' in part) {
      decide();
      if (at.head) break;
      at.sheet = part.sheet;
      at.top = [];
      continue;
    }
    merged = part.merged ?? merged;
    for (const line of part.rows) {
      if (at.top) at.top.push(line);
      else if (at.head) take([line]);
      if (at.top && at.top.length > WORKBOOK_LIMITS.rowsAboveHeader) decide();
    }
    if (lines.length > rowsMost) throw tooMany();
    await job.progress(READING, lines.length, null);
  }
  decide();
  const { sheet, head } = at;
  if (!head) return null;
  if (sheet === TEXT_SHEET) demandEven(head.line, lines);
  return { sheet, header: head.header, lines: filled(lines, merged) };
}
