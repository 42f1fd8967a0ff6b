import { setImmediate } from 'node:timers/promises';
import { WORKBOOK_LIMITS } from '#domain/imports/limits.ts';
import { refuseImport } from '#domain/imports/refusals.ts';
import { refuseSheet } from '#domain/imports/sheet-refusals.ts';
import { looksLikeHeader, noHeader, readHeader, titlesKnown, type RosterHeader } from '#domain/imports/roster-columns.ts';
import { readRosterRow, type Fault, type RosterRow } from '#domain/imports/roster-row.ts';
import type { Job } from '#server/platform/jobs.ts';
import type { SheetRow } from '#server/platform/read-sheets.ts';
import { readTable } from '#server/platform/read-table.ts';

/** A roster as it stands in the file: every row either in our terms or with what is wrong in it. */
export interface RosterFile {
  readonly header: RosterHeader;
  readonly lines: readonly SheetRow[];
  readonly rows: readonly RosterRow[];
  readonly faults: ReadonlyMap<number, readonly Fault[]>;
}

/** @throws SheetColumnsMissing, SheetColumnsTwice, SheetEmpty, FileManyRows and what {@link readTable} refuses. */
export async function readRoster(job: Job, bytes: Uint8Array): Promise<RosterFile> {
  const tooMany = (): Error => refuseImport('FileManyRows', { rows: WORKBOOK_LIMITS.rows });
  const table = await readTable(job, bytes, { headerIn: (cells) => (looksLikeHeader(cells) ? readHeader(cells) : null), known: titlesKnown }, WORKBOOK_LIMITS.rows, tooMany);
  if (table === null) throw noHeader();
  if (table.lines.length === 0) throw refuseSheet('SheetEmpty', {});
  return inOurTerms(table.header, table.lines);
}

const BATCH = 500;

async function inOurTerms(header: RosterHeader, lines: readonly SheetRow[]): Promise<RosterFile> {
  const rows: RosterRow[] = [];
  const faults = new Map<number, readonly Fault[]>();
  for (const [at, line] of lines.entries()) {
    const read = readRosterRow(header, line.row, line.cells);
    if (read.row) rows.push(read.row);
    else faults.set(line.row, read.faults);
    // Other people's requests are answered between two batches.
    if (at % BATCH === 0) await setImmediate();
  }
  return { header, lines, rows, faults };
}
