import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { WORKBOOK_LIMITS } from '#domain/imports/limits.ts';
import { refuseImport } from '#domain/imports/refusals.ts';
import { startChild } from '#server/platform/child-program.ts';

export interface SheetRow {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly cells: readonly string[];
}

const HEAP_MEGABYTES = 512;
const TOO_MANY_ROWS = 4;
/** Beyond the heap the process is ended by V8 with SIGABRT, beyond the machine's memory by the system with SIGKILL. */
const OUT_OF_MEMORY: readonly unknown[] = [134, 'SIGABRT', 'SIGKILL'];

/**
 * Reads the first sheet of a workbook in a process of its own, in batches; rows without any text are passed over.
 * @throws FileManyRows, FileTooSlow, FileInflates, FileUnreadable
 */
export async function* readSheet(bytes: Uint8Array, signal: AbortSignal): AsyncGenerator<readonly SheetRow[]> {
  const { rows, rowsAboveHeader, readSeconds } = WORKBOOK_LIMITS;
  const child = startChild(import.meta.dirname, 'read-sheet-child', HEAP_MEGABYTES, [String(rows + rowsAboveHeader)]);
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
    for await (const line of createInterface({ input: child.stdout })) yield batchIn(line);
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
  if (OUT_OF_MEMORY.includes(code) || OUT_OF_MEMORY.includes(killedBy)) throw refuseImport('FileInflates', { megabytes: WORKBOOK_LIMITS.inflatedBytes / 1024 / 1024 });
  throw refuseImport('FileUnreadable', {});
}

function endQuietly(child: ChildProcessWithoutNullStreams): void {
  child.stdout.destroy();
  if (child.exitCode === null) child.kill('SIGKILL');
}

// The child is a program of ours and writes nothing else on its output.
const batchIn = (line: string): readonly SheetRow[] => (JSON.parse(line) as readonly (readonly [number, readonly string[]])[]).map(([row, cells]) => ({ row, cells }));
