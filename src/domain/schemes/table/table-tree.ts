import { itemsOf, isFields } from '#domain/schemes/format/raw-value.ts';
import type { Words } from '#domain/words/words.ts';
import { type Cells, type ColumnKey, TOTAL_NO, type TreeName } from './columns.ts';
import { cellsOf, nodeIn, PART, type TableNames } from './node-cells.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A row and the way to its node, `points.children[0]`. */
export interface PlacedRow {
  readonly cells: Cells;
  readonly path: string;
}

/** The tree row by row, from top to bottom; the total first. */
export function rowsOfTree(root: Fields, tree: TreeName, names: TableNames): PlacedRow[] {
  const walk = (node: Fields, no: string, path: string, aspect: string): PlacedRow[] => {
    const cells = cellsOf(node, names);
    const own = no === '' || no.includes('.') ? aspect : cells.label ?? '';
    const children = itemsOf(node['children']).filter(isFields);
    return [
      { path, cells: { ...cells, no: no === '' ? TOTAL_NO : no, ...(own === '' ? {} : { aspect: own }) } },
      ...children.flatMap((child, at) => walk(child, no === '' ? `${at + 1}` : `${no}.${at + 1}`, `${path}.children[${at}]`, own)),
    ];
  };
  return walk(root, '', tree, '');
}

/** A row as it came in: where it stands in the sheet, what is in its cells, and what its `rest` says. */
export interface ReadRow {
  readonly row: number;
  readonly cells: Cells;
  readonly rest: Fields | null;
}

export interface RowProblem {
  readonly row: number;
  readonly column: ColumnKey;
  readonly words: Words;
}

export interface ReadTree {
  readonly root: Record<string, unknown> | null;
  readonly problems: readonly RowProblem[];
  /** The number of the row by the way to its node. */
  readonly rows: ReadonlyMap<string, number>;
}

interface Open {
  readonly node: Record<string, unknown>;
  readonly path: string;
  readonly children: unknown[];
}

/** The tree that rows say: how deep each stands is told by its number, its place by its order. */
export function treeOfRows(rows: readonly ReadRow[], tree: TreeName, names: TableNames): ReadTree {
  const problems: RowProblem[] = [];
  const byPath = new Map<string, number>();
  const taken = new Set(rows.flatMap(({ cells }) => cells.id ?? []));
  const open: Open[] = [];
  for (const { row, cells, rest } of rows) {
    const read = nodeIn(cells, names, rest ?? {});
    problems.push(...read.problems.map((it) => ({ ...it, row })));
    if (rest === null) problems.push({ row, column: 'rest', words: { zh: '写法有误，应是 { 词: 值 } 这样。', en: 'This cannot be read; it is written like { word: value }.' } });
    const depth = depthOf(cells.no);
    if (depth === null || depth > open.length || (depth === 0) !== (open.length === 0)) {
      problems.push({ row, column: 'no', words: { zh: '序号的级数接不上：第一行是“总”，下一级比上一级只多一段，如 1 下面是 1.1。', en: 'The number does not follow: the first row is 总, and each level has one part more than the one above (1, then 1.1).' } });
      continue;
    }
    open.length = depth;
    const above = open.at(-1);
    const path = above === undefined ? tree : `${above.path}.children[${above.children.length}]`;
    const children: unknown[] = [];
    const node = { ...read.node, ...(cells.id === undefined ? { id: freshId(taken) } : {}), ...(read.node['kind'] === PART ? { children } : {}) };
    if (above !== undefined && above.node['kind'] !== PART) problems.push({ row, column: 'no', words: { zh: '上一级不是“构成”，下面不能再有行。', en: 'The row above is a rule; only a part (构成) has rows below it.' } });
    above?.children.push(node);
    byPath.set(path, row);
    open.push({ node, path, children });
  }
  return { root: open[0]?.node ?? null, problems, rows: byPath };
}

/** 0 for the total. */
function depthOf(no: string | undefined): number | null {
  if (no === TOTAL_NO) return 0;
  return no !== undefined && /^\d+([.．]\d+)*$/.test(no) ? no.split(/[.．]/).length : null;
}

/** An id that nothing in the table has; it stays with the row from then on. */
function freshId(taken: Set<string>): string {
  let number = taken.size + 1;
  while (taken.has(`item${number}`)) number += 1;
  taken.add(`item${number}`);
  return `item${number}`;
}

/** The row of the node in which a problem of the scheme lies; undefined where it lies elsewhere. */
export function rowAt(path: string, rows: ReadonlyMap<string, number>): number | undefined {
  const found = [...rows].filter(([node]) => path === node || path.startsWith(`${node}.`) || path.startsWith(`${node}[`));
  return found.sort(([left], [right]) => right.length - left.length)[0]?.[1];
}
