import type { z } from 'zod';
import type { planSession as contract } from '#domain/activities/arrangement-contract.ts';
import { lexicon } from '#domain/activities/lexicon.ts';
import { refuseActivity } from '#domain/activities/refusals.ts';
import { sessionOfArrangement } from '#domain/activities/session-of-arrangement.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { demandFree, heldByOf, holdersBelow } from './planned-sessions.ts';
import { demandAct } from './rights.ts';

/** A branch, or a group, plans a session of its own. @throws HeldByNobody, ArrangedAlready, ActivityUnknown, HoldersMixed. */
export async function planSession(call: Call, input: z.output<typeof contract.input>): Promise<{ session: string }> {
  const { organisation, ...row } = input;
  await demandAct(call, 'planSessions', organisation, call.today);
  const words = lexicon(await adoptedSchemes(call.tx));
  const heldBy = heldByOf(row, words);
  const holders = await holdersBelow(call, organisation, row.day);
  if (!holders[heldBy].includes(organisation)) throw refuseActivity('HeldByNobody', { day: row.day });
  await demandFree(call, [{ organisation, row }], words);
  const { factId } = await recordFact(call, { kind: 'session', ...sessionOfArrangement(row, organisation, null) });
  call.audit({ kind: 'session', id: factId, organisation });
  return { session: factId };
}
