import type { z } from 'zod';
import type { amendArrangement as contract, ArrangementText } from '#domain/activities/arrangement-contract.ts';
import { lexicon } from '#domain/activities/lexicon.ts';
import { sessionOfArrangement } from '#domain/activities/session-of-arrangement.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { demandArrangement, sessionsOfArrangement } from './arrangement-entry.ts';
import { demandFree, heldByOf } from './planned-sessions.ts';

/** Changes an arrangement and the sessions that are not recorded yet; what is recorded stays as it took place. @throws FactChanged, ArrangedAlready. */
export async function amendArrangement(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { arrangement, version, ...row } = input;
  const { state } = await demandArrangement(call, { arrangement, version });
  const words = lexicon(await adoptedSchemes(call.tx));
  heldByOf(row, words);
  const { arranged, recorded } = await sessionsOfArrangement(call, arrangement);
  await demandFree(call, arranged.map(({ factId, state: { organisation } }) => ({ organisation, row, session: factId })), words);

  const { activities, contents, day, from, to, topic, place, lecturer, material } = row;
  const amended = await amendFact(call, {
    kind: 'arrangement', factId: arrangement, version, state: { ...state, activities, contents, sitting: { day, from, to } },
    text: { topic, place, lecturer, material } satisfies ArrangementText,
  });
  for (const session of arranged) {
    await amendFact(call, { kind: 'session', factId: session.factId, version: session.version, ...sessionOfArrangement(row, session.state.organisation, arrangement) });
  }
  call.audit({ kind: 'arrangement', id: arrangement, organisation: state.scope, details: { version: amended.version, followed: arranged.length } });
  return { version: amended.version, followed: arranged.length, recorded };
}
