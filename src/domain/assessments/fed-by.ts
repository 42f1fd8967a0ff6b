import type { Match } from '#domain/schemes/format/match-shape.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { PointsNode } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';

/** A register in which entries make the figure of an item. */
export interface Feed {
  readonly register: string;
  readonly label: Words;
  readonly keptBy: Register['keptBy'];
}

/**
 * 登记簿 by which an item is filled in: what its rules look at, in the order of its rules. What the product keeps itself is
 * entered in rooms of its own and is not among them.
 */
export function fedBy(node: PointsNode, registers: readonly Register[]): readonly Feed[] {
  return [...new Set(asked(node))].flatMap((id): Feed[] => {
    const found = registers.find((each) => each.id === id);
    return found ? [{ register: id, label: found.label, keptBy: found.keptBy }] : [];
  });
}

const asked = (node: PointsNode): readonly string[] => (node.kind === 'part' ? node.children.flatMap(asked) : recordsIn(node.match));
const recordsIn = ({ records = [], anyOf = [] }: Match): readonly string[] => [...records, ...anyOf.flatMap((one) => one.records ?? [])];
