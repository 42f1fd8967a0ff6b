import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { registerCardOf } from '#domain/registers/register-card.ts';
import type { listWithdrawnEntries as contract } from '#domain/registers/restoring-contract.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { countWithdrawn, rowsOf, withdrawnEntries } from './entry-reads.ts';
import { registerOn } from './register-reads.ts';
import { Reach } from './register-rights.ts';

/** What was withdrawn from a register, for whoever enters there and could restore it. @throws NotFound */
export async function listWithdrawnEntries(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const register = await registerOn(call.tx, input.register, call.today);
  const places = await new Reach(call).entering(register);
  if (places.length === 0) throw refuse('NotFound', {});
  const asked = input.organisation === undefined ? places : (await subtree(call.tx, [input.organisation], call.today)).filter((it) => places.includes(it));
  const found = await withdrawnEntries(call.tx, register.id, asked, input);
  const total = await countWithdrawn(call.tx, register.id, asked);
  const reasons = new Map(found.map(({ entry, text }) => [entry, text?.withdrawal ?? '']));
  const rows = await rowsOf(call.tx, found, () => register);
  return { register: registerCardOf(register), items: rows.map((row) => ({ ...row, waiting: false, reason: reasons.get(row.entry) ?? '' })), total };
}
