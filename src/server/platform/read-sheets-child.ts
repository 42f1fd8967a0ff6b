import { once } from 'node:events';
import { streamXlsxRows } from 'hucre/xlsx';
import { csvRecords } from '#domain/imports/csv-records.ts';
import { isArchive } from '#domain/imports/demand-table.ts';
import { isOfCells, mergedRuns, partNamed, type MergedRun } from '#domain/imports/merged-cells.ts';
import { paddedCells, paddingStyles } from '#domain/imports/padded-numbers.ts';
import { visibleSheets, type SheetName } from '#domain/imports/visible-sheets.ts';
import { zipEntries } from '#domain/imports/zip-directory.ts';
import { textOfTable } from './text-of-table.ts';
import { zipPart } from './zip-part.ts';

// A program of its own: somebody else's file is unpacked and parsed here, without database and secrets, so that a file
// that eats memory or time brings down this process and nothing else. Workbook or text in, lines of JSON out: the name of
// each sheet that is seen, which of its cells are merged, then its rows, each an array of [row number, cells], or
// where a quote of a text has no partner; the exit code says how it ended.

const [, , rowsMax = '0'] = process.argv;
const BATCH = 500;
/** More than any table may have, so that one with too many is refused and not cut. */
const COLUMNS_MAX = 400;
const SHEETS_MAX = 50;
const SHEET_LIST_BYTES_MAX = 1024 * 1024;
const WRITTEN_SHEET_BYTES_MAX = 32 * 1024 * 1024;
const MERGED_MOST = 5_000;
const TOO_MANY_ROWS = 4;
const ENCODING_UNCLEAR = 5;
const UNREADABLE = 3;

/** What no text of a database can hold: a nought, and halves of letters that stand alone. */
const NO_TEXT = /[\0\p{Cs}]/gu;

/** A date stands in the file as an instant of midnight UTC, whatever zone we are in. */
function textOf(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value === null || value === undefined ? '' : String(value).replaceAll(NO_TEXT, '');
}

const cellsOf = (values: readonly unknown[]): string[] => values.slice(0, COLUMNS_MAX).map(textOf);

async function stdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

async function send(line: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
}

/** The parts of a workbook by their names, unpacked when they are asked for. */
type Part = (name: string, bytesMax: number) => Buffer | null;

function partsOf(bytes: Uint8Array): Part {
  const entries = zipEntries(bytes);
  const named = new Map((typeof entries === 'string' ? [] : entries).map((it) => [it.name, it]));
  return (name, bytesMax) => {
    const entry = named.get(name);
    return entry ? zipPart(bytes, entry, bytesMax) : null;
  };
}

function sheetsOf(part: Part): readonly SheetName[] {
  const xml = part('xl/workbook.xml', SHEET_LIST_BYTES_MAX);
  if (xml === null) throw new Error('the workbook has no list of its sheets');
  return visibleSheets(xml.toString('utf8')).slice(0, SHEETS_MAX);
}

/** A sheet as it is written, beside the reader of its rows; null for one too large for being read twice, which is taken as it is. */
const writtenIn = (part: Part, name: string | undefined): Buffer | null => (name === undefined ? null : part(name, WRITTEN_SHEET_BYTES_MAX));

/** The list of merged cells stands behind the rows. */
const mergedIn = (sheet: Buffer | null): readonly MergedRun[] =>
  (sheet === null ? [] : mergedRuns(sheet.toString('utf8', Math.max(0, sheet.lastIndexOf('sheetData>')))).slice(0, MERGED_MOST));

let rows = 0;

type Line = readonly [row: number, cells: readonly string[]];

async function sendRows(lines: AsyncIterable<Line> | Iterable<Line>): Promise<void> {
  let batch: Line[] = [];
  for await (const [row, cells] of lines) {
    if (cells.every((it) => it.trim() === '')) continue;
    rows += 1;
    if (rows > Number(rowsMax)) process.exit(TOO_MANY_ROWS);
    batch.push([row, cells]);
    if (batch.length === BATCH) {
      await send(batch);
      batch = [];
    }
  }
  await send(batch);
}

type Padded = ReturnType<typeof paddedCells>;

/** What a sheet shows and does not hold. */
const paddedIn = (sheet: Buffer | null, styles: ReadonlyMap<string, number>): Padded => (sheet === null || styles.size === 0 ? new Map() : paddedCells(sheet.toString('utf8'), styles));

async function* linesOf(bytes: Uint8Array, sheet: number, padded: Padded): AsyncGenerator<Line> {
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const shown = padded.get(index + 1);
    const cells = cellsOf(values);
    yield [index + 1, shown ? cells.map((it, at) => shown.get(at) ?? it) : cells];
  }
}

async function readWorkbook(bytes: Uint8Array): Promise<void> {
  const part = partsOf(bytes);
  const relations = part('xl/_rels/workbook.xml.rels', SHEET_LIST_BYTES_MAX)?.toString('utf8') ?? '';
  const styles = paddingStyles(part('xl/styles.xml', WRITTEN_SHEET_BYTES_MAX)?.toString('utf8') ?? '');
  for (const sheet of sheetsOf(part)) {
    if (!isOfCells(relations, sheet.part)) continue;
    await send(sheet.name);
    const written = writtenIn(part, partNamed(relations, sheet.part));
    await send({ merged: mergedIn(written) });
    await sendRows(linesOf(bytes, sheet.index, paddedIn(written, styles)));
  }
}

async function readText(bytes: Uint8Array): Promise<void> {
  const text = textOfTable(bytes);
  if (text === null) process.exit(ENCODING_UNCLEAR);
  let unpaired: number | undefined;
  await send('');
  await sendRows((function* lines(): Generator<Line> {
    for (const part of csvRecords(text)) {
      if ('unpaired' in part) unpaired = part.unpaired;
      else yield [part.row, cellsOf(part.cells)];
    }
  })());
  if (unpaired !== undefined) await send({ unpaired });
}

async function readFile(): Promise<void> {
  const bytes = await stdin();
  await (isArchive(bytes) ? readWorkbook(bytes) : readText(bytes));
}

readFile().catch(() => process.exit(UNREADABLE));
