import type { Words } from '#domain/words/words.ts';
import type { Guide } from './format/guide-shape.ts';
import type { PointsNode, Scheme } from './scheme.ts';

/** What can be done and says how: a meeting, an entry of a register, an item or a part of the points or of the indicators. */
export interface DutyGuide {
  readonly kind: 'activity' | 'register' | 'item';
  readonly id: string;
  readonly label: Words;
  readonly clause: string | null;
  readonly guide: Guide;
}

/** The guides of a scheme in the order of its file: activities, registers, then parts and rules from the top (S1-04). */
export function guidesOf({ activities, registers, points, indicators }: Scheme): DutyGuide[] {
  const trees = [points, indicators].flatMap((tree) => (tree === null ? [] : below(tree)));
  return [
    ...activities.map((each) => ({ kind: 'activity' as const, ...each })),
    ...registers.map((each) => ({ kind: 'register' as const, ...each })),
    ...trees.map((each) => ({ ...each, kind: 'item' as const })),
  ].flatMap(({ kind, id, label, clause, guide }) => (guide === undefined || guide === null ? [] : [{ kind, id, label, clause: clause ?? null, guide }]));
}

const below = (node: PointsNode): PointsNode[] => [node, ...(node.kind === 'part' ? node.children.flatMap(below) : [])];
