import { refuse } from '#domain/contracts/common-refusals.ts';
import type { Words } from '#domain/words/words.ts';
import type { Actor, Grant } from './actor.ts';
import { acts, type ActName } from './acts.ts';
import { roleLabels } from './roles.ts';

/** A right is answered with its grounds: the grants that give it, or the sentence that says who could. */
export type Permission =
  | { readonly allowed: true; readonly because: readonly Grant[] }
  | { readonly allowed: false; readonly words: Words };

/**
 * Whether `actor` may do `act` to something of an organisation. Denied unless a grant says otherwise.
 * @param lineage the organisation and everything above it on the day in question; an empty lineage allows nothing.
 */
export function may(actor: Actor, act: ActName, lineage: readonly string[]): Permission {
  const { roles, zh, en } = acts[act];
  const because = actor.grants.filter((grant) => (roles as readonly string[]).includes(grant.role) && lineage.includes(grant.organisation));
  if (because.length > 0) return { allowed: true, because };
  const who = roles.map((role) => roleLabels[role]);
  return {
    allowed: false,
    words: {
      zh: `您在此党组织没有“${zh}”的权限，可由${who.map((it) => it.zh).join('、')}办理。`,
      en: `You may not ${en} here. It can be done by: ${who.map((it) => it.en).join(', ')}.`,
    },
  };
}

/** The grants that allow an act to something one may know of. @throws NotAllowed with the sentence who could do it. */
export function demand(actor: Actor, act: ActName, lineage: readonly string[]): readonly Grant[] {
  const permission = may(actor, act, lineage);
  if (!permission.allowed) throw refuse('NotAllowed', permission.words);
  return permission.because;
}

/** Like {@link demand} for something whose existence is not the actor's business otherwise. @throws NotFound. */
export function demandOrHide(actor: Actor, act: ActName, lineage: readonly string[]): readonly Grant[] {
  const permission = may(actor, act, lineage);
  if (!permission.allowed) throw refuse('NotFound', {});
  return permission.because;
}

/** Organisations on which some grant of the actor allows the act; their subtrees are what he may list. */
export const scopesOf = (actor: Actor, act: ActName): readonly string[] =>
  [...new Set(actor.grants.filter((grant) => (acts[act].roles as readonly string[]).includes(grant.role)).map((grant) => grant.organisation))];
