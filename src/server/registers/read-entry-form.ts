import type { z } from 'zod';
import { enteringAct } from '#domain/registers/keeping.ts';
import { holds } from '#domain/activities/holders.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { byNumber } from '#domain/orgs/number-order.ts';
import type { readRegisterForm as contract } from '#domain/registers/contract.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import { refuseRegister } from '#domain/registers/refusals.ts';
import { personsBelow } from './persons-here.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { organisationsOn } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { registerOn } from './register-reads.ts';
import { demandEntering, permissionFor, Reach } from './register-rights.ts';

/** Branches keep their own registers; the office also enters for committees (重要节点 of the whole). */
export const keepsHere = ({ keptBy }: Register, category: FactState<'organisation'>['category']): boolean =>
  holds('branch', category) || (keptBy === 'office' && holds('committee', category));

/** @throws NotKeptHere */
export function demandKeeps(register: Register, category: FactState<'organisation'>['category']): void {
  if (!keepsHere(register, category)) throw refuseRegister('NotKeptHere', {});
}

/** Where the asker may enter, the register's declaration, and the people of the place that is chosen. @throws NotFound, NotAllowed */
export async function readRegisterForm(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx, today } = call;
  const day = input.day !== undefined && input.day < today ? input.day : today;
  const register = await registerOn(tx, input.register, day);
  const places = new Set(await new Reach(call).entering(register));
  const choices = (await organisationsOn(tx, today)).filter(({ id, category }) => places.has(id) && keepsHere(register, category)).toSorted(byNumber);
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
