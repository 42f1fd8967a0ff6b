import { refuse } from '#domain/contracts/common-refusals.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { demandReading, type Standing } from './rights.ts';

export interface MakeUpRead {
  readonly entry: LogEntryOf<'makeUp'>;
  readonly organisation: string;
  readonly standing: Standing;
}

/**
 * A make-up in the version that the actor has read, locked, with how he stands to the organisation of its session.
 * @throws NotFound for a stranger, FactWithdrawn, FactChanged.
 */
export async function demandMakeUp(call: Call, { makeUp, version }: { makeUp: string; version: number }): Promise<MakeUpRead> {
  const entry = await lastEntry(call.tx, makeUp);
  if (entry?.kind !== 'makeUp') throw refuse('NotFound', {});
  const { organisation, day } = await placeOfFact(call, entry.state.session);
  const standing = await demandReading(call, organisation, day);
  if (entry.change === 'withdrawn') throw refuseFact('FactWithdrawn', {});
  if (entry.version !== version) throw refuseFact('FactChanged', { read: version, current: entry.version });
  return { entry, organisation, standing };
}

/** Where and when a session, or a make-up of one, belongs. @throws NotFound. */
export async function placeOfFact(call: Call, fact: string): Promise<{ organisation: string; day: string }> {
  const entry = await lastEntry(call.tx, fact);
  if (entry?.kind === 'makeUp') return placeOfFact(call, entry.state.session);
  if (entry?.kind !== 'session') throw refuse('NotFound', {});
  return { organisation: entry.state.organisation, day: entry.state.day };
}
