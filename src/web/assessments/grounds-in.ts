import type { BranchScore } from '#domain/assessments/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import type { Disputes, NamedGrounds } from '#web/ui/GroundsHome.tsx';

/** The grounds of an aspect or item, out of the one tree of the branch. */
export function groundsIn(score: BranchScore, id: string): NamedGrounds | null {
  const found = score.grounds === null ? null : nodeOf(score.grounds, id);
  return found === null ? null : { grounds: found, names: score.names, disputes: disputesOf(score) };
}

export const disputesOf = ({ organisation, year, objected, mayObject }: BranchScore): Disputes =>
  ({ subject: { kind: 'branch', id: organisation.id }, year, objected, mayObject });

function nodeOf(grounds: Grounds, id: string): Grounds | null {
  if (grounds.id === id) return grounds;
  for (const child of grounds.children) {
    const found = nodeOf(child, id);
    if (found !== null) return found;
  }
  return null;
}
