import { type WrittenPath, writtenWords } from './written-words.ts';

/** The part or rule, of points or of indicators, in which a line of a scheme file stands; null outside of both. */
export function itemAt(text: string, line: number): { readonly tree: 'points' | 'indicators'; readonly id: string } | null {
  const written = writtenWords(text);
  const at = written.findLastIndex((it) => it.line <= line);
  const here = written[at];
  const [tree] = here?.path ?? [];
  if (here === undefined || (tree !== 'points' && tree !== 'indicators')) return null;
  const own = written.find(({ block, word }) => block === here.block && word === 'id');
  if (own && isItem(here.path)) return { tree, id: own.value };
  // What stands in something of the item: the last item that began above it and holds it.
  const above = written.slice(0, at).findLast(({ word, path }) => word === 'id' && isItem(path) && path.every((step, depth) => step === here.path[depth]));
  return above === undefined ? null : { tree, id: above.value };
}

const isItem = (path: WrittenPath): boolean => path.every((step, depth) => (depth === 0 ? step !== null : depth % 2 === 1 ? step === 'children' : step === null));
