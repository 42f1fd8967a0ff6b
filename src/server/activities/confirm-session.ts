import type { z } from 'zod';
import type { confirmSession as contract } from '#domain/activities/contract.ts';
import { refuseActivity } from '#domain/activities/refusals.ts';
import type { Call } from '#server/platform/call.ts';
import { demandNewConfirmation } from './confirmation.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { demandOf } from './rights.ts';
import { demandVersion } from './session-entry.ts';

/** 审核: another than the recorder stands for this version. @throws OwnRecord, NotRecordedYet, AlreadyConfirmed, FactChanged. */
export async function confirmSession(call: Call, input: z.output<typeof contract.input>): Promise<{ confirmation: string }> {
  const { session, version } = input;
  const { entry, standing } = await demandVersion(call, { session, version });
  demandOf(standing, 'confirmSessions');
  if (entry.state.stage !== 'held') throw refuseActivity('NotRecordedYet', {});
  if (call.actor.person === null) throw refuseActivity('NoPersonBehind', {});
  if (entry.recordedBy === call.actor.person) throw refuseActivity('OwnRecord', {});
  await demandNewConfirmation(call, { fact: session, version });

  const { factId } = await recordFact(call, { kind: 'confirmation', state: { fact: session, version } });
  call.audit({ kind: 'confirmation', id: factId, organisation: entry.state.organisation, details: { of: session, version } });
  return { confirmation: factId };
}
