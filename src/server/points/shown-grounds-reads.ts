import { withholdLeaves } from '#domain/assessments/withhold-leaves.ts';
import type { Actor } from '#domain/access/actor.ts';
import { may } from '#domain/access/policy.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import type { SchemeVersion } from '#domain/engine/scheme-book.ts';
import { withholdReasons } from '#domain/points/withhold-reasons.ts';
import { isOpen, readingActs } from '#domain/registers/keeping.ts';

/**
 * A member's grounds as one may see them who is not the member: entries of registers that one may not read say whose right
 * hides them, and a reason of leave is its class alone (finding 14). No value changes.
 * @param above the member's home and everything above it.
 */
export function shownGrounds(actor: Actor, above: readonly string[], grounds: Grounds, version: SchemeVersion | null): Grounds {
  const total = version?.trees.get('points')?.total;
  const sight = {
    people: true,
    register: (register: Parameters<typeof isOpen>[0]) => isOpen(register) || readingActs(register).some((act) => may(actor, act, above).allowed),
  };
  const shown = version && total ? withholdLeaves(grounds, total, version.registers, sight) : grounds;
  return may(actor, 'readReasons', above).allowed ? shown : withholdReasons(shown);
}
