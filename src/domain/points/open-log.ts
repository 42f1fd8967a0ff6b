import type { LogEntry } from '#domain/facts/fact.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';

/**
 * The log for a reader who is neither the person, his secretary nor 机关纪委: without the entries of registers that are kept
 * under discipline in any of the schemes, and without their confirmations (finding 14). A trial on it leaves out what
 * such a decision takes.
 */
export function withoutDiscipline(log: readonly LogEntry[], schemes: readonly Scheme[]): LogEntry[] {
  const closed = new Set(schemes.flatMap(({ registers }) => registers.filter(({ privacy }) => privacy === 'discipline').map(({ id }) => id)));
  const hidden = new Set(log.flatMap((entry) => (entry.kind === 'record' && closed.has(entry.state.register) ? [entry.factId] : [])));
  return log.filter((entry) => !hidden.has(entry.factId) && !(entry.kind === 'confirmation' && hidden.has(entry.state.fact)));
}
