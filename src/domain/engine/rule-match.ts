import type { Match } from '#domain/schemes/format/match-shape.ts';
import type { Session } from './world.ts';

/**
 * Whether a rule looks at the session. Several of the rule's activities in one session make it match once; an
 * empty list asks nothing.
 */
export function isMatched({ state }: Session, match: Match): boolean {
  return anyOf(match.activities, state.activities) && anyOf(match.contents, state.contents);
}

function anyOf(asked: readonly string[] = [], given: readonly string[]): boolean {
  return asked.length === 0 || asked.some((one) => given.includes(one));
}
