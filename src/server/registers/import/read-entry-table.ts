import { plainTitle } from '#domain/imports/cell-text.ts';
import { refuseImport } from '#domain/imports/refusals.ts';
import { refuseSheet } from '#domain/imports/sheet-refusals.ts';
import { besideNotices } from '#domain/imports/sheets-beside.ts';
import { readEntryRow } from '#domain/registers/entry-cells.ts';
import { entryColumns, personPair } from '#domain/registers/entry-columns.ts';
import { entryHeader } from '#domain/registers/entry-header.ts';
import { entriesOfMonths, monthlyField } from '#domain/registers/month-grid.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import { TABLE_ROWS_MOST } from '#domain/registers/table-limits.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { Call } from '#server/platform/call.ts';
import { demandEven } from '#server/platform/even-lines.ts';
import type { Job } from '#server/platform/jobs.ts';
import { TEXT_SHEET } from '#server/platform/read-sheets.ts';
import { readTable } from '#server/platform/read-table.ts';
import { sheetName } from '#server/platform/table-workbook.ts';
import { wholeSheets } from '#server/platform/whole-sheets.ts';
import { demandEnteringPlaces } from '#server/registers/entering-places.ts';
import { registerOn, registersOn } from '#server/registers/register-reads.ts';
import { type ImportGround, importGround } from './import-ground.ts';
import type { EntryTable } from './plan-entries.ts';

/**
 * The table of a register in a file. The sheet of a template bears the register's name, so a table that was filled in for
 * another one is told apart even where both have the same columns.
 * @throws NotFound, NotAllowed, SheetColumnsMissing, SheetColumnsTwice, SheetOfAnother, SheetEmpty, FileManyRows and what {@link readTable} refuses.
 */
export async function readEntryTable(job: Job, bytes: Uint8Array, id: string, fileName: string): Promise<EntryTable> {
  const { register, others, alone } = await job.read(async (call) => {
    const asked = await registerOn(call.tx, id, call.today);
    const places = await demandEnteringPlaces(call, asked);
    return { register: asked, alone: places.length === 1, others: (await registersOn(call.tx, call.today)).filter((it) => it.id !== id) };
  });
  const card = registerCardOf(register);
  const grid = monthlyField(card) === null ? null : await gridTable(job, bytes, register, fileName);
  if (grid !== null) return grid;
  const here = sheetName(register.label.zh);
  const headerIn = (cells: readonly string[], sheet: string): ReturnType<typeof entryHeader> => {
    const other = sheet === here ? undefined : others.find(({ label }) => sheetName(label.zh) === sheet.trim());
    if (other) throw refuseSheet('SheetOfAnother', { sheet: other.label.zh, here: register.label.zh });
    return entryHeader(card, cells, alone);
  };
  const table = await readTable(job, bytes, { headerIn, known: () => 0 }, TABLE_ROWS_MOST, () => refuseImport('FileManyRows', { rows: TABLE_ROWS_MOST }));
  if (table === null) throw refuseSheet('SheetColumnsMissing', { titles: entryColumns(card).filter(({ required }) => required).map(({ title }) => title) });
  const lines = table.lines.filter(({ cells }) => !isTotal(cells));
  if (lines.length === 0) throw refuseSheet('SheetEmpty', {});
  return { register, header: table.header, lines, places: new Map(), notices: besideNotices(table.sheet, table.beside) };
}

/** Titles and notes of the sheets beside the lines. */
const ROWS_BESIDE = 500;

/** A sheet of people and months, as a table with a row for each number in it: what is faulty comes back as such a table. */
async function gridTable(job: Job, bytes: Uint8Array, register: Register, fileName: string): Promise<EntryTable | null> {
  const card = registerCardOf(register);
  const sheets = await wholeSheets(job, bytes, TABLE_ROWS_MOST + ROWS_BESIDE, () => refuseImport('FileManyRows', { rows: TABLE_ROWS_MOST }));
  const read = entriesOfMonths(card, sheets, fileName);
  if (read === null) return null;
  const text = sheets.find(({ sheet }) => sheet === TEXT_SHEET);
  const head = text?.lines.find(({ row }) => row === read.heads[0]?.row);
  if (text && head) demandEven(head, text.lines.filter(({ row }) => row > head.row));
  if (read.lines.length === 0) throw refuseSheet('SheetEmpty', {});
  if (read.lines.length > TABLE_ROWS_MOST) throw refuseImport('FileManyRows', { rows: TABLE_ROWS_MOST });
  const keys = (['organisation', 'day', 'number', 'name', 'value'] as const).filter((key) => key !== 'organisation' || read.lines.some(({ cells }) => cells.organisation !== ''));
  const columns = entryColumns(card);
  const titleOf = (key: (typeof keys)[number]): string => [...columns, ...personPair].find((it) => it.key === (key === 'value' ? `values.${monthlyField(card)?.id ?? ''}` : key))?.title ?? key;
  const header = entryHeader(card, keys.map(titleOf), true);
  if (header === null) return null;
  return {
    register, header, lines: read.lines.map(({ cells }, at) => ({ row: at + 1, cells: keys.map((key) => cells[key] ?? '') })),
    places: new Map(read.lines.map(({ place }, at) => [at + 1, place])), notices: read.notices,
  };
}

/** A line that adds up those above it. */
const isTotal = (cells: readonly string[]): boolean => /^(合计|总计|小计)[:：]?$/.test(plainTitle(cells.find((it) => it.trim() !== '') ?? ''));

/** What its plan must know: asked under the rights of whoever imports. @throws NotAllowed, NotFound */
export function groundOf(call: Call, { register, header, lines }: EntryTable): Promise<ImportGround> {
  const card = registerCardOf(register);
  return importGround(call, register, lines.map(({ row, cells }) => readEntryRow(card, header, row, cells).read), header.at.has('organisation'));
}
