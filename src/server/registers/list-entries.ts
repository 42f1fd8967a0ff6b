import type { z } from 'zod';
import type { listRegisterEntries as contract } from '#domain/registers/contract.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import type { Call } from '#server/platform/call.ts';
import { askedEntries } from './asked-entries.ts';
import { allOf, countWhere, entriesWhere, filtered, levelCounts, rowsOf } from './entry-reads.ts';
import { sumsOf } from './sum-reads.ts';
import { takingAway } from './taking-away.ts';

/** One page of a register. @throws NotFound */
export async function listRegisterEntries(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { register, reach, visible, condition } = await askedEntries(call, input);
  const found = await entriesWhere(call.tx, condition, input.size, (input.page - 1) * input.size);
  return {
    register: registerCardOf(register), items: await rowsOf(call.tx, found, () => register), total: await countWhere(call.tx, condition), sums: await sumsOf(call.tx, register, condition),
    levels: await levelCounts(call.tx, register, allOf([visible, ...(await filtered(call, { ...input, level: undefined }, register.lasts === true))])),
    mayEnter: (await reach.entering(register)).length > 0, mayTake: (await takingAway(call, condition)).allowed,
  };
}
