import type { LogEntry } from '#domain/facts/fact.ts';
import type { Call } from '#server/platform/call.ts';
import { demandReading } from './rights.ts';

/** The versions of a session are seen by whoever sees its page; reasons of leave stay where they are asked for apart. @throws NotFound */
export async function demandSightOfSession(call: Call, { kind, state }: LogEntry): Promise<void> {
  if (kind === 'session') await demandReading(call, state.organisation, state.day);
}
