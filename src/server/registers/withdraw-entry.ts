import type { z } from 'zod';
import type { withdrawRegisterEntry as contract } from '#domain/registers/contract.ts';
import { needsConfirmation } from '#domain/registers/entry-rules.ts';
import type { restoreRegisterEntry as restoreContract } from '#domain/registers/restoring-contract.ts';
import { textOf } from '#server/facts/fact-reads.ts';
import { restoreFacts, withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { entryToChange } from './entry-to-change.ts';
import { openingRefusal } from './opening-balance-reads.ts';
import { demandNew } from './record-entry.ts';

/** An entry made by mistake; it stays readable with the reason. @throws YearClosed, OwnEntryChange, FactChanged, FactWithdrawn */
export async function withdrawRegisterEntry(call: Call, { entry, version, reason }: z.output<typeof contract.input>): Promise<Record<string, never>> {
  const { before } = await entryToChange(call, entry);
  const text = await textOf(call.tx, entry, before.version);
  await withdrawFact(call, { factId: entry, version, text: { ...text, withdrawal: reason } });
  call.audit({ kind: 'record', id: entry, organisation: before.state.organisation });
  return {};
}

/**
 * 恢复: an entry holds again as it was entered, by whoever could withdraw it; where its register asks for another, it waits for him
 * anew. @throws EntryThere, YearClosed, OwnEntryChange, FactChanged, FactStands, and what an opening balance refuses
 */
export async function restoreRegisterEntry(call: Call, { entry, version }: z.output<typeof restoreContract.input>): Promise<z.output<typeof restoreContract.output>> {
  const { register, before: { change, state, period } } = await entryToChange(call, entry);
  if (change === 'withdrawn') {
    await demandNew(call, register, state, period, entry);
    const refused = await openingRefusal(call, state);
    if (refused) throw refused;
  }
  const waiting = needsConfirmation(register, state, call.actor.person);
  // The text of the withdrawal says why; the one before it is what was entered.
  const text = (await textOf(call.tx, entry, version - 1)) ?? { fields: {}, reason: '' };
  await restoreFacts(call, [{ factId: entry, version, text, standing: waiting ? 'proposed' : 'counted' }]);
  call.audit({ kind: 'record', id: entry, organisation: state.organisation });
  return { entry, version: version + 1, waiting };
}
