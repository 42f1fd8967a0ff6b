import { holds } from '#domain/activities/holders.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { byNumber } from '#domain/orgs/number-order.ts';
import { enteringAct } from '#domain/registers/keeping.ts';
import { refuseRegister } from '#domain/registers/refusals.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { organisationsOn, type OrganisationOnDay } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { permissionFor, Reach } from './register-rights.ts';

/** Branches keep their own registers; the office also enters for committees (重要节点 of the whole). */
export const keepsHere = ({ keptBy }: Register, category: FactState<'organisation'>['category']): boolean =>
  holds('branch', category) || (keptBy === 'office' && holds('committee', category));

/** @throws NotKeptHere */
export function demandKeeps(register: Register, category: FactState<'organisation'>['category']): void {
  if (!keepsHere(register, category)) throw refuseRegister('NotKeptHere', {});
}

/** Where the asker may enter into a register today, by number. */
export async function enteringPlaces(call: Call, register: Register): Promise<readonly OrganisationOnDay[]> {
  const places = new Set(await new Reach(call).entering(register));
  return (await organisationsOn(call.tx, call.today)).filter(({ id, category }) => places.has(id) && keepsHere(register, category)).toSorted(byNumber);
}

/** The same, for whoever enters somewhere; anybody else is told who could, if he may know of the register. @throws NotAllowed, NotFound */
export async function demandEnteringPlaces(call: Call, register: Register): Promise<readonly OrganisationOnDay[]> {
  const places = await enteringPlaces(call, register);
  if (places.length > 0) return places;
  const permission = await permissionFor(call, enteringAct(register), []);
  throw permission.allowed || (await new Reach(call).seeing(register)).length === 0 ? refuse('NotFound', {}) : refuse('NotAllowed', permission.words);
}
