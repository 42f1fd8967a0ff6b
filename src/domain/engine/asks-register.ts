import type { PointsNode, Scheme } from '#domain/schemes/scheme.ts';

/** Whether the points of members ask a register in any rule: who never asks need not be evaluated when it grows. */
export const pointsAskRegister = ({ points }: Pick<Scheme, 'points'>, register: string): boolean => points !== null && nodeAsks(points, register);

const nodeAsks = (node: PointsNode, register: string): boolean =>
  (node.kind === 'part' ? node.children.some((child) => nodeAsks(child, register)) : names(node.match, register) || names(node.value, register));

/** A rule names registers in its match, and again in matches inside its value. */
function names(said: unknown, register: string): boolean {
  if (typeof said !== 'object' || said === null) return false;
  return Object.entries(said).some(([key, value]) => (key === 'records' && Array.isArray(value) ? value.includes(register) : names(value, register)));
}
