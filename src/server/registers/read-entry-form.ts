import type { z } from 'zod';
import { enteringAct } from '#domain/registers/keeping.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { readRegisterForm as contract } from '#domain/registers/contract.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import type { Call } from '#server/platform/call.ts';
import { enteringPlaces } from './entering-places.ts';
import { personsBelow } from './persons-here.ts';
import { registerOn } from './register-reads.ts';
import { demandEntering, permissionFor } from './register-rights.ts';

/** Where the asker may enter, the register's declaration, and the people of the place that is chosen. @throws NotFound, NotAllowed */
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
    people: register.persons === 'none' ? [] : await personsBelow(call, organisation, day),
  };
}
