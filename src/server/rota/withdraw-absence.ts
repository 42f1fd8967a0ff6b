import { refuse } from '#domain/contracts/common-refusals.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import { withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { demandOnAll } from './record-closed-duty.ts';
import { demandLeaveChange } from './record-leave.ts';
import { demandOn } from './rota-rights.ts';

/** Leave, closed duty or a secondment that was entered by mistake. @throws OwnLeaveSettled, FactChanged, FactWithdrawn */
export async function withdrawAbsence(call: Call, input: { fact: string; version: number }): Promise<Record<string, never>> {
  const entry = await lastEntry(call.tx, input.fact);
  switch (entry?.kind) {
    case 'leave': await demandLeaveChange(call, entry.factId, entry.state); break;
    case 'closedDuty': await demandOnAll(call, entry.state); break;
    case 'secondment': await demandOn(call, 'enterRota', entry.state.person, entry.state.from); break;
    default: throw refuse('NotFound', {});
  }
  await withdrawFact(call, { factId: entry.factId, version: input.version });
  call.audit({ kind: entry.kind, id: entry.factId });
  return {};
}
