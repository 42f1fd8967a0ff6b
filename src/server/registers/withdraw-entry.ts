import type { z } from 'zod';
import type { withdrawRegisterEntry as contract } from '#domain/registers/contract.ts';
import { textOf } from '#server/facts/fact-reads.ts';
import { withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { entryToChange } from './entry-to-change.ts';

/** An entry made by mistake; it stays readable with the reason. @throws YearClosed, OwnEntryChange, FactChanged, FactWithdrawn */
export async function withdrawRegisterEntry(call: Call, { entry, version, reason }: z.output<typeof contract.input>): Promise<Record<string, never>> {
  const { before } = await entryToChange(call, entry);
  const text = await textOf(call.tx, entry, before.version);
  await withdrawFact(call, { factId: entry, version, text: { ...text, withdrawal: reason } });
  call.audit({ kind: 'record', id: entry, organisation: before.state.organisation });
  return {};
}
