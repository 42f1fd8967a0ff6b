import type { Grounds } from './evaluation.ts';

/** The part, rule or leaf of this id in a tree of grounds. */
export function groundsNode(grounds: Grounds, id: string): Grounds | null {
  if (grounds.id === id) return grounds;
  for (const child of grounds.children) {
    const found = groundsNode(child, id);
    if (found !== null) return found;
  }
  return null;
}
