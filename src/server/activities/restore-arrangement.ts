import { lexicon } from '#domain/activities/lexicon.ts';
import { restoreFacts } from '#server/facts/record-fact.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { demandArrangement, sessionsWithdrawnWith } from './arrangement-entry.ts';
import { demandFree, type PlannedSession } from './planned-sessions.ts';

/**
 * 恢复: an arrangement holds again, and the sessions that went with it are arranged again; an organisation that does not exist
 * on the day any more is left out. @throws NotFound, NotAllowed, ArrangedAlready, FactChanged, FactStands.
 */
export async function restoreArrangement(call: Call, input: { arrangement: string; version: number }): Promise<{ version: number; sessions: number }> {
  const { arrangement, version } = input;
  const entry = await demandArrangement(call, input, true);
  const { scope, sitting } = entry.state;
  const below = await subtree(call.tx, [scope], sitting.day);
  const sessions = (await sessionsWithdrawnWith(call, entry)).filter(({ state }) => below.includes(state.organisation));
  // A notice may have moved them before, so each stands for its own day.
  const planned = sessions.flatMap(({ state: { organisation, activities, sittings } }): PlannedSession[] =>
    sittings.map(({ day, from, to }) => ({ organisation, row: { day, from, to, activities } })));
  await demandFree(call, planned, lexicon(await adoptedSchemes(call.tx)));
  await restoreFacts(call, [{ factId: arrangement, version }, ...sessions.map(({ factId, version: read }) => ({ factId, version: read }))]);
  call.audit({ kind: 'arrangement', id: arrangement, organisation: scope, details: { sessions: sessions.length } });
  return { version: version + 1, sessions: sessions.length };
}
