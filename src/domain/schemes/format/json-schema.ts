import { z } from 'zod';
import { fileShape } from './file-shape.ts';
import { isFields } from './raw-value.ts';
import { wordNames } from './vocabulary.ts';

/** The format for editors, as JSON Schema draft 7: what completes words while a scheme is written. */
export function schemeJsonSchema(): unknown {
  return {
    title: '考核方案 · Scheme of Zhibu',
    ...withNames(z.toJSONSchema(fileShape, { target: 'draft-7', io: 'input' })),
  };
}

/** Adds the Chinese name of each word as its description. */
function withNames(schema: object): object {
  return Object.fromEntries(Object.entries(schema).map(([key, inside]: [string, unknown]) => [
    key, key === 'properties' && isFields(inside) ? namedWords(inside) : inner(inside),
  ]));
}

const namedWords = (words: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(words).map(([word, inside]) => [
    word, isFields(inside) ? { description: wordNames[word], ...withNames(inside) } : inside,
  ]));

function inner(inside: unknown): unknown {
  if (Array.isArray(inside)) return inside.map(inner);
  return isFields(inside) ? withNames(inside) : inside;
}
