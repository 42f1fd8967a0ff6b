import type { z } from 'zod';
import { emptyText } from '#domain/activities/empty-text.ts';
import type { reportNotHeld as contract } from '#domain/activities/contract.ts';
import { refuseActivity } from '#domain/activities/refusals.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import { textOf } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { demandOf } from './rights.ts';
import { demandVersion } from './session-entry.ts';

/** 说明未开展: an arranged session did not take place, for a reason in words. @throws AlreadyRecorded, FactChanged. */
export async function reportNotHeld(call: Call, input: z.output<typeof contract.input>): Promise<{ session: string; version: number }> {
  const { session, version, reason } = input;
  const { entry: { state }, standing } = await demandVersion(call, { session, version });
  demandOf(standing, 'recordSessions');
  if (state.stage === 'held') throw refuseActivity('AlreadyRecorded', {});
  const text = { ...emptyText, ...(await textOf(call.tx, session, version)), reason };
  const entry = await amendFact(call, { kind: 'session', factId: session, version, state: { ...state, stage: 'notHeld' }, text });
  call.audit({ kind: 'session', id: session, organisation: state.organisation, details: { version: entry.version } });
  return { session, version: entry.version };
}
