import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { reopenMonth as contract } from '#domain/months/contract.ts';
import { refuseMonth } from '#domain/months/refusals.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';

/** A named leader takes a lock back, with his reason; the closing stays in the log. @throws FactChanged, MonthNotClosed */
export async function reopenMonth(call: Call, { closing, version, reason }: z.output<typeof contract.input>): Promise<{ version: number }> {
  const entry = await factOf(call.tx, 'closing', closing);
  if (!entry) throw refuse('NotFound', {});
  const { organisation, window } = entry.state;
  await demandIn(call, 'reopenMonths', organisation);
  if (entry.state.stage === 'reopened') throw refuseMonth('MonthNotClosed', { period: window });
  const reopened = await amendFact(call, { kind: 'closing', factId: closing, version, state: { ...entry.state, stage: 'reopened' }, text: { reason } });
  call.audit({ kind: 'closing', id: closing, organisation, details: { window, version: reopened.version } });
  return { version: reopened.version };
}
