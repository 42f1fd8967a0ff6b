import type { Actor } from '#domain/access/actor.ts';
import { demand, scopesOf } from '#domain/access/policy.ts';

/** There is one scheme for the whole bureau: who may see it anywhere sees it. @throws NotAllowed */
export const demandReader = (actor: Actor): void => void demand(actor, 'readSchemes', scopesOf(actor, 'readSchemes'));
