import { refuse } from '#domain/contracts/common-refusals.ts';
import type { LogEntry, LogEntryOf } from '#domain/facts/fact.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import { lastEntry } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { demandReading, type Standing } from './rights.ts';

export interface SessionRead {
  readonly entry: LogEntryOf<'session'>;
  /** How the actor stands to its organisation on its day. */
  readonly standing: Standing;
}

/** The session as it stands, locked against a simultaneous change. @throws NotFound for a stranger, FactWithdrawn. */
export async function demandSession(call: Call, session: string): Promise<SessionRead> {
  const entry = await lastEntry(call.tx, session);
  if (entry?.kind !== 'session') throw refuse('NotFound', {});
  const standing = await demandReading(call, entry.state.organisation, entry.state.day);
  if (entry.change === 'withdrawn') throw refuseFact('FactWithdrawn', {});
  return { entry, standing };
}

/**
 * The session in the version that the actor has read: asked before anything else, so that whoever was overtaken hears
 * of that and not of what follows from it. @throws NotFound, FactWithdrawn, FactChanged.
 */
export async function demandVersion(call: Call, { session, version }: { session: string; version: number }): Promise<SessionRead> {
  const read = await demandSession(call, session);
  if (read.entry.version !== version) throw refuseFact('FactChanged', { read: version, current: read.entry.version });
  return read;
}

/** A written entry, known to be of a session. */
export function sessionEntry(entry: LogEntry): LogEntryOf<'session'> {
  if (entry.kind !== 'session') throw new Error('a session was expected in the log');
  return entry;
}
