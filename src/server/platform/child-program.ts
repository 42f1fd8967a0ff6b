import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Starts one of our own programs as a child: the compiled file beside the server, or its source where we run from source.
 * It gets no environment, so no password and no database.
 * @param name of the program's file without its ending, in the folder of whoever starts it.
 */
export function startChild(folder: string, name: string, heapMegabytes: number, args: readonly string[]): ChildProcessWithoutNullStreams {
  const ending = extname(import.meta.filename);
  const source = ending === '.ts';
  const loader = source ? ['--import', pathToFileURL(createRequire(import.meta.filename).resolve('tsx')).href] : [];
  return spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, ...loader, join(folder, `${name}${ending}`), ...args], { env: {}, stdio: 'pipe' });
}
