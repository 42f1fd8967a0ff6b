import type { z } from 'zod';
import { demand, scopesOf } from '#domain/access/policy.ts';
import type { readAuditTrail } from '#domain/audit/contract.ts';
import { refuseAudit } from '#domain/audit/refusals.ts';
import type { Words } from '#domain/words/words.ts';
import type { Call } from '#server/platform/call.ts';
import { writeAudit } from '#server/platform/once.ts';
import { countEntries, entriesOf, type AuditFilter } from './audit-reads.ts';

/** What every operation that can leave a trace is called. */
export type Operations = Readonly<Record<string, Words>>;

/**
 * One page of the trail. Who watches is watched: each reading is an entry itself, written after the page was read.
 * The trail knows no subtree, so the right may be held anywhere.
 */
export async function readTrail(
  call: Call, input: AuditFilter & { page: number; size: number }, operations: Operations,
): Promise<z.output<typeof readAuditTrail.output>> {
  demandTrail(call, input);
  const total = await countEntries(call.tx, input);
  const items = await entriesOf(call.tx, input, operations, input.size, (input.page - 1) * input.size);
  await writeAudit(call.tx, call, 'readAuditTrail', [{ kind: 'auditTrail', id: 'all', details: { ...asked(input), page: input.page } }]);
  return { items, total, operations: Object.entries(operations).map(([operation, words]) => ({ operation, words })) };
}

/** @throws NotAllowed, DaysBackwards */
export function demandTrail(call: Call, filter: AuditFilter): void {
  demand(call.actor, 'readAudit', scopesOf(call.actor, 'readAudit'));
  if (filter.from && filter.to && filter.to < filter.from) throw refuseAudit('DaysBackwards', {});
}

/** The question, as particulars of the entry that says it was asked; of a search for somebody only that it was one. */
export const asked = ({ operation, who, subject, from, to }: AuditFilter): Record<string, string | boolean> =>
  Object.fromEntries(Object.entries({ operation, who: who ? true : undefined, subject, from, to })
    .flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
