import { isBranch } from '#domain/orgs/categories.ts';
import type { OrganisationNode } from '#domain/orgs/contract.ts';

export interface TreeRow {
  readonly node: OrganisationNode;
  /** 1 for the top. */
  readonly level: number;
  /** Null: nothing below. */
  readonly open: boolean | null;
}

/** Whether a branch shows its groups, and anything else what is below it, before anybody has touched it. */
export const opensAtFirst = (node: OrganisationNode): boolean => !isBranch(node.category);

/** What a search looks into. */
const matches = (node: OrganisationNode, search: string): boolean =>
  [node.number, node.name, node.shortName].some((it) => it.toLowerCase().includes(search.toLowerCase()));

/**
 * The rows of the tree in order. A search shows what it finds with everything above it, opened.
 * @param turned ids of which the reader opened or closed against what they are at first.
 */
export function treeRows(nodes: readonly OrganisationNode[], turned: ReadonlySet<string>, search: string): readonly TreeRow[] {
  const byId = new Map(nodes.map((it) => [it.id, it]));
  const shown = search === '' ? null : withPaths(nodes.filter((it) => matches(it, search)), byId);
  const below = new Map<string | null, OrganisationNode[]>();
  for (const node of nodes) {
    if (shown && !shown.has(node.id)) continue;
    // What hangs under something that is not there that day stands at the top rather than being lost.
    const parent = node.parent !== null && byId.has(node.parent) ? node.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), node]);
  }
  const rows: TreeRow[] = [];
  const add = (parent: string | null, level: number): void => {
    for (const node of below.get(parent) ?? []) {
      const open = below.has(node.id) ? shown !== null || opensAtFirst(node) !== turned.has(node.id) : null;
      rows.push({ node, level, open });
      if (open) add(node.id, level + 1);
    }
  };
  add(null, 1);
  return rows;
}

function withPaths(found: readonly OrganisationNode[], byId: ReadonlyMap<string, OrganisationNode>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const node of found) {
    for (let at: OrganisationNode | undefined = node; at && !ids.has(at.id); at = at.parent === null ? undefined : byId.get(at.parent)) ids.add(at.id);
  }
  return ids;
}
