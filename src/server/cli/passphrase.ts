import { readFile } from 'node:fs/promises';
import type { Words } from '#domain/words/words.ts';
import { backupSays } from './backup-words.ts';

/** The first line of a file: on the command line everybody on the machine could read it. Null where none was named. */
export async function passphraseIn(file: string | null): Promise<string | null | Words> {
  if (file === null) return null;
  const text = await readFile(file, 'utf8').catch(() => '');
  const [line = ''] = text.split(/\r?\n/);
  return line === '' ? backupSays.noPassphrase(file) : line;
}
