import { setImmediate } from 'node:timers/promises';
import { WORKBOOK_LIMITS } from '#domain/imports/limits.ts';
import { refuseImport } from '#domain/imports/refusals.ts';
import { refuseSheet } from '#domain/imports/sheet-refusals.ts';
import { looksLikeHeader, missingIn, noHeader, readHeader, titlesKnown, TOLD_OTHERWISE, type RosterHeader } from '#domain/imports/roster-columns.ts';
import type { RosterGround } from '#domain/imports/roster-ground.ts';
import { readRosterRow, type Fault, type RosterRow } from '#domain/imports/roster-row.ts';
import { branchNotices } from '#domain/imports/roster-sheet-notices.ts';
import { rosterSheets } from '#domain/imports/roster-sheets.ts';
import { besideNotices } from '#domain/imports/sheets-beside.ts';
import type { LinePlace } from '#domain/imports/table-line.ts';
import { branchTold, type ToldBranch } from '#domain/imports/told-branch.ts';
import type { Words } from '#domain/words/words.ts';
import { demandEven } from '#server/platform/even-lines.ts';
import type { Job } from '#server/platform/jobs.ts';
import { type SheetRow, TEXT_SHEET } from '#server/platform/read-sheets.ts';
import { readTable } from '#server/platform/read-table.ts';
import { wholeSheets } from '#server/platform/whole-sheets.ts';

/** A roster as it stands in the file: every row either in our terms or with what is wrong in it. */
export interface RosterFile {
  readonly header: RosterHeader;
  /** Of several sheets, their lines under the titles of the template, numbered through. */
  readonly lines: readonly SheetRow[];
  readonly rows: readonly RosterRow[];
  readonly faults: ReadonlyMap<number, readonly Fault[]>;
  /** Where the lines of several sheets stand, by their numbers. */
  readonly places: ReadonlyMap<number, LinePlace>;
  /** What tells of which branch a line is that does not say it. */
  readonly told: ReadonlyMap<number, ToldBranch>;
  /** How it was read, and what of it was not. */
  readonly notices: readonly Words[];
}

/**
 * Reads the first sheet that has the columns of the template; where none has, all sheets that say otherwise of which branch they are.
 * @throws SheetColumnsMissing, SheetColumnsTwice, SheetEmpty, FileManyRows and what {@link readTable} refuses.
 */
export async function readRoster(job: Job, bytes: Uint8Array, fileName: string): Promise<RosterFile> {
  const tooMany = (): Error => refuseImport('FileManyRows', { rows: WORKBOOK_LIMITS.rows });
  /** Sheets that lack nothing but what may be told otherwise. */
  const otherwise = new Set<string>();
  const headerIn = (cells: readonly string[], sheet: string): RosterHeader | null => {
    if (!looksLikeHeader(cells)) return null;
    // A sheet beside those of branches is no reason to refuse them; what it lacks is said with them.
    if (missingIn(cells).length > 0 && (otherwise.size > 0 || missingIn(cells, TOLD_OTHERWISE).length === 0)) {
      otherwise.add(sheet);
      return null;
    }
    return readHeader(cells);
  };
  const table = await readTable(job, bytes, { headerIn, known: titlesKnown }, WORKBOOK_LIMITS.rows, tooMany);
  if (table === null && otherwise.size === 0) throw noHeader();
  if (table === null) return severalSheets(job, bytes, fileName, tooMany);
  if (table.lines.length === 0) throw refuseSheet('SheetEmpty', {});
  return inOurTerms(table.header, table.lines, { places: new Map(), told: new Map(), notices: besideNotices(table.sheet, table.beside) });
}

async function severalSheets(job: Job, bytes: Uint8Array, fileName: string, tooMany: () => Error): Promise<RosterFile> {
  const sheets = await wholeSheets(job, bytes, WORKBOOK_LIMITS.rows + WORKBOOK_LIMITS.rowsAboveHeader, tooMany);
  const text = sheets.find(({ sheet }) => sheet === TEXT_SHEET)?.lines ?? [];
  const head = text.find(({ cells }) => looksLikeHeader(cells));
  if (head) demandEven(head, text.filter(({ row }) => row > head.row));
  const roster = rosterSheets(sheets, fileName);
  if (roster === null) throw noHeader();
  if (roster.lines.length === 0) throw refuseSheet('SheetEmpty', {});
  return inOurTerms(roster.header, roster.lines.map(({ cells }, at) => ({ row: at + 1, cells })), {
    places: new Map(roster.lines.map(({ place }, at) => [at + 1, place])), notices: roster.notices,
    told: new Map(roster.lines.flatMap(({ told }, at) => (told === null ? [] : [[at + 1, told] as const]))),
  });
}

const BATCH = 500;

async function inOurTerms(header: RosterHeader, lines: readonly SheetRow[], besides: Pick<RosterFile, 'places' | 'told' | 'notices'>): Promise<RosterFile> {
  const rows: RosterRow[] = [];
  const faults = new Map<number, readonly Fault[]>();
  for (const [at, line] of lines.entries()) {
    const read = readRosterRow(header, line.row, line.cells);
    const place = besides.places.get(line.row);
    if (read.row) rows.push(place === undefined ? read.row : { ...read.row, place });
    else faults.set(line.row, read.faults);
    // Other people's requests are answered between two batches.
    if (at % BATCH === 0) await setImmediate();
  }
  return { header, lines, rows, faults, ...besides };
}

/** The roster with the branch in every row whose sheet tells it, and which sheet was taken for which branch. */
export function withToldBranches(file: RosterFile, ground: RosterGround): RosterFile {
  if (file.told.size === 0) return file;
  const bySheet = new Map([...file.told.values()].map((it) => [it.sheet, branchTold(it, ground)]));
  const nameOf = (row: number): string | undefined => bySheet.get(file.told.get(row)?.sheet ?? '')?.name;
  const at = file.header.at.get('branch');
  return {
    ...file,
    rows: file.rows.map((it) => ({ ...it, branch: nameOf(it.row) ?? it.branch })),
    lines: file.lines.map((it) => ({ row: it.row, cells: it.cells.map((cell, column) => (column === at ? nameOf(it.row) ?? cell : cell)) })),
    notices: [...file.notices, ...branchNotices(bySheet)],
  };
}
