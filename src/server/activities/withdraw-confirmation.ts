import { refuseActivity } from '#domain/activities/refusals.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import { withdrawFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { placeOfFact } from './make-up-entry.ts';
import { personCards } from './name-reads.ts';
import { demandReading } from './rights.ts';

/** 撤回审核: whoever confirmed takes it back. @throws NotFound for a stranger, ConfirmationOfAnother, FactWithdrawn. */
export async function withdrawConfirmation(call: Call, input: { confirmation: string }): Promise<Record<string, never>> {
  const entry = await lastEntry(call.tx, input.confirmation);
  if (entry?.kind !== 'confirmation') throw refuse('NotFound', {});
  const { organisation, day } = await placeOfFact(call, entry.state.fact);
  await demandReading(call, organisation, day);
  if (entry.change === 'withdrawn') throw refuseFact('FactWithdrawn', {});
  if (entry.recordedBy === null || entry.recordedBy !== call.actor.person) {
    const cards = await personCards(call.tx, entry.recordedBy === null ? [] : [entry.recordedBy]);
    throw refuseActivity('ConfirmationOfAnother', { name: cards.get(entry.recordedBy ?? '')?.name ?? '?' });
  }
  await withdrawFact(call, { factId: entry.factId, version: entry.version });
  call.audit({ kind: 'confirmation', id: entry.factId, organisation, details: { of: entry.state.fact, version: entry.state.version } });
  return {};
}
