import type { Grounds } from '#domain/engine/evaluation.ts';

/** The same tree for a reader who may know the class of a reason but not the reason itself (finding 14). */
export function withholdReasons(grounds: Grounds): Grounds {
  const { how, children } = grounds;
  return {
    ...grounds,
    how: how.kind === 'fact' ? { kind: 'fact', fact: { ...how.fact, reason: null, because: [] } } : how,
    children: children.map(withholdReasons),
  };
}
