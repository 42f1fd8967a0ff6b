import { refuseActivity } from '#domain/activities/refusals.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { demandNewConfirmation } from './confirmation.ts';
import { demandMakeUp } from './make-up-entry.ts';

/** 确认补学: another with the right to record stands for what somebody entered for himself. @throws OwnMakeUp, AlreadyConfirmed, FactChanged. */
export async function confirmMakeUp(call: Call, input: { makeUp: string; version: number }): Promise<{ confirmation: string }> {
  const { entry, organisation, standing } = await demandMakeUp(call, input);
  const permission = standing.may('recordSessions');
  if (!permission.allowed) throw refuse('NotAllowed', permission.words);
  if (call.actor.person === null) throw refuseActivity('NoPersonBehind', {});
  if (entry.state.person === call.actor.person || entry.recordedBy === call.actor.person) throw refuseActivity('OwnMakeUp', {});
  await demandNewConfirmation(call, { fact: entry.factId, version: entry.version });

  const { factId } = await recordFact(call, { kind: 'confirmation', state: { fact: entry.factId, version: entry.version } });
  call.audit({ kind: 'confirmation', id: factId, organisation, details: { of: entry.factId, version: entry.version } });
  return { confirmation: factId };
}
