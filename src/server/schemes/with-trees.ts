import { type Document, isMap, isSeq, parseDocument, visit, type YAMLMap, YAMLSeq } from 'yaml';
import { isFields, itemsOf } from '#domain/schemes/format/raw-value.ts';
import { isSame } from '#domain/schemes/table/overlay.ts';
import type { TreeName } from '#domain/schemes/table/columns.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Words under which points stand: written with two decimals. */
const POINTS = new Set(['full', 'each', 'value', 'mark', 'perPoint']);

/**
 * The text with other trees in it. What has not changed stays letter by letter with its comments; a text in which nothing
 * changes is the same text.
 */
export function withTrees(text: string, trees: Partial<Record<TreeName, Fields>>): string {
  const document = parseDocument(text, { schema: 'core' });
  const before: unknown = document.toJS();
  const changed = Object.entries(trees).filter(([tree, root]) => !isFields(before) || !isSame(before[tree], root));
  if (changed.length === 0) return text;
  for (const [tree, root] of changed) {
    const there = document.get(tree, true);
    document.set(tree, nodeFor(root, document, nodesById(there)));
  }
  const printed = document.toString({ lineWidth: 0 });
  const spaced = spacedAs(text, printed);
  return isSame(parseDocument(spaced, { schema: 'core' }).toJS(), document.toJS()) ? spaced : printed;
}

/** Lines that say the same as one of the earlier text are spaced as there: the printer puts blanks into every bracket. */
function spacedAs(earlier: string, printed: string): string {
  const narrow = (line: string): string => line.replaceAll('[ ', '[').replaceAll(' ]', ']').replaceAll('{ }', '{}');
  const known = new Map(earlier.split('\n').map((line) => [narrow(line), line]));
  return printed.split('\n').map((line) => known.get(narrow(line)) ?? line).join('\n');
}

/** Parts and rules that are there by their ids. */
function nodesById(tree: unknown): ReadonlyMap<string, YAMLMap> {
  const found = new Map<string, YAMLMap>();
  const note = (map: YAMLMap): void => {
    const [id, kind] = [map.get('id'), map.get('kind')];
    if (typeof id === 'string' && (kind === 'part' || kind === 'rule')) found.set(id, map);
  };
  if (isMap(tree)) {
    note(tree);
    visit(tree, { Map: (_, map) => note(map) });
  }
  return found;
}

function nodeFor(wanted: Fields, document: Document, known: ReadonlyMap<string, YAMLMap>): YAMLMap {
  const there = known.get(String(wanted['id']));
  const map = there?.get('kind') === wanted['kind'] && there ? there : document.createNode({}) as YAMLMap;
  const current: unknown = map.toJS(document);
  if (isSame(current, wanted)) return map;
  for (const word of Object.keys(isFields(current) ? current : {})) if (!Object.hasOwn(wanted, word)) map.delete(word);
  for (const [word, value] of Object.entries(wanted)) {
    if (word === 'children') map.set(word, childrenFor(map.get(word, true), value, document, known));
    else if (!isFields(current) || !isSame(current[word], value)) map.set(word, written(word, value, document));
  }
  return map;
}

function childrenFor(there: unknown, wanted: unknown, document: Document, known: ReadonlyMap<string, YAMLMap>): YAMLSeq {
  const list = isSeq(there) ? there : new YAMLSeq();
  list.items = itemsOf(wanted).filter(isFields).map((child) => nodeFor(child, document, known));
  return list;
}

/** In one line, as the sample is written. */
function written(word: string, value: unknown, document: Document): unknown {
  const node = document.createNode({ [word]: value }) as YAMLMap;
  visit(node, {
    Collection: (at, inside) => { if (at !== null) inside.flow = true; },
    Pair: (_, { key, value: inside }) => {
      const name = String(key);
      if (POINTS.has(name) && isNumber(inside)) inside.minFractionDigits = 2;
    },
  });
  return node.get(word, true);
}

const isNumber = (node: unknown): node is { value: number; minFractionDigits?: number } =>
  typeof node === 'object' && node !== null && 'value' in node && typeof node.value === 'number';
