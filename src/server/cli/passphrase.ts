import { readFile, stat } from 'node:fs/promises';
import type { Words } from '#domain/words/words.ts';
import { passphraseOpen } from '#server/platform/backup/backup-refusals.ts';
import { backupSays } from './backup-words.ts';

const OTHERS_READ = 0o004;

/**
 * The first line of a file: on the command line everybody on the machine could read it. Null where none was named.
 * @throws StartRefusal where everybody may read the file.
 */
export async function passphraseIn(file: string | null): Promise<string | null | Words> {
  if (file === null) return null;
  const text = await readFile(file, 'utf8').catch(() => '');
  const [line = ''] = text.split(/\r?\n/);
  if (line !== '' && process.platform !== 'win32' && ((await stat(file)).mode & OTHERS_READ) !== 0) throw passphraseOpen(file);
  return line === '' ? backupSays.noPassphrase(file) : line;
}
