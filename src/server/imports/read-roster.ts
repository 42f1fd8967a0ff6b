import { setImmediate } from 'node:timers/promises';
import { WORKBOOK_LIMITS } from '#domain/imports/limits.ts';
import { refuseImport } from '#domain/imports/refusals.ts';
import { demandHeader, looksLikeHeader, readHeader, type RosterHeader } from '#domain/imports/roster-columns.ts';
import { readRosterRow, type Fault, type RosterRow } from '#domain/imports/roster-row.ts';
import type { Job } from '#server/platform/jobs.ts';
import { readSheet, type SheetRow } from './read-sheet.ts';

/** A roster as it stands in the file: every row either in our terms or with what is wrong in it. */
export interface RosterFile {
  readonly header: RosterHeader;
  readonly lines: readonly SheetRow[];
  readonly rows: readonly RosterRow[];
  readonly faults: ReadonlyMap<number, readonly Fault[]>;
}

const READING = { zh: '正在读取文件', en: 'Reading the file' };

/** @throws RosterColumnsMissing, RosterColumnsTwice, RosterEmpty, FileManyRows and what {@link readSheet} refuses. */
export async function readRoster(job: Job, bytes: Uint8Array): Promise<RosterFile> {
  const above: SheetRow[] = [];
  const lines: SheetRow[] = [];
  let header: RosterHeader | undefined;
  await job.progress(READING, 0, null);
  for await (const batch of readSheet(bytes, job.signal)) {
    for (const line of batch) {
      if (header) lines.push(line);
      else if (looksLikeHeader(line.cells)) header = readHeader(line.cells);
      else {
        above.push(line);
        demandHeader(above.length);
      }
    }
    if (lines.length > WORKBOOK_LIMITS.rows) throw refuseImport('FileManyRows', { rows: WORKBOOK_LIMITS.rows });
    await job.progress(READING, lines.length, null);
  }
  if (!header) demandHeader(WORKBOOK_LIMITS.rowsAboveHeader);
  if (!header || lines.length === 0) throw refuseImport('RosterEmpty', {});
  return inOurTerms(header, lines);
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
