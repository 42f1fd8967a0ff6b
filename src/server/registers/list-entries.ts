import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { listRegisterEntries as contract } from '#domain/registers/contract.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import type { Call } from '#server/platform/call.ts';
import { allOf, countWhere, entriesWhere, filtered, levelCounts, levelField, rowsOf, sumsOf } from './entry-reads.ts';
import { registerOn } from './register-reads.ts';
import { Reach, visibleIn } from './register-rights.ts';

/** One page of a register. A register without anything for the asker does not exist for him. @throws NotFound */
export async function listRegisterEntries(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const register = await registerOn(call.tx, input.register, call.today);
  const reach = new Reach(call);
  const visible = await visibleIn(call, reach, register);
  if ((await reach.seeing(register)).length === 0 && (await countWhere(call.tx, visible)) === 0) throw refuse('NotFound', {});
  const condition = allOf([visible, ...(await filtered(call, input, register.lasts === true, levelField(register)))]);
  const found = await entriesWhere(call.tx, condition, input.size, (input.page - 1) * input.size);
  return {
    register: registerCardOf(register), items: await rowsOf(call.tx, found, () => register), total: await countWhere(call.tx, condition), sums: await sumsOf(call.tx, register, condition),
    levels: await levelCounts(call.tx, register, allOf([visible, ...(await filtered(call, { ...input, level: undefined }, register.lasts === true))])),
    mayEnter: (await reach.entering(register)).length > 0,
  };
}
