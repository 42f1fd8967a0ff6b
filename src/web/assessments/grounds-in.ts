import type { BranchScore } from '#domain/assessments/contract.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import type { NamedGrounds } from '#web/ui/GroundsHome.tsx';

/** The grounds of an aspect or item, out of the one tree of the branch. */
export function groundsIn({ grounds, names }: Pick<BranchScore, 'grounds' | 'names'>, id: string): NamedGrounds | null {
  const found = grounds === null ? null : nodeOf(grounds, id);
  return found === null ? null : { grounds: found, names };
}

function nodeOf(grounds: Grounds, id: string): Grounds | null {
  if (grounds.id === id) return grounds;
  for (const child of grounds.children) {
    const found = nodeOf(child, id);
    if (found !== null) return found;
  }
  return null;
}
