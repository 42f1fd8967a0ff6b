import type { Actor } from '#domain/access/actor.ts';
import { may } from '#domain/access/policy.ts';
import { readingActs } from '#domain/registers/keeping.ts';
import type { Sight } from './withhold-leaves.ts';

/** What somebody may know of the people and registers behind a score of an organisation, given it with all above it. */
export const sightIn = (actor: Actor, above: readonly string[]): Sight => ({
  people: may(actor, 'readPeople', above).allowed,
  register: (register) => (register.privacy ?? 'open') === 'open' || readingActs(register).some((act) => may(actor, act, above).allowed),
});
