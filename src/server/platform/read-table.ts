import { isClosingLine } from '#domain/imports/closing-line.ts';
import { type Head, headIn } from '#domain/imports/head-rows.ts';
import { WORKBOOK_LIMITS } from '#domain/imports/limits.ts';
import { filled, type MergedRun } from '#domain/imports/merged-cells.ts';
import { BESIDE_ROWS_MOST, type SheetBeside } from '#domain/imports/sheets-beside.ts';
import type { Words } from '#domain/words/words.ts';
import { demandEven } from './even-lines.ts';
import type { Job } from './jobs.ts';
import { readSheets, type SheetRow, TEXT_SHEET } from './read-sheets.ts';

/** A table that somebody wrote into a workbook: its header row in the terms of whoever asked, and the rows below. */
export interface Table<H> {
  readonly sheet: string;
  readonly header: H;
  readonly lines: readonly SheetRow[];
  /** What stands around its lines: titles and notes above, sums and signatures below. */
  readonly around: readonly SheetRow[];
  /** The other sheets, of which nothing was taken. */
  readonly beside: readonly SheetBeside[];
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
 * What stands in cells that are merged downwards holds for each of their rows. Of sheets beside it the rows are counted.
 * @param tooMany what is thrown when more than `rowsMost` rows stand below the header.
 * @returns null when no sheet has a header within its first rows.
 * @throws FileManyRows, FileTooSlow, FileInflates, FileEncodingUnclear, FileQuoteOpen, FileCellsSlipped, FileUnreadable, and whatever telling the header throws.
 */
export async function readTable<H>(job: Job, bytes: Uint8Array, titles: Titles<H>, rowsMost: number, tooMany: () => Error): Promise<Table<H> | null> {
  const read: OneSheet<H>[] = [];
  const found = (): OneSheet<H> | undefined => read.find(({ head }) => head !== null);
  await job.progress(READING, 0, null);
  for await (const part of readSheets(bytes, job.signal)) {
    if ('sheet' in part) {
      read.at(-1)?.decide();
      read.push(new OneSheet(part.sheet, found() ? null : titles));
      continue;
    }
    const sheet = read.at(-1);
    sheet?.take(part);
    if (sheet && sheet.lines.length > rowsMost) throw tooMany();
    if (sheet && sheet.rows >= BESIDE_ROWS_MOST && found() && found() !== sheet) break;
    await job.progress(READING, found()?.lines.length ?? 0, null);
  }
  read.at(-1)?.decide();
  const table = found();
  if (!table?.head) return null;
  if (table.sheet === TEXT_SHEET) demandEven(table.head.line, table.lines);
  const beside = read.filter((it) => it !== table).map(({ sheet, rows }) => ({ sheet, rows }));
  return { sheet: table.sheet, header: table.head.header, lines: filled(table.lines, table.merged), around: [...table.head.above, ...table.closing], beside };
}

/** A sheet while its rows come in: its table, or only how many they are. */
class OneSheet<H> {
  readonly sheet: string;
  readonly lines: SheetRow[] = [];
  readonly closing: SheetRow[] = [];
  head: Head<H> | null = null;
  merged: readonly MergedRun[] = [];
  rows = 0;
  readonly #titles: Titles<H> | null;
  /** The first rows, until it is known whether a header is among them. */
  #top: SheetRow[] | null = [];

  /** @param titles null where no header is sought any more. */
  constructor(sheet: string, titles: Titles<H> | null) {
    this.sheet = sheet;
    this.#titles = titles;
  }

  take({ rows, merged }: { readonly rows: readonly SheetRow[]; readonly merged?: readonly MergedRun[] }): void {
    this.rows += rows.length;
    if (this.#titles === null) return;
    this.merged = merged ?? this.merged;
    for (const line of rows) {
      if (this.#top) this.#top.push(line);
      else if (this.head) this.#keep([line]);
      if (this.#top && this.#top.length > WORKBOOK_LIMITS.rowsAboveHeader) this.decide();
    }
  }

  /** Looks for the header among the first rows, once. */
  decide(): void {
    const [titles, top] = [this.#titles, this.#top];
    this.#top = null;
    if (titles === null || top === null) return;
    this.head = headIn(top, (cells) => titles.headerIn(cells, this.sheet), titles.known);
    this.#keep(this.head?.below ?? []);
  }

  #keep(below: readonly SheetRow[]): void {
    for (const line of below) (isClosingLine(line.cells) ? this.closing : this.lines).push(line);
  }
}
