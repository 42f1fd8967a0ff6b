import { sightIn } from '#domain/assessments/sight.ts';
import { type Sight, withholdLeaves } from '#domain/assessments/withhold-leaves.ts';
import type { Actor } from '#domain/access/actor.ts';
import { may } from '#domain/access/policy.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import type { SchemeVersion } from '#domain/engine/scheme-book.ts';
import { withholdReasons } from '#domain/points/withhold-reasons.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { PointsNode } from '#domain/schemes/scheme.ts';

/**
 * Grounds as one may see them whom they do not concern: entries of registers that one may not read say whose right
 * hides them, and a reason of leave is its class alone (finding 14). No value changes.
 * @param above where it belongs and everything above that.
 * @param tree the rules behind the grounds; null where there are none.
 */
export function groundsInSight(
  actor: Actor, above: readonly string[], grounds: Grounds, tree: PointsNode | null, registers: ReadonlyMap<string, Register>, sight: Sight = sightIn(actor, above),
): Grounds {
  const shown = tree === null ? grounds : withholdLeaves(grounds, tree, registers, sight);
  return may(actor, 'readReasons', above).allowed ? shown : withholdReasons(shown);
}

/** A member's points: who may ask for them knows whose they are. */
export const shownGrounds = (actor: Actor, above: readonly string[], grounds: Grounds, version: SchemeVersion | null): Grounds =>
  groundsInSight(actor, above, grounds, version?.trees.get('points')?.total ?? null, version?.registers ?? new Map(), { ...sightIn(actor, above), people: true });
