import { builtInRegisters } from '#domain/schemes/built-in-registers.ts';
import { card } from '#domain/schemes/card.ts';
import { fieldOf, isFields, itemsOf } from '#domain/schemes/format/raw-value.ts';
import type { PointsNode, PointsPart, Scheme } from '#domain/schemes/scheme.ts';
import type { TreeName } from '#domain/schemes/table/columns.ts';
import type { TableNames } from '#domain/schemes/table/node-cells.ts';
import { rowsOfTree } from '#domain/schemes/table/table-tree.ts';
import { inLanguage, type Language } from '#domain/words/words.ts';
import { parseYaml } from './parse-yaml.ts';
import { schemeWorkbook, type WrittenRow } from './scheme-workbook.ts';

export const treeNames: readonly TreeName[] = ['points', 'indicators'];

/** The table of a sound text, with when and by whom it was taken away. */
export function tableOf(text: string, scheme: Scheme, language: Language, taken: string): Promise<Uint8Array> {
  const { value: file } = parseYaml(text);
  const names = namesIn(file);
  const trees = new Map(treeNames.flatMap((tree): [TreeName, WrittenRow[]][] => {
    const [raw, root] = [fieldOf(file, tree), scheme[tree]];
    return isFields(raw) && root !== null ? [[tree, treeRows(raw, root, tree, names, scheme, language)]] : [];
  }));
  return schemeWorkbook(trees, { activities: [...names.activities.values()], records: [...names.records.values()] }, text, taken);
}

/** Labels of activities and registers by id, as the text has them; the product's own registers too. */
export function namesIn(file: unknown): TableNames {
  const labels = (list: unknown): [string, string][] => itemsOf(list).flatMap((one): [string, string][] => {
    const [id, zh] = [fieldOf(one, 'id'), fieldOf(fieldOf(one, 'label'), 'zh')];
    return typeof id === 'string' && typeof zh === 'string' ? [[id, zh]] : [];
  });
  return {
    activities: new Map(labels(fieldOf(file, 'activities'))),
    records: new Map([...builtInRegisters.map(({ id, label }): [string, string] => [id, label.zh]), ...labels(fieldOf(file, 'records'))]),
  };
}

/** What 其他写法 says; null where it is no map of words. */
export function restIn(text: string | undefined): Readonly<Record<string, unknown>> | null {
  if (text === undefined) return {};
  const { value, problems } = parseYaml(text);
  return problems.length === 0 && isFields(value) ? value : null;
}

/** Raw rows beside the read tree, which is walked in the same order: the cells as written, the words as read aloud. */
export function treeRows(raw: Readonly<Record<string, unknown>>, root: PointsPart, tree: TreeName, names: TableNames, scheme: Scheme, language: Language): WrittenRow[] {
  const nodes = withDescendants(root);
  return rowsOfTree(raw, tree, names).map(({ cells }, at) => {
    const node = nodes[at];
    const department = node ? departmentsOf(node, scheme) : '';
    return { cells: { ...cells, ...(node ? { standard: inLanguage(card(node, scheme), language) } : {}), ...(department === '' ? {} : { department }) } };
  });
}

const withDescendants = (node: PointsNode): PointsNode[] => [node, ...(node.kind === 'part' ? node.children.flatMap(withDescendants) : [])];

const heldBy = { branch: '党支部', group: '党小组', committee: '党委' } as const;
const keptBy = { branch: '党支部', office: '机关党委', discipline: '机关纪委' } as const;

/** Who has to do something for the rule: who holds its activities, who keeps its registers. */
function departmentsOf(node: PointsNode, { activities, registers }: Scheme): string {
  if (node.kind === 'part') return '';
  const holding = activities.filter(({ id }) => (node.match.activities ?? []).includes(id)).map((it) => heldBy[it.heldBy]);
  const keeping = registers.filter(({ id }) => (node.match.records ?? []).includes(id)).map((it) => keptBy[it.keptBy]);
  return [...new Set([...holding, ...keeping])].join('、');
}

