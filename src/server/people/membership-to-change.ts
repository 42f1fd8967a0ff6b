import { refuse } from '#domain/contracts/common-refusals.ts';
import type { Spell } from '#domain/people/membership.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { spellsOf } from './person-reads.ts';
import { demandAnother, lockPerson } from './person-rights.ts';

/** A membership under the right to change it, with the person's others; nobody else changes them meanwhile. @throws NotFound, NotAllowed, OwnMembershipOrPost */
export async function membershipToChange(call: Call, membership: string): Promise<{ spells: readonly Spell[]; spell: Spell }> {
  const person = (await factOf(call.tx, 'membership', membership))?.state.person;
  if (!person) throw refuse('NotFound', {});
  await demandAnother(call, person);
  await lockPerson(call.tx, person);
  const spells = await spellsOf(call.tx, person);
  const spell = spells.find((it) => it.factId === membership);
  if (!spell) throw refuse('NotFound', {});
  return { spells, spell };
}
