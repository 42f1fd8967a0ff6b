import { refuse } from '#domain/contracts/common-refusals.ts';
import type { EntryFilter } from '#domain/registers/contract.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { Call } from '#server/platform/call.ts';
import type { Sql } from '#server/platform/sql.ts';
import { allOf, countWhere, filtered, levelField } from './entry-reads.ts';
import { registerOn } from './register-reads.ts';
import { Reach, visibleIn } from './register-rights.ts';

export interface AskedEntries {
  readonly register: Register;
  readonly reach: Reach;
  /** What the asker may know of, before he asks for less. */
  readonly visible: Sql;
  readonly condition: Sql;
}

/**
 * The entries that somebody asks for, one condition for the list, its sums and its file. A register without anything for
 * the asker does not exist for him. @throws NotFound
 */
export async function askedEntries(call: Call, input: EntryFilter & { readonly register: string }): Promise<AskedEntries> {
  const register = await registerOn(call.tx, input.register, call.today);
  const reach = new Reach(call);
  const visible = await visibleIn(call, reach, register);
  if ((await reach.seeing(register)).length === 0 && (await countWhere(call.tx, visible)) === 0) throw refuse('NotFound', {});
  return { register, reach, visible, condition: allOf([visible, ...(await filtered(call, input, register.lasts === true, levelField(register)))]) };
}
