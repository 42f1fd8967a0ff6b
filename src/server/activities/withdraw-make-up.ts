import { refuse } from '#domain/contracts/common-refusals.ts';
import { withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { demandMakeUp } from './make-up-entry.ts';

/** 撤回补学登记: by those who record for the branch, or by whoever entered it. @throws FactChanged, FactWithdrawn. */
export async function withdrawMakeUp(call: Call, input: { makeUp: string; version: number }): Promise<Record<string, never>> {
  const { entry, organisation, standing } = await demandMakeUp(call, input);
  const permission = standing.may('recordSessions');
  const own = entry.recordedBy !== null && entry.recordedBy === call.actor.person;
  if (!permission.allowed && !own) throw refuse('NotAllowed', permission.words);
  await withdrawFact(call, { factId: entry.factId, version: entry.version });
  call.audit({ kind: 'makeUp', id: entry.factId, organisation, details: { of: entry.state.session } });
  return {};
}
