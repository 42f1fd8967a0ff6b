import type { Grounds } from '#domain/engine/evaluation.ts';
import { type Hundredths, roundedQuotient } from '#domain/points/hundredths.ts';

/**
 * Out of how much a value is: a share says itself to what its mark is raised; of a part, or of what facts pay, a
 * row of its own does.
 * @param weight what the scheme gives it.
 */
export function raisedFull({ how, children }: Pick<Grounds, 'how' | 'children'>, weight: Hundredths | null): Hundredths | null {
  if ('full' in how) return how.full;
  const raise = children.flatMap((child) => (child.how.kind === 'raise' ? [child.how.raised] : []))[0];
  return weight !== null && raise ? roundedQuotient(weight * raise.all, raise.present) : weight;
}
