import type { NamedFacts } from '#domain/schemes/facts-file/facts-log.ts';
import type { CheckedScheme } from '#domain/schemes/format/check-scheme.ts';
import { decodeText } from '#server/schemes/decode-text.ts';
import { readFacts } from '#server/schemes/read-facts.ts';
import { readScheme } from '#server/schemes/read-scheme.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { says } from './cli-words.ts';
import type { Options } from './options.ts';
import { readBytes } from './read-file.ts';
import { failProblems, failUsage, type ExitCode, type Terminal } from './terminal.ts';

/** What could be read, or the exit code after the terminal was told why not. */
export type ReadOrExit<T> = { readonly read: T } | { readonly exit: ExitCode };

export async function schemeNamedIn(options: Options, terminal: Terminal): Promise<ReadOrExit<CheckedScheme>> {
  const [file, ...others] = options.files;
  if (file === undefined || others.length > 0) return { exit: failUsage(terminal, says.schemeMissing, options.language) };
  const bytes = await readBytes(file);
  if (!(bytes instanceof Uint8Array)) return { exit: failUsage(terminal, bytes, options.language) };
  const text = decodeText(bytes);
  if (typeof text !== 'string') return { exit: failProblems(terminal, file, [text], options.language) };
  const checked = readScheme(text);
  return 'problems' in checked ? { exit: failProblems(terminal, file, checked.problems, options.language) } : { read: checked };
}

export async function factsNamedIn(options: Options, file: string, scheme: Scheme, terminal: Terminal): Promise<ReadOrExit<NamedFacts>> {
  const bytes = await readBytes(file);
  if (!(bytes instanceof Uint8Array)) return { exit: failUsage(terminal, bytes, options.language) };
  const facts = await readFacts(file, bytes, scheme);
  return 'problems' in facts ? { exit: failProblems(terminal, file, facts.problems, options.language) } : { read: facts };
}
