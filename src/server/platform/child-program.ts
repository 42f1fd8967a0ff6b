import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { checkoutFolder } from './data-folder.ts';

/**
 * Starts one of our own programs as a child: the compiled file beside the server, or its source where we run from source.
 * It gets no environment, so no password and no database.
 * @param name of the program's file without its ending, in the folder of whoever starts it.
 */
export function startChild(folder: string, name: string, heapMegabytes: number, args: readonly string[]): ChildProcessWithoutNullStreams {
  const ending = extname(import.meta.filename);
  const program = join(folder, `${name}${ending}`);
  return spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, ending === '.ts' ? compiled(program) : program, ...args], { env: {}, stdio: 'pipe' });
}

const known = new Map<string, string>();

/** Compiled once in each process that runs from source: a loader in every child took four times as long as what the child does. */
function compiled(source: string): string {
  const there = known.get(source);
  if (there) return there;
  const { buildSync } = createRequire(import.meta.filename)('esbuild') as typeof import('esbuild');
  const text = buildSync({
    entryPoints: [source], absWorkingDir: checkoutFolder(), bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20.19', write: false,
  }).outputFiles[0]?.text ?? '';
  const folder = join(checkoutFolder(), 'node_modules', '.cache', 'zhibu');
  const file = join(folder, `${createHash('sha256').update(text).digest('hex')}.mjs`);
  mkdirSync(folder, { recursive: true });
  // Another process may be reading the same one: it appears whole or not at all.
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
  known.set(source, file);
  return file;
}
