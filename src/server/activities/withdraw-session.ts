import type { z } from 'zod';
import { emptyText } from '#domain/activities/empty-text.ts';
import type { withdrawSession as contract } from '#domain/activities/contract.ts';
import { textOf } from '#server/facts/fact-reads.ts';
import { withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { takingBack } from './permissions-on-session.ts';
import { demandOf } from './rights.ts';
import { demandVersion } from './session-entry.ts';

/** 撤回: the session no longer holds; its history and the reason stay. @throws FactChanged, FactWithdrawn. */
export async function withdrawSession(call: Call, input: z.output<typeof contract.input>): Promise<Record<string, never>> {
  const { session, version, reason } = input;
  const { entry: { state }, standing } = await demandVersion(call, { session, version });
  demandOf(standing, takingBack(state.stage));
  const text = { ...emptyText, ...(await textOf(call.tx, session, version)), reason };
  const withdrawn = await withdrawFact(call, { factId: session, version, text });
  call.audit({ kind: 'session', id: session, organisation: state.organisation, details: { version: withdrawn.version } });
  return {};
}
