import { nearestWord } from './nearest-word.ts';
import { fieldOf, isFields } from './raw-value.ts';
import { answerName } from './word-names.ts';

interface Shape {
  readonly shape: Readonly<Record<string, unknown>>;
}

/** The kind that is written or nearly so, or else the one whose words fit best. */
export function likelyKind(choices: Readonly<Record<string, Shape>>, raw: unknown): string {
  const written = fieldOf(raw, 'kind');
  const kinds = Object.keys(choices);
  const names = (kind: string): string[] => [answerName(kind, 'kind')].filter((name) => name !== null);
  const meant = typeof written === 'string' ? nearestWord(written, kinds.map((kind) => ({ word: kind, names: names(kind) }))) : null;
  if (meant !== null) return meant;
  const words = isFields(raw) ? Object.keys(raw) : [];
  const fit = (kind: string): number => words.filter((each) => Object.hasOwn(choices[kind]?.shape ?? {}, each)).length;
  return kinds.toSorted((a, b) => fit(b) - fit(a))[0] ?? '';
}
