import type { BranchScore } from '#domain/assessments/contract.ts';
import { groundsNode } from '#domain/engine/grounds-node.ts';
import type { Disputes, NamedGrounds } from '#web/ui/grounds-source.ts';

/** The grounds of an aspect or item, out of the one tree of the branch. */
export function groundsIn(score: BranchScore, id: string): NamedGrounds | null {
  const found = score.grounds === null ? null : groundsNode(score.grounds, id);
  return found === null ? null : { grounds: found, names: score.names, disputes: disputesOf(score) };
}

export const disputesOf = ({ organisation, year, objected, mayObject }: BranchScore): Disputes =>
  ({ subject: { kind: 'branch', id: organisation.id }, year, objected, mayObject });
