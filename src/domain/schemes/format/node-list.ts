import { partHeadShape, partShape, ruleShape, type ReadPartHead, type ReadRule } from './file-shape.ts';
import { fieldOf, isFields, itemsOf, textOf } from './raw-value.ts';
import type { Path } from './problem.ts';
import { likelyKind } from './likely-kind.ts';

const nodeShapes = { part: partShape, rule: ruleShape } as const;

/** A part or rule of the points as it is written, good or bad, with its way through the file. */
export interface RawNode {
  readonly path: Path;
  readonly raw: unknown;
  readonly id: string | null;
  readonly isRule: boolean;
  /** The rule, where it is one and its words are right. */
  readonly rule: ReadRule | null;
  /** The part without its children, where it is one and its words are right. */
  readonly part: ReadPartHead | null;
  readonly children: readonly RawNode[];
}

/** The tree of points or of indicators as far as it can be recognised, also in a file with errors; null where there is none. */
export function rawTree(file: unknown, tree: 'points' | 'indicators'): RawNode | null {
  const raw = fieldOf(file, tree);
  return raw === undefined ? null : rawNode(raw, [tree]);
}

/** Every part and rule of a tree, in the order of the file. */
export function rawNodes(file: unknown, tree: 'points' | 'indicators'): readonly RawNode[] {
  const root = rawTree(file, tree);
  return root === null ? [] : withDescendants(root);
}

function rawNode(raw: unknown, path: Path): RawNode {
  return {
    path, raw,
    id: textOf(fieldOf(raw, 'id')),
    isRule: likelyKind(nodeShapes, raw) === 'rule',
    rule: ruleShape.safeParse(raw).data ?? null,
    part: isFields(raw) ? partHeadShape.safeParse(withoutChildren(raw)).data ?? null : null,
    children: itemsOf(fieldOf(raw, 'children')).map((child, index) => rawNode(child, [...path, 'children', index])),
  };
}

const withoutChildren = (raw: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(raw).filter(([word]) => word !== 'children'));

/** The node and everything below it, in the order of the file. */
export const withDescendants = (node: RawNode): RawNode[] => [node, ...node.children.flatMap(withDescendants)];
