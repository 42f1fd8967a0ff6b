import { withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { demandArrangement, sessionsOfArrangement } from './arrangement-entry.ts';

/** Takes an arrangement back with the sessions that nobody recorded yet. @throws FactChanged, FactWithdrawn. */
export async function withdrawArrangement(call: Call, input: { arrangement: string; version: number }): Promise<{ withdrawn: number; recorded: number }> {
  const { state } = await demandArrangement(call, input);
  const { arranged, recorded } = await sessionsOfArrangement(call, input.arrangement);
  await withdrawFact(call, { factId: input.arrangement, version: input.version });
  for (const { factId, version } of arranged) await withdrawFact(call, { factId, version });
  call.audit({ kind: 'arrangement', id: input.arrangement, organisation: state.scope, details: { withdrawn: arranged.length } });
  return { withdrawn: arranged.length, recorded };
}
