import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { WORKBOOK_LIMITS } from '#domain/imports/limits.ts';
import type { MergedRun } from '#domain/imports/merged-cells.ts';
import { refuseImport } from '#domain/imports/refusals.ts';
import { startChild } from './child-program.ts';

export interface SheetRow {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** What the one sheet of a table in text is called: a workbook has none without a name. */
export const TEXT_SHEET = '';

/** A sheet begins, or some of its rows come; before them, which cells it merges. */
export type SheetPart = { readonly sheet: string } | { readonly rows: readonly SheetRow[]; readonly merged?: readonly MergedRun[] };

const HEAP_MEGABYTES = 512;
const TOO_MANY_ROWS = 4;
const ENCODING_UNCLEAR = 5;
/** Beyond the heap the process is ended by V8 with SIGABRT, beyond the machine's memory by the system with SIGKILL. */
const OUT_OF_MEMORY: readonly unknown[] = [134, 'SIGABRT', 'SIGKILL'];

/**
 * Reads the sheets of a workbook that somebody who opens it sees, or a table in text, in a process of its own, in batches;
 * rows without any text are passed over.
 * @throws FileManyRows, FileTooSlow, FileInflates, FileEncodingUnclear, FileQuoteOpen, FileUnreadable
 */
export async function* readSheets(bytes: Uint8Array, signal: AbortSignal): AsyncGenerator<SheetPart> {
  const { rows, rowsAboveHeader, readSeconds } = WORKBOOK_LIMITS;
  const child = startChild(import.meta.dirname, 'read-sheets-child', HEAP_MEGABYTES, [String(rows + rowsAboveHeader)]);
  const ended = once(child, 'close');
  let tooSlow = false;
  const kill = (): void => void child.kill('SIGKILL');
  const limit = setTimeout(() => {
    tooSlow = true;
    kill();
  }, readSeconds * 1000);
  signal.addEventListener('abort', kill, { once: true });
  // A child that ends before it has read everything closes the pipe; its exit code tells why.
  child.stdin.on('error', () => {});
  child.stdin.end(bytes);
  child.stderr.resume();
  try {
    for await (const line of createInterface({ input: child.stdout })) yield partIn(line);
    const [code, killedBy] = await ended;
    signal.throwIfAborted();
    if (tooSlow) throw refuseImport('FileTooSlow', { seconds: readSeconds });
    demandGoodEnd(code, killedBy);
  } finally {
    clearTimeout(limit);
    signal.removeEventListener('abort', kill);
    endQuietly(child);
  }
}

function demandGoodEnd(code: unknown, killedBy: unknown): void {
  if (code === 0) return;
  if (code === TOO_MANY_ROWS) throw refuseImport('FileManyRows', { rows: WORKBOOK_LIMITS.rows });
  if (code === ENCODING_UNCLEAR) throw refuseImport('FileEncodingUnclear', {});
  if (OUT_OF_MEMORY.includes(code) || OUT_OF_MEMORY.includes(killedBy)) throw refuseImport('FileInflates', { megabytes: WORKBOOK_LIMITS.inflatedBytes / 1024 / 1024 });
  throw refuseImport('FileUnreadable', {});
}

function endQuietly(child: ChildProcessWithoutNullStreams): void {
  child.stdout.destroy();
  if (child.exitCode === null) child.kill('SIGKILL');
}

// The child is a program of ours and writes nothing else on its output.
function partIn(line: string): SheetPart {
  const part = JSON.parse(line) as string | { readonly unpaired: number } | { readonly merged: readonly MergedRun[] } | readonly (readonly [number, readonly string[]])[];
  if (typeof part !== 'string' && 'unpaired' in part) throw refuseImport('FileQuoteOpen', { row: part.unpaired });
  if (typeof part !== 'string' && 'merged' in part) return { rows: [], merged: part.merged };
  return typeof part === 'string' ? { sheet: part } : { rows: part.map(([row, cells]) => ({ row, cells })) };
}
