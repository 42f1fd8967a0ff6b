import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { readRegisterSum as contract } from '#domain/registers/sum-contract.ts';
import { isAddedUp, sumGrounds, SUMMED_MOST } from '#domain/registers/sum-grounds.ts';
import type { Call } from '#server/platform/call.ts';
import { askedEntries } from './asked-entries.ts';
import { entriesWith, sumByPlace } from './sum-reads.ts';

/** Why the sum under a column of a register is what it is, for exactly the entries that the same filters list. @throws NotFound */
export async function readRegisterSum(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { register, condition } = await askedEntries(call, input);
  const field = (register.fields ?? []).find((it) => it.id === input.field && isAddedUp(it));
  if (!field) throw refuse('NotFound', {});
  const places = await sumByPlace(call.tx, field.id, condition);
  const few = places.reduce((sum, { entries }) => sum + entries, 0) <= SUMMED_MOST;
  return { grounds: sumGrounds(field, places, few ? await entriesWith(call.tx, register, field.id, condition, SUMMED_MOST) : []) };
}
