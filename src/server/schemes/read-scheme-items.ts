import type { z } from 'zod';
import { card } from '#domain/schemes/card.ts';
import { fieldOf, isFields } from '#domain/schemes/format/raw-value.ts';
import type { PointsNode } from '#domain/schemes/scheme.ts';
import type { readSchemeItems as contract, SchemeItem } from '#domain/schemes/table/contract.ts';
import { rowsOfTree } from '#domain/schemes/table/table-tree.ts';
import type { Call } from '#server/platform/call.ts';
import { demandReader } from './demand-reader.ts';
import { parseYaml } from './parse-yaml.ts';
import { demandSound } from './scheme-reads.ts';
import { namesIn, treeNames } from './scheme-table.ts';

/** Each part and rule of a sound text: its cells, and itself read aloud. */
export async function readSchemeItems(call: Call, { text }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  demandReader(call.actor);
  const { scheme } = demandSound(text);
  const { value: file } = parseYaml(text);
  const names = namesIn(file);
  const items = treeNames.flatMap((tree): SchemeItem[] => {
    const [raw, root] = [fieldOf(file, tree), scheme[tree]];
    if (!isFields(raw) || root === null) return [];
    const nodes = withDescendants(root);
    return rowsOfTree(raw, tree, names).flatMap(({ cells }, at) => {
      const node = nodes[at];
      return node ? [{ tree, id: node.id, cells, card: card(node, scheme) }] : [];
    });
  });
  return { items, activities: [...names.activities.values()], records: [...names.records.values()] };
}

const withDescendants = (node: PointsNode): PointsNode[] => [node, ...(node.kind === 'part' ? node.children.flatMap(withDescendants) : [])];
