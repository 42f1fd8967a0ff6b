import type { LogEntry } from '#domain/facts/fact.ts';
import type { Call } from '#server/platform/call.ts';
import { registerOn } from './register-reads.ts';
import { demandSight } from './register-rights.ts';

/** The versions of an entry are seen by whoever sees its page. @throws NotFound */
export async function demandSightOfEntry(call: Call, { kind, state }: LogEntry): Promise<void> {
  if (kind === 'record') await demandSight(call, await registerOn(call.tx, state.register, state.day < call.today ? state.day : call.today), state);
}
