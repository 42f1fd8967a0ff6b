import { readFile, stat } from 'node:fs/promises';
import type { Words } from '#domain/words/words.ts';
import { says } from './cli-words.ts';

const megabytesMax = 50;

/** The bytes of a file, or why they are not read. */
export async function readBytes(name: string): Promise<Uint8Array | Words> {
  const found = await stat(name).catch(() => null);
  if (found === null || !found.isFile()) return says.noFile(name);
  return found.size > megabytesMax * 1024 * 1024 ? says.tooLargeFile(name, megabytesMax) : readFile(name);
}
