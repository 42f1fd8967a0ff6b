import type { z } from 'zod';
import type { restoreSession as contract } from '#domain/activities/restoring-contract.ts';
import { emptyText } from '#domain/activities/empty-text.ts';
import { lexicon } from '#domain/activities/lexicon.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { lastEntry, textOf } from '#server/facts/fact-reads.ts';
import { restoreFacts } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { takingBack } from './permissions-on-session.ts';
import { demandFreeTime, holdOrganisation } from './prepare-record.ts';
import { demandOf, demandReading } from './rights.ts';

/**
 * 恢复: a session that was withdrawn holds again with its attendance and its make-ups, by whoever could withdraw it. It is a
 * further version of the same, so it is as late as it ever was, and another confirms it anew.
 * @throws NotFound for a stranger, SessionOverlaps, FactChanged, FactStands, and what a closed month refuses.
 */
export async function restoreSession(call: Call, { session, version }: z.output<typeof contract.input>): Promise<{ version: number }> {
  const entry = await lastEntry(call.tx, session);
  if (entry?.kind !== 'session') throw refuse('NotFound', {});
  const { state } = entry;
  demandOf(await demandReading(call, state.organisation, state.day), takingBack(state.stage));
  if (entry.change === 'withdrawn' && state.stage !== 'notHeld') {
    await holdOrganisation(call.tx, state.organisation);
    await demandFreeTime(call, state, session, lexicon(await adoptedSchemes(call.tx)));
  }
  // The text of the withdrawal says why it was withdrawn; the one before it is what was recorded.
  const text = (await textOf(call.tx, session, version - 1)) ?? emptyText;
  await restoreFacts(call, [{ factId: session, version, text }]);
  call.audit({ kind: 'session', id: session, organisation: state.organisation, details: { version: version + 1 } });
  return { version: version + 1 };
}
