import type { CheckedText, PlacedWords } from '#domain/schemes/contract.ts';
import type { Problem } from '#domain/schemes/format/problem.ts';
import { schemeChapters } from '#domain/schemes/read-aloud.ts';
import type { Call } from '#server/platform/call.ts';
import { demandReader } from './demand-reader.ts';
import { readScheme } from './read-scheme.ts';

/** Everything wrong with a text at its place, or the scheme read aloud; nothing is written. */
export async function checkScheme(call: Call, { text }: { readonly text: string }): Promise<CheckedText> {
  demandReader(call.actor);
  const read = readScheme(text);
  if (!('scheme' in read)) return { problems: read.problems.map(placed), warnings: [], scheme: null };
  const { scheme, takesEffect, warnings } = read;
  const { id, version, label, document, tentative } = scheme;
  return { problems: [], warnings: warnings.map(placed), scheme: { id, version, label, document, tentative, takesEffect, chapters: schemeChapters(scheme) } };
}

const placed = ({ line, column, words }: Problem): PlacedWords => ({ line, column, words });
