import type { PointsNode, PointsPart } from '#domain/schemes/scheme.ts';

/** The items of a scheme's indicators in its order; a rule that stands beside the aspects is an item of its own. */
export const itemNodes = (indicators: PointsPart): readonly PointsNode[] =>
  indicators.children.flatMap((aspect) => (aspect.kind === 'rule' ? [aspect] : aspect.children));

/** An item that nothing computes: only a check gives it its mark. */
export const isMarkedOnly = (node: PointsNode): boolean => node.kind === 'rule' && node.value.kind === 'mark';
