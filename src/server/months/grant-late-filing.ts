import type { z } from 'zod';
import type { grantLateFiling as contract } from '#domain/months/contract.ts';
import { refuseMonth } from '#domain/months/refusals.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { closedFor } from './closing-reads.ts';

/** 补报授权: who allows it, why, and until when. @throws MonthNotClosed, GrantEndsInPast */
export async function grantLateFiling(call: Call, { organisation, period, until, reason }: z.output<typeof contract.input>): Promise<{ grant: string }> {
  await demandIn(call, 'grantLateFiling', organisation);
  if (until < call.today) throw refuseMonth('GrantEndsInPast', { today: call.today });
  if (!(await closedFor(call.tx, organisation, [period], call.today)).has(period)) throw refuseMonth('MonthNotClosed', { period });
  const entry = await recordFact(call, { kind: 'lateFilingGrant', state: { organisation, period, until }, text: { reason } });
  call.audit({ kind: 'lateFilingGrant', id: entry.factId, organisation, details: { window: period, to: until } });
  return { grant: entry.factId };
}
