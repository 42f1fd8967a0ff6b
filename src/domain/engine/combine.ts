import { type Hundredths } from '#domain/points/hundredths.ts';
import type { PointsNode, PointsPart, PointsRule } from '#domain/schemes/scheme.ts';

/** What one rule would pay to one person for one fact. */
export interface Claim {
  readonly rule: PointsRule;
  readonly value: Hundredths;
}

/**
 * The claims to one fact that pay: within a part it pays once, by the highest or the first of its rules, unless
 * the scheme says sum; over the parts of the total each pays, whatever the total says of itself.
 */
export function payingClaims<C extends Claim>(total: PointsPart, claims: readonly C[]): readonly C[] {
  return total.children.flatMap((part) => payingBelow(part, claims));
}

function payingBelow<C extends Claim>(node: PointsNode, claims: readonly C[]): readonly C[] {
  if (node.kind === 'rule') return claims.filter(({ rule }) => rule.id === node.id);
  const groups = node.children.map((child) => payingBelow(child, claims)).filter((group) => group.length > 0);
  switch (node.combine) {
    case 'sum': return groups.flat();
    case 'first': return groups[0] ?? [];
    case 'highest': return groups.reduce<readonly C[]>((best, group) => (best.length === 0 || worth(group) > worth(best) ? group : best), []);
  }
}

function worth(claims: readonly Claim[]): Hundredths {
  return claims.reduce((sum, { value }) => sum + value, 0);
}
