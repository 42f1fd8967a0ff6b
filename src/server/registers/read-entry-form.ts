import type { z } from 'zod';
import { enteringAct } from '#domain/registers/keeping.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { type BegunEntry, begunFrom } from '#domain/registers/begun-entry.ts';
import type { readRegisterForm as contract, RegisterCard } from '#domain/registers/contract.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import { withNameKeys } from '#server/facts/name-key-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { enteringPlaces } from './entering-places.ts';
import { openingStart } from './opening-balance-reads.ts';
import { personsBelow } from './persons-here.ts';
import { readRegisterEntry } from './read-entry.ts';
import { registerOn } from './register-reads.ts';
import { demandEntering, permissionFor } from './register-rights.ts';

/**
 * Where the asker may enter, the register's declaration, the people of the place that is chosen, and what the entry has from
 * another one of which the asker may know, or from the day of inclusion. @throws NotFound, NotAllowed
 */
export async function readRegisterForm(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx, today } = call;
  const day = input.day !== undefined && input.day < today ? input.day : today;
  const register = await registerOn(tx, input.register, day);
  const choices = await enteringPlaces(call, register);
  const organisation = input.organisation ?? choices[0]?.id;
  if (organisation === undefined) {
    const permission = await permissionFor(call, enteringAct(register), []);
    throw permission.allowed ? refuse('NotFound', {}) : refuse('NotAllowed', permission.words);
  }
  await demandEntering(call, register, organisation, day);
  return {
    register: registerCardOf(register), organisation, organisations: choices.map(({ id, shortName }) => ({ id, name: shortName })),
    people: register.persons === 'none' ? [] : await withNameKeys(call.tx, await personsBelow(call, organisation, day)),
    begun: input.from === undefined ? await openingStart(call, register.id, organisation) : await begunWith(call, registerCardOf(register), input.from),
  };
}

async function begunWith(call: Call, register: RegisterCard, entry: string): Promise<BegunEntry | null> {
  const { register: source, row, withdrawn } = await readRegisterEntry(call, { entry });
  return withdrawn ? null : begunFrom(register, source, row, call.today);
}
